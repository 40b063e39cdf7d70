// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// Types, addresses and arithmetic that the EigenLayer stand-ins share.

struct OperatorSet {
    address avs;
    uint32 id;
}

struct Allocation {
    uint64 currentMagnitude;
    int128 pendingDiff;
    uint32 effectBlock;
}

struct Withdrawal {
    address staker;
    address delegatedTo;
    address withdrawer;
    uint256 nonce;
    uint32 startBlock;
    address[] strategies;
    uint256[] scaledShares;
}

address constant BEACON_ETH = 0xbeaC0eeEeeeeEEeEeEEEEeeEEeEeeeEeeEEBEaC0;
address constant BURN = 0x00000000000000000000000000000000000E16E4;

IAllocationManager constant ALLOCATIONS = IAllocationManager(0x948a420b8CC1d6BFd0B6087C2E7c344a2CD0bc39);
IDelegationManager constant DELEGATION = IDelegationManager(0x39053D51B77DC0d36036Fc1fCc8Cb819df8Ef37A);
IShareManager constant STRATEGIES = IShareManager(0x858646372CC42E1A627fcE94aa7A7033e7CF075A);
IPodManager constant PODS = IPodManager(0x91E677b07F7AF907ec9a428aafA9fc14a0d3A338);

interface IAllocationManager {
    function getMaxMagnitude(address operator, address strategy) external view returns (uint64);
    function getMaxMagnitudeAtBlock(address operator, address strategy, uint32 at) external view returns (uint64);
}

interface IDelegationManager {
    function minWithdrawalDelayBlocks() external view returns (uint32);
    function getOperatorsShares(address[] calldata operators, address[] calldata strategies)
        external
        view
        returns (uint256[][] memory);
    function slashOperatorShares(address operator, address strategy, uint64 before, uint64 afterwards)
        external
        returns (uint256 slashed);
    function increaseDelegatedShares(address staker, address strategy, uint256 previous, uint256 added) external;
}

interface IShareManager {
    function stakerDepositShares(address staker, address strategy) external view returns (uint256);
    function addShares(address staker, address strategy, uint256 shares) external;
    function removeShares(address staker, address strategy, uint256 shares) external;
}

interface IPodManager is IShareManager {
    function beaconChainSlashingFactor(address owner) external view returns (uint64);
    function podOwnerDepositShares(address owner) external view returns (int256);
}

interface IStrategyManager is IShareManager {
    function getDeposits(address staker) external view returns (address[] memory, uint256[] memory);
}

uint256 constant WAD = 1e18;

function mulWad(uint256 a, uint256 b) pure returns (uint256) {
    return mulDiv(a, b, WAD);
}

function mulWadUp(uint256 a, uint256 b) pure returns (uint256) {
    return mulDivUp(a, b, WAD);
}

function divWad(uint256 a, uint256 b) pure returns (uint256) {
    return mulDiv(a, WAD, b);
}

function mulDivUp(uint256 a, uint256 b, uint256 d) pure returns (uint256 result) {
    result = mulDiv(a, b, d);
    if (mulmod(a, b, d) != 0) ++result;
}

/// a * b / d with the product in 512 bits; reverts where the result does not fit or d is 0.
function mulDiv(uint256 a, uint256 b, uint256 d) pure returns (uint256 result) {
    unchecked {
        uint256 rest = mulmod(a, b, type(uint256).max);
        uint256 low = a * b;
        uint256 high = rest - low - (rest < low ? 1 : 0);
        if (high == 0) {
            require(d != 0, "division by zero");
            return low / d;
        }
        require(d > high, "overflow");
        rest = mulmod(a, b, d);
        if (rest > low) --high;
        low -= rest;
        uint256 twos = d & (~d + 1);
        d /= twos;
        low /= twos;
        low |= high * ((~twos + 1) / twos + 1);
        // Newton's iteration for the inverse of the odd d, modulo 2^256.
        uint256 inverse = (3 * d) ^ 2;
        for (uint256 i; i < 6; ++i) inverse *= 2 - d * inverse;
        return low * inverse;
    }
}
