// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import "EigenLayer.sol";

/// Stands in for EigenLayer's StrategyManager: deposits are counted, tokens are not moved.
contract StrategyManager {
    struct DepositsInput {
        address staker;
        address[] strategies;
        uint256[] shares;
    }

    event Deposit(address staker, address strategy, uint256 shares);

    error CurrentlyPaused();
    error StrategyNotWhitelisted();

    uint256 private pausedBits;
    uint32 public SLASH_RESOLUTION_DELAY_BLOCKS;
    mapping(address strategy => bool) public strategyIsWhitelistedForDeposit;
    mapping(address staker => mapping(address strategy => uint256)) public stakerDepositShares;
    mapping(address staker => address[]) private lists;
    mapping(address signer => uint256) public nonces;

    function putStrategyConstants(uint32 resolutionDelay, uint256 bits, address[] calldata whitelist) external {
        (SLASH_RESOLUTION_DELAY_BLOCKS, pausedBits) = (resolutionDelay, bits);
        for (uint256 i; i < whitelist.length; ++i) strategyIsWhitelistedForDeposit[whitelist[i]] = true;
    }

    function putDeposits(DepositsInput[] calldata inputs) external {
        for (uint256 i; i < inputs.length; ++i) {
            DepositsInput calldata input = inputs[i];
            for (uint256 j; j < input.strategies.length; ++j) {
                put(input.staker, input.strategies[j], input.shares[j]);
            }
        }
    }

    function depositIntoStrategy(address strategy, address, uint256 amount) external returns (uint256) {
        return deposit(msg.sender, strategy, amount);
    }

    function depositIntoStrategyWithSignature(
        address strategy,
        address,
        uint256 amount,
        address staker,
        uint256,
        bytes calldata
    ) external returns (uint256) {
        ++nonces[staker];
        return deposit(staker, strategy, amount);
    }

    function addShares(address staker, address strategy, uint256 shares) external {
        require(msg.sender == address(DELEGATION), "only the DelegationManager");
        put(staker, strategy, stakerDepositShares[staker][strategy] + shares);
    }

    function removeShares(address staker, address strategy, uint256 shares) external {
        require(msg.sender == address(DELEGATION), "only the DelegationManager");
        put(staker, strategy, stakerDepositShares[staker][strategy] - shares);
    }

    function paused() external view returns (uint256) {
        return pausedBits;
    }

    function paused(uint8 index) external view returns (bool) {
        return pausedBits & (1 << index) != 0;
    }

    function getStakerStrategyList(address staker) external view returns (address[] memory) {
        return lists[staker];
    }

    function stakerStrategyListLength(address staker) external view returns (uint256) {
        return lists[staker].length;
    }

    function getDeposits(address staker) external view returns (address[] memory strategies, uint256[] memory shares) {
        strategies = lists[staker];
        shares = new uint256[](strategies.length);
        for (uint256 i; i < strategies.length; ++i) shares[i] = stakerDepositShares[staker][strategies[i]];
    }

    function deposit(address staker, address strategy, uint256 amount) private returns (uint256 shares) {
        if (pausedBits & 1 != 0) revert CurrentlyPaused();
        if (!strategyIsWhitelistedForDeposit[strategy]) revert StrategyNotWhitelisted();
        uint256 previous = stakerDepositShares[staker][strategy];
        shares = IStrategy(strategy).underlyingToSharesView(amount);
        put(staker, strategy, previous + shares);
        DELEGATION.increaseDelegatedShares(staker, strategy, previous, shares);
        emit Deposit(staker, strategy, shares);
    }

    /// A strategy is in the staker's list exactly while there are shares in it.
    function put(address staker, address strategy, uint256 shares) private {
        uint256 previous = stakerDepositShares[staker][strategy];
        stakerDepositShares[staker][strategy] = shares;
        address[] storage list = lists[staker];
        if (previous == 0 && shares != 0) list.push(strategy);
        if (previous == 0 || shares != 0) return;
        for (uint256 i; i < list.length; ++i) {
            if (list[i] != strategy) continue;
            list[i] = list[list.length - 1];
            list.pop();
            return;
        }
    }
}

interface IStrategy {
    function underlyingToSharesView(uint256 amount) external view returns (uint256);
}
