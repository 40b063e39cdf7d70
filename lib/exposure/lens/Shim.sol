// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// Stands, by a state override, in a contract's place for one eth_call: answers slot(bytes32) from that contract's
/// storage, and hands everything else to the contract's own code, which the same override keeps at `INNER`.
contract Shim {
    fallback() external payable {
        assembly {
            if eq(shr(224, calldataload(0)), 0xb4a6a60a) {
                mstore(0, sload(calldataload(4)))
                return(0, 32)
            }
            calldatacopy(0, 0, calldatasize())
            // replaced by build-lens.ts with the address that keeps the contract's own code
            let done := delegatecall(gas(), 0x5106000000000000000000000000000000005106, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if done { return(0, returndatasize()) }
            revert(0, returndatasize())
        }
    }
}
