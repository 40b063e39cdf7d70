// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// Stands at a mainnet address on the embedded chain. It answers by exact calldata first, then by selector, then
/// from its logic contract, if it has one; anything else reverts as a contract without that function does.
/// Ether is always accepted. Its own storage lies in hashed places, so that a logic contract may use slot 0 upwards
/// and the EIP-1967 slots stay free. `tools/chain/stand-in.ts` writes the storage.
///
/// head: bit 160 = some answers are set, bits 0..159 = logic.
/// answer: mode (8 bits from the top), parameter (64 bits from bit 32), size in bytes (32 bits); then its words.
contract StandIn {
    fallback() external payable {
        assembly {
            // keccak256("slashlight.chain.head") and keccak256("slashlight.chain.answers")
            let head := sload(0xdc82837230a00590c3fdf39a39209692238fd27470cae9e69301981bd056d415)
            if shr(160, head) {
                calldatacopy(0, 0, calldatasize())
                mstore(0, keccak256(0, calldatasize()))
                mstore(32, 0xf674d487f7a232df47747d9e7242516272ec4a10cfa3d809756ba050bcd95678)
                let slot := keccak256(0, 64)
                let word := sload(slot)
                if and(iszero(word), gt(calldatasize(), 3)) {
                    mstore(0, shl(224, shr(224, calldataload(0))))
                    slot := keccak256(0, 64)
                    word := sload(slot)
                }
                if word { respond(slot, word) }
            }
            let logic := and(head, 0xffffffffffffffffffffffffffffffffffffffff)
            if logic {
                calldatacopy(0, 0, calldatasize())
                let done := delegatecall(gas(), logic, 0, calldatasize(), 0, 0)
                returndatacopy(0, 0, returndatasize())
                if done { return(0, returndatasize()) }
                revert(0, returndatasize())
            }
            if calldatasize() { revert(0, 0) }
            stop()

            function respond(slot_, word_) {
                let size := and(word_, 0xffffffff)
                let parameter := and(shr(32, word_), 0xffffffffffffffff)
                switch shr(248, word_)
                case 1 {
                    // return the data
                    load(slot_, size)
                    return(0, size)
                }
                case 2 {
                    // revert with the data
                    load(slot_, size)
                    revert(0, size)
                }
                case 3 {
                    // return `parameter` bytes, none of them zero words
                    fill(parameter)
                    return(0, parameter)
                }
                case 4 {
                    // revert with `parameter` bytes
                    fill(parameter)
                    revert(0, parameter)
                }
                case 5 {
                    // never come back
                    for {} 1 {} {}
                }
                case 6 { invalid() }
                case 7 {
                    // call itself with the same question, for ever deeper
                    calldatacopy(0, 0, calldatasize())
                    let done := call(gas(), address(), 0, 0, calldatasize(), 0, 0)
                    returndatacopy(0, 0, returndatasize())
                    return(0, returndatasize())
                }
                case 8 {
                    // burn `parameter` gas, then return the data
                    let start := gas()
                    for {} lt(sub(start, gas()), parameter) {} {}
                    load(slot_, size)
                    return(0, size)
                }
                case 9 {
                    // argument number `parameter` * data[0] / data[1], rounded down
                    let value := calldataload(add(4, mul(32, parameter)))
                    mstore(0, div(mul(value, sload(add(slot_, 1))), sload(add(slot_, 2))))
                    return(0, 32)
                }
                default { revert(0, 0) }
            }
            function load(slot_, size) {
                for { let i := 0 } lt(i, size) { i := add(i, 32) } {
                    mstore(i, sload(add(add(slot_, 1), div(i, 32))))
                }
            }
            function fill(size) {
                for { let i := 0 } lt(i, size) { i := add(i, 32) } { mstore(i, add(i, 1)) }
            }
        }
    }
}
