// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// Made: a router whose calldata names no token, so that only a trial of it shows what is bought.
contract HiddenRouter {
    function go() external payable {
        GivingToken(0xbf5495Efe5DB9ce00f80364C8B423567e58d2110).give(msg.sender, msg.value);
    }

    function fail() external pure {
        revert("made to fail");
    }

    function nothing() external {}
}

/// Made: writes what a token writes when more of it is made.
contract GivingToken {
    event Transfer(address indexed from, address indexed to, uint256 value);

    function give(address to, uint256 value) external {
        emit Transfer(address(0), to, value);
    }
}
