// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import "EigenLayer.sol";

/// Stands in for EigenLayer's EigenPodManager: native ETH shares by pod owner, and where their pods are.
contract EigenPodManager {
    struct PodInput {
        address owner;
        address pod;
        int256 shares;
        uint64 slashingFactor;
    }

    event PodDeployed(address indexed eigenPod, address indexed podOwner);

    error CurrentlyPaused();

    uint256 private pausedBits;
    uint256 public numPods;
    uint256 public burnableETHShares;
    mapping(address owner => address) public ownerToPod;
    mapping(address owner => int256) public podOwnerDepositShares;
    mapping(address owner => uint64) private slashingFactors;

    function putPodConstants(uint256 bits) external {
        pausedBits = bits;
    }

    function putPods(PodInput[] calldata inputs) external {
        for (uint256 i; i < inputs.length; ++i) {
            PodInput calldata input = inputs[i];
            if (ownerToPod[input.owner] == address(0) && input.pod != address(0)) ++numPods;
            ownerToPod[input.owner] = input.pod;
            podOwnerDepositShares[input.owner] = input.shares;
            slashingFactors[input.owner] = input.slashingFactor;
        }
    }

    function createPod() external returns (address pod) {
        if (pausedBits & 1 != 0) revert CurrentlyPaused();
        return create(msg.sender);
    }

    /// Takes the ether; no validator comes of it.
    function stake(bytes calldata, bytes calldata, bytes32) external payable {
        if (pausedBits & 1 != 0) revert CurrentlyPaused();
        if (ownerToPod[msg.sender] == address(0)) create(msg.sender);
    }

    function addShares(address owner, address, uint256 shares) external {
        require(msg.sender == address(DELEGATION), "only the DelegationManager");
        podOwnerDepositShares[owner] += int256(shares);
    }

    function removeShares(address owner, address, uint256 shares) external {
        require(msg.sender == address(DELEGATION), "only the DelegationManager");
        podOwnerDepositShares[owner] -= int256(shares);
    }

    function paused() external view returns (uint256) {
        return pausedBits;
    }

    function paused(uint8 index) external view returns (bool) {
        return pausedBits & (1 << index) != 0;
    }

    function getPod(address owner) external view returns (address) {
        return ownerToPod[owner] == address(0) ? made(owner) : ownerToPod[owner];
    }

    function hasPod(address owner) external view returns (bool) {
        return ownerToPod[owner] != address(0);
    }

    function beaconChainSlashingFactor(address owner) external view returns (uint64) {
        return slashingFactors[owner] == 0 ? uint64(WAD) : slashingFactors[owner];
    }

    function stakerDepositShares(address owner, address strategy) external view returns (uint256) {
        int256 shares = podOwnerDepositShares[owner];
        return strategy != BEACON_ETH || shares < 0 ? 0 : uint256(shares);
    }

    function create(address owner) private returns (address pod) {
        pod = made(owner);
        ownerToPod[owner] = pod;
        ++numPods;
        emit PodDeployed(pod, owner);
    }

    function made(address owner) private pure returns (address) {
        return address(uint160(uint256(keccak256(abi.encode("pod", owner)))));
    }
}
