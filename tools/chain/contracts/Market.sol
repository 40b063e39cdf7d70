// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

// Pools of the embedded chain, written for it: the questions of the real ones, a made curve behind them. What a pool
// pays comes ever closer to its depth and never reaches it, so each further token brings less. The storage below is
// written by `tools/chain/worlds/markets.ts`, slot for slot.

abstract contract Pool {
    address internal coin0; // slot 0
    address internal coin1; // slot 1
    uint256 internal depth; // slot 2: wei that all the tokens of the world would bring
    uint256 internal price; // slot 3: wei for one token, 1e18, for the smallest sale
    address internal token; // slot 4: which of the two coins is sold for the other
    uint256 internal kind; // slot 5: Curve 1 stable, 2 crypto; Uniswap the fee
    uint256 internal moved; // slot 6: swaps so far

    function pays(bool sells, uint256 amount) internal view returns (uint256) {
        uint256 value = sells ? (amount * price) / 1e18 : (amount * 1e18) / price;
        return (depth * value) / (depth + value);
    }
}

contract CurvePool is Pool {
    function coins(uint256 i) external view returns (address) {
        require(i < 2);
        return i == 0 ? coin0 : coin1;
    }

    function get_dy(int128 i, int128 j, uint256 dx) external view returns (uint256) {
        require(kind == 1 && i + j == 1);
        return pays((i == 0 ? coin0 : coin1) == token, dx);
    }

    function get_dy(uint256 i, uint256 j, uint256 dx) external view returns (uint256) {
        require(kind == 2 && i + j == 1);
        return pays((i == 0 ? coin0 : coin1) == token, dx);
    }
}

interface Swapping {
    function uniswapV3SwapCallback(int256 amount0, int256 amount1, bytes calldata data) external;
}

/// A swap writes before it asks to be paid: a static call never gets as far.
contract V3Pool is Pool {
    function swap(address, bool zeroForOne, int256 amount, uint160, bytes calldata data)
        external
        returns (int256 amount0, int256 amount1)
    {
        require(amount > 0);
        uint256 paid = pays((zeroForOne ? coin0 : coin1) == token, uint256(amount));
        ++moved;
        (amount0, amount1) = zeroForOne ? (amount, -int256(paid)) : (-int256(paid), amount);
        Swapping(msg.sender).uniswapV3SwapCallback(amount0, amount1, data);
    }
}

/// Tries the swap and takes it back, as Uniswap's does. It finds a pool by tokens and fee in its own table (slot 0).
contract QuoterV2 {
    struct Params {
        address tokenIn;
        address tokenOut;
        uint256 amountIn;
        uint24 fee;
        uint160 sqrtPriceLimitX96;
    }

    mapping(bytes32 => address) private pools;

    function quoteExactInputSingle(Params calldata p)
        external
        returns (uint256 amountOut, uint160 sqrtPriceX96After, uint32 ticksCrossed, uint256 gasEstimate)
    {
        V3Pool pool = V3Pool(pools[keccak256(abi.encode(p.tokenIn, p.tokenOut, uint256(p.fee)))]);
        uint256 before = gasleft();
        try pool.swap(address(this), p.tokenIn < p.tokenOut, int256(p.amountIn), 0, "") {}
        catch (bytes memory reason) {
            require(reason.length == 32);
            amountOut = abi.decode(reason, (uint256));
            gasEstimate = before - gasleft();
        }
        sqrtPriceX96After = 1;
        ticksCrossed = 1;
    }

    function uniswapV3SwapCallback(int256 amount0, int256 amount1, bytes calldata) external pure {
        uint256 paid = uint256(amount0 < 0 ? -amount0 : -amount1);
        assembly {
            mstore(0, paid)
            revert(0, 32)
        }
    }
}

/// Balancer's vault with one pool in it: also tries the swap and takes it back. The pool's id is in slot 7.
contract BalancerVault is Pool {
    struct Step {
        bytes32 poolId;
        uint256 assetInIndex;
        uint256 assetOutIndex;
        uint256 amount;
        bytes userData;
    }

    struct Funds {
        address sender;
        bool fromInternalBalance;
        address recipient;
        bool toInternalBalance;
    }

    bytes32 private id;

    function getPoolTokens(bytes32 poolId)
        external
        view
        returns (address[] memory tokens, uint256[] memory balances, uint256 lastChangeBlock)
    {
        require(poolId == id);
        tokens = new address[](2);
        balances = new uint256[](2);
        (tokens[0], tokens[1]) = (coin0, coin1);
        (balances[0], balances[1]) = (depth, depth);
        lastChangeBlock = block.number;
    }

    function queryBatchSwap(uint8, Step[] calldata steps, address[] calldata assets, Funds calldata)
        external
        returns (int256[] memory deltas)
    {
        require(steps.length == 1 && assets.length == 2 && steps[0].poolId == id);
        uint256 amount = steps[0].amount;
        (bool done, bytes memory reason) =
            address(this).call(abi.encodeCall(this.attempt, (assets[steps[0].assetInIndex] == token, amount)));
        require(!done && reason.length == 32);
        deltas = new int256[](2);
        deltas[steps[0].assetInIndex] = int256(amount);
        deltas[steps[0].assetOutIndex] = -abi.decode(reason, (int256));
    }

    function attempt(bool sells, uint256 amount) external {
        ++moved;
        uint256 paid = pays(sells, amount);
        assembly {
            mstore(0, paid)
            revert(0, 32)
        }
    }
}
