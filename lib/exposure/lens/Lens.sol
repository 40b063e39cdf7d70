// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// Walks a restaking deposit in one call: token views, stakers, operators, strategies, queues, prices, allocations,
/// operator sets, slashers. It is never deployed for good: Multicall3 deploys it for the length of one eth_call, or
/// a state override puts it in place.
///
/// It judges nothing. Every sub-read becomes one record of the answer, in a fixed order that `walk.ts` repeats:
///   tag (4 bytes: the question's fingerprint), status (1), length (3), the bytes as the contract gave them.
/// status: 0 answered, 1 reverted, 2 used up its gas, 3 answered more than its bound, 4 not enough gas was left.
/// Where gas runs out the records end: what is missing was not reached.
///
/// The answer starts with six words: block number, time, parent hash, chain id, gas at start,
/// and gas at the end times 256 plus 1 if it stopped early.
/// The program's layout is written by `program.ts`, field for field as `take` reads it here.
contract Lens {
    uint256 private constant MAX_RESULTS = 640;
    uint256 private constant MAX_STAKERS = 600;
    uint256 private constant MAX_STRATEGIES = 40;
    uint256 private constant MAX_PAIRS = 256;
    uint256 private constant MAX_SETS = 640;
    uint256 private constant MAX_MEMBERS = 800;
    /// Shares priced at once: large, so that the price of one wei of shares is exact to a wei.
    uint256 private constant PRICED_SHARES = 1e27;
    uint256 private constant BEACON = 0x00beaC0eeEeeeeEEeEeEEEEeeEEeEeeeEeeEEBEaC0;
    uint256 private constant ADDRESS = (1 << 160) - 1;

    /// Domains of the transient marks that keep the walk free of repeats.
    uint256 private constant SEEN_STAKER = 1;
    uint256 private constant SEEN_STRATEGY = 2;
    uint256 private constant SEEN_OPERATOR = 3;
    uint256 private constant SEEN_PAIR = 4;
    uint256 private constant SEEN_SET = 5;
    uint256 private constant SEEN_MEMBER = 6;

    struct Walk {
        uint256 at; // next byte of the program
        uint256 out; // next free byte of the answer
        uint256 start; // first byte of the answer
        uint256 scratch; // where the next question is written
        uint256 reserve; // gas kept for giving the answer back
        bool stopped;
        bool shim; // AllocationManager answers slot(bytes32)
        uint256 delegation;
        uint256 allocation;
        uint256 valueGas;
        uint256 valueSize;
        uint256 listGas;
        uint256 listSize;
        uint256 alwaysAt; // strategies looked at for every operator
        uint256 always;
        uint256 fallbackAt; // strategies of a staker whose list cannot be read
        uint256 fallbacks;
        uint256 forcedAt; // operators looked at whoever delegates to them
        uint256 forced;
        uint256 listed; // step whose answers are operators to look at in the fallback strategies, plus 1; 0: none
        uint256 pricesAt;
        uint256 prices;
        uint256 results;
        uint256 stakers;
        uint256 strategies;
        uint256 operators;
        uint256 pairs;
        uint256 sets;
        uint256 members;
        uint256[] result; // record of every step result, 0 where nothing was asked
        uint256[] first; // first result of each step
        uint256[] staker; // address, then records of operator, shares and queue
        uint256[] strategy;
        uint256[] operator;
        uint256[] pair; // operator, strategy, record of the allocations
        uint256[] set; // key, record of the slasher
        uint256[] member; // operator, set key, record of membership, record of isOperatorSlashable
    }

    struct Step {
        uint256 op;
        uint256 over;
        uint256 list;
        uint256 targetKind;
        uint256 target;
        uint256 gasCap;
        uint256 size;
        uint256 data;
        uint256 length;
        uint256 patches;
        uint256 patchAt;
    }

    function go(bytes calldata program) external {
        Walk memory w;
        Step memory s;
        uint256 begin;
        assembly {
            begin := program.offset
        }
        w.at = begin;
        prepare(w);
        uint256 steps = take(w, 1);
        for (uint256 i; i < steps; ++i) runStep(w, s, i);
        listStakers(w);
        readTables(w);
        askStakers(w);
        askShares(w);
        pairUp(w);
        pairListed(w);
        askPrices(w);
        askOperators(w);
        askSets(w);
        askTails(w);
        askSlashers(w);
        bool stopped = w.stopped;
        uint256 start = w.start;
        uint256 end = w.out;
        assembly {
            mstore(add(start, 160), or(shl(8, gas()), stopped))
            return(start, sub(end, start))
        }
    }

    // --- the program ---

    /// The next `n` bytes of the program as a number.
    function take(Walk memory w, uint256 n) private pure returns (uint256 value) {
        uint256 at = w.at;
        assembly {
            value := shr(sub(256, mul(8, n)), calldataload(at))
        }
        w.at = at + n;
    }

    function wordOf(uint256 at, uint256 n) private pure returns (uint256 value) {
        assembly {
            value := shr(sub(256, mul(8, n)), calldataload(at))
        }
    }

    /// All memory but the answer is taken here: afterwards only the answer grows.
    function prepare(Walk memory w) private view {
        w.shim = take(w, 1) == 1;
        w.reserve = take(w, 4);
        w.delegation = take(w, 20);
        w.allocation = take(w, 20);
        w.valueGas = take(w, 4);
        w.valueSize = take(w, 3);
        w.listGas = take(w, 4);
        w.listSize = take(w, 3);
        w.result = new uint256[](MAX_RESULTS);
        w.first = new uint256[](257);
        w.staker = new uint256[](MAX_STAKERS * 4);
        w.strategy = new uint256[](MAX_PAIRS);
        w.operator = new uint256[](MAX_PAIRS);
        w.pair = new uint256[](MAX_PAIRS * 3);
        w.set = new uint256[](MAX_SETS * 2);
        w.member = new uint256[](MAX_MEMBERS * 4);
        uint256 scratch;
        assembly {
            scratch := mload(0x40)
            let start := add(scratch, 2048)
            mstore(start, number())
            mstore(add(start, 32), timestamp())
            mstore(add(start, 64), blockhash(sub(number(), 1)))
            mstore(add(start, 96), chainid())
            mstore(add(start, 128), gas())
        }
        w.scratch = scratch;
        w.start = scratch + 2048;
        w.out = w.start + 192;
    }

    /// Lists that serve all stakers; they follow the staker list in the program.
    function readTables(Walk memory w) private pure {
        w.always = take(w, 1);
        w.alwaysAt = w.at;
        w.at += 20 * w.always;
        w.fallbacks = take(w, 1);
        w.fallbackAt = w.at;
        w.at += 20 * w.fallbacks;
        w.forced = take(w, 1);
        w.forcedAt = w.at;
        w.at += 20 * w.forced;
        w.listed = take(w, 1);
        w.prices = take(w, 1);
        w.pricesAt = w.at;
    }

    // --- one read ---

    /// Asks `to` the question at `scratch` and appends the record. Returns where it lies, 0 when gas has run out.
    function ask(Walk memory w, uint256 to, uint256 length, uint256 gasCap, uint256 size)
        private
        view
        returns (uint256 record)
    {
        if (w.stopped) return 0;
        uint256 free = spare(w);
        bool full = free >= gasCap;
        uint256 allowed = full ? gasCap : free;
        if (allowed < 30_000) {
            w.stopped = true;
            return 0;
        }
        record = w.out;
        uint256 question = w.scratch;
        uint256 out;
        assembly {
            let before := gas()
            let done := staticcall(allowed, to, question, length, 0, 0)
            let used := sub(before, gas())
            let n := returndatasize()
            let status := 1
            switch done
            case 0 { if iszero(lt(used, allowed)) { status := 2 } }
            default {
                status := 0
                if gt(n, size) { status := 3 }
            }
            // With less than its cap a read may have failed, or failed inside, for want of gas alone.
            if iszero(full) { if or(iszero(done), gt(mul(2, used), allowed)) { status := 4 } }
            if status { n := 0 }
            let tag := xor(mload(sub(add(question, length), 32)), to)
            tag := and(xor(tag, shr(224, mload(question))), 0xffffffff)
            mstore(record, or(shl(224, tag), or(shl(216, status), shl(192, n))))
            returndatacopy(add(record, 8), 0, n)
            out := add(add(record, 8), n)
        }
        w.out = out;
    }

    /// Gas a read may use now: less what giving the answer back will cost, less the 64th part that stays here.
    function spare(Walk memory w) private view returns (uint256 free) {
        uint256 words = (w.out - w.start) >> 4; // the answer is copied twice on its way out
        uint256 keep = w.reserve + 16 * words + ((words * words) >> 8);
        uint256 left = gasleft();
        return left > keep ? ((left - keep) * 63) / 64 : 0;
    }

    /// Whether there is too little gas left to go on; then nothing more is asked.
    function tired(Walk memory w) private view returns (bool) {
        if (!w.stopped && spare(w) < 60_000) w.stopped = true;
        return w.stopped;
    }

    /// A record made here, not by a call: a balance, or what kind of code an address has.
    function note(Walk memory w, uint256 tag, uint256 to, uint256 value) private view returns (uint256 record) {
        if (w.stopped || spare(w) < 30_000) {
            w.stopped = true;
            return 0;
        }
        record = w.out;
        assembly {
            mstore(record, or(shl(224, and(xor(tag, to), 0xffffffff)), shl(192, 32)))
            mstore(add(record, 8), value)
        }
        w.out = record + 40;
    }

    function askBalance(Walk memory w, uint256 to) private view returns (uint256) {
        return w.stopped ? 0 : note(w, 1, to, address(uint160(to)).balance);
    }

    /// 0 no code, 1 code, 2 an account that only delegates to code (EIP-7702): still one key.
    function askCode(Walk memory w, uint256 to) private view returns (uint256) {
        if (w.stopped) return 0;
        uint256 kind;
        uint256 scratch = w.scratch;
        assembly {
            let n := extcodesize(to)
            kind := iszero(iszero(n))
            if eq(n, 23) {
                extcodecopy(to, scratch, 0, 32)
                if eq(shr(232, mload(scratch)), 0xef0100) { kind := 2 }
            }
        }
        return note(w, 2, to, kind);
    }

    // --- reading an answer back, by hand, within its real length ---

    function lengthOf(uint256 record) private pure returns (uint256 n) {
        assembly {
            n := and(shr(192, mload(record)), 0xffffff)
        }
    }

    function wordAt(uint256 record, uint256 offset) private pure returns (uint256 value) {
        assembly {
            value := mload(add(add(record, 8), offset))
        }
    }

    /// First word of an answered record.
    function value0(uint256 record) private pure returns (bool ok, uint256 value) {
        if (record == 0 || lengthOf(record) < 32) return (false, 0);
        return (true, wordAt(record, 0));
    }

    /// First word as an address that is not zero.
    function address0(uint256 record) private pure returns (uint256 account) {
        (bool ok, uint256 value) = value0(record);
        return ok && value <= ADDRESS ? value : 0;
    }

    /// The list whose offset stands in word `index` after `base`: where its first item lies, and how many there are.
    function listAt(uint256 record, uint256 base, uint256 index, uint256 width)
        private
        pure
        returns (bool ok, uint256 at, uint256 n)
    {
        if (record == 0) return (false, 0, 0);
        uint256 length = lengthOf(record);
        if (base + index * 32 + 32 > length) return (false, 0, 0);
        uint256 offset = wordAt(record, base + index * 32);
        if (offset > 0xffffff || base + offset + 32 > length) return (false, 0, 0);
        at = base + offset;
        n = wordAt(record, at);
        at += 32;
        if (n > 0xffffff || at + n * width > length) return (false, 0, 0);
        return (true, at, n);
    }

    function mark(uint256 domain, uint256 a, uint256 b) private returns (bool fresh) {
        assembly {
            mstore(0, or(shl(248, domain), a))
            mstore(32, b)
            let key := keccak256(0, 64)
            fresh := iszero(tload(key))
            if fresh { tstore(key, 1) }
        }
    }

    // --- steps: the token's own views ---

    function runStep(Walk memory w, Step memory s, uint256 index) private view {
        s.op = take(w, 1);
        s.over = take(w, 1);
        s.list = take(w, 1);
        uint256 max = take(w, 2);
        s.targetKind = take(w, 1);
        s.target = take(w, 20);
        s.gasCap = take(w, 4);
        s.size = take(w, 3);
        s.length = take(w, 2);
        s.data = w.at;
        w.at += s.length;
        s.patches = take(w, 1);
        s.patchAt = w.at;
        w.at += 4 * s.patches;
        uint256 count = countOf(w, s.over, s.list);
        if (count > max) count = max;
        w.first[index] = w.results;
        for (uint256 i; i < count && w.results < MAX_RESULTS && !w.stopped; ++i) {
            w.result[w.results] = stepOnce(w, s, i);
            ++w.results;
        }
        w.first[index + 1] = w.results;
    }

    /// How often a step is asked: once (0), for each item of a list (1), of a count (2), of another step (3), or for
    /// every number up to a last one (4).
    function countOf(Walk memory w, uint256 over, uint256 list) private pure returns (uint256 n) {
        if (over == 0) return 1;
        if (over == 3) return w.first[list + 1] - w.first[list];
        uint256 record = resultOf(w, list, 0);
        bool ok;
        if (over == 1) (, , n) = listAt(record, 0, 0, 32);
        else (ok, n) = value0(record);
        // No step is asked as often as a last number beyond this says.
        if (over == 4 && ok && n < 0xffff) ++n;
    }

    function resultOf(Walk memory w, uint256 step, uint256 i) private pure returns (uint256) {
        uint256 at = w.first[step] + i;
        return at < w.first[step + 1] ? w.result[at] : 0;
    }

    function itemOf(Walk memory w, uint256 over, uint256 list, uint256 i) private pure returns (bool, uint256) {
        if (over == 0 || over == 2 || over == 4) return (true, i);
        if (over == 3) return value0(resultOf(w, list, i));
        uint256 record = resultOf(w, list, 0);
        (bool ok, uint256 at,) = listAt(record, 0, 0, 32);
        return ok ? (true, wordAt(record, at + 32 * i)) : (false, 0);
    }

    function stepOnce(Walk memory w, Step memory s, uint256 i) private view returns (uint256) {
        (bool ok, uint256 item) = itemOf(w, s.over, s.list, i);
        if (!ok) return 0;
        uint256 to = s.target;
        if (s.targetKind == 1) to = address0(resultOf(w, s.target, 0));
        if (s.targetKind == 2) to = item <= ADDRESS ? item : 0;
        if (to == 0) return 0;
        if (s.op == 1) return askBalance(w, to);
        if (s.op == 2) return askCode(w, to);
        uint256 scratch = w.scratch;
        uint256 data = s.data;
        uint256 length = s.length;
        assembly {
            calldatacopy(scratch, data, length)
        }
        for (uint256 p; p < s.patches; ++p) {
            uint256 patch = wordOf(s.patchAt + 4 * p, 4);
            uint256 kind = (patch >> 8) & 0xff;
            uint256 value = item;
            if (kind != 0) (ok, value) = value0(resultOf(w, patch & 0xff, kind == 1 ? i : 0));
            if (!ok) return 0;
            assembly {
                mstore(add(scratch, shr(16, patch)), value)
            }
        }
        return ask(w, to, length, s.gasCap, s.size);
    }

    // --- stakers ---

    function listStakers(Walk memory w) private {
        uint256 mode = take(w, 1);
        if (mode == 0) {
            uint256 given = take(w, 2);
            for (uint256 i; i < given; ++i) addStaker(w, take(w, 20));
            return;
        }
        uint256 step = take(w, 1);
        uint256 over = mode == 1 ? 1 : 3;
        uint256 count = countOf(w, over, step);
        for (uint256 i; i < count && w.stakers < MAX_STAKERS; ++i) {
            if (tired(w)) return;
            (bool ok, uint256 item) = itemOf(w, over, step, i);
            if (ok) addStaker(w, item);
        }
    }

    function addStaker(Walk memory w, uint256 account) private {
        if (account == 0 || account > ADDRESS || w.stakers == MAX_STAKERS) return;
        if (!mark(SEEN_STAKER, account, 0)) return;
        w.staker[w.stakers * 4] = account;
        ++w.stakers;
    }

    function askStakers(Walk memory w) private view {
        for (uint256 i; i < w.stakers && !w.stopped; ++i) {
            uint256 account = w.staker[i * 4];
            w.staker[i * 4 + 1] = ask1(w, w.delegation, 0x65da1264, account, w.valueGas, w.valueSize);
            w.staker[i * 4 + 2] = ask1(w, w.delegation, 0x66d5ba93, account, w.listGas, w.listSize);
            w.staker[i * 4 + 3] = ask1(w, w.delegation, 0x5dd68579, account, w.listGas, w.listSize);
        }
    }

    function askShares(Walk memory w) private view {
        uint256 scratch = w.scratch;
        for (uint256 i; i < w.stakers && !w.stopped; ++i) {
            uint256 n = ownStrategies(w, i, scratch + 100);
            if (n == 0) continue;
            uint256 account = w.staker[i * 4];
            assembly {
                mstore(scratch, shl(224, 0xc978f7ac)) // getWithdrawableShares(address,address[])
                mstore(add(scratch, 4), account)
                mstore(add(scratch, 36), 64)
                mstore(add(scratch, 68), n)
            }
            ask(w, w.delegation, 100 + 32 * n, w.listGas, w.listSize);
        }
    }

    /// Writes the strategies a staker holds to `to`; those of the program when its own list cannot be read.
    function ownStrategies(Walk memory w, uint256 i, uint256 to) private pure returns (uint256 n) {
        uint256 record = w.staker[i * 4 + 2];
        (bool ok, uint256 at, uint256 count) = listAt(record, 0, 0, 32);
        if (count > MAX_STRATEGIES) count = MAX_STRATEGIES;
        for (uint256 j; ok && j < count; ++j) {
            uint256 strategy = wordAt(record, at + 32 * j);
            if (strategy > ADDRESS) ok = false;
            assembly {
                mstore(add(to, mul(32, j)), strategy)
            }
        }
        if (ok) return count;
        if (record == 0) return 0;
        for (uint256 j; j < w.fallbacks; ++j) {
            uint256 strategy = wordOf(w.fallbackAt + 20 * j, 20);
            assembly {
                mstore(add(to, mul(32, j)), strategy)
            }
        }
        return w.fallbacks;
    }

    // --- who can touch which strategy ---

    function pairUp(Walk memory w) private {
        uint256 list = w.scratch + 100;
        for (uint256 i; i < w.stakers; ++i) {
            if (tired(w)) return;
            uint256 operator = address0(w.staker[i * 4 + 1]);
            uint256 n = ownStrategies(w, i, list);
            for (uint256 j; j < n; ++j) {
                uint256 strategy;
                assembly {
                    strategy := mload(add(list, mul(32, j)))
                }
                addPair(w, operator, strategy);
                for (uint256 k; k < w.forced; ++k) addPair(w, wordOf(w.forcedAt + 20 * k, 20), strategy);
            }
            for (uint256 j; j < w.always; ++j) addPair(w, operator, wordOf(w.alwaysAt + 20 * j, 20));
            pairQueue(w, w.staker[i * 4 + 3]);
        }
        for (uint256 k; k < w.forced; ++k) {
            for (uint256 j; j < w.always; ++j) {
                addPair(w, wordOf(w.forcedAt + 20 * k, 20), wordOf(w.alwaysAt + 20 * j, 20));
            }
        }
    }

    /// Operators that the token's own contracts list.
    function pairListed(Walk memory w) private {
        if (w.listed == 0) return;
        uint256 end = w.first[w.listed];
        for (uint256 i = w.first[w.listed - 1]; i < end && !tired(w); ++i) {
            uint256 operator = address0(w.result[i]);
            for (uint256 j; operator != 0 && j < w.fallbacks; ++j) addPair(w, operator, wordOf(w.fallbackAt + 20 * j, 20));
        }
    }

    /// Queued withdrawals stay with the operator they left.
    function pairQueue(Walk memory w, uint256 record) private {
        (bool ok, uint256 at, uint256 n) = listAt(record, 0, 0, 32);
        if (!ok) return;
        for (uint256 i; i < n; ++i) {
            if (tired(w)) return;
            uint256 offset = wordAt(record, at + 32 * i);
            if (offset > 0xffffff || at + offset + 224 > lengthOf(record)) return;
            uint256 operator = wordAt(record, at + offset + 32);
            (bool whole, uint256 from, uint256 count) = listAt(record, at + offset, 5, 32);
            if (!whole || operator > ADDRESS) return;
            for (uint256 j; j < count && !tired(w); ++j) {
                uint256 strategy = wordAt(record, from + 32 * j);
                if (strategy > ADDRESS) return;
                addPair(w, operator, strategy);
            }
        }
    }

    function addPair(Walk memory w, uint256 operator, uint256 strategy) private {
        if (strategy == 0) return;
        if (w.strategies < MAX_PAIRS && mark(SEEN_STRATEGY, strategy, 0)) w.strategy[w.strategies++] = strategy;
        if (operator == 0 || w.pairs == MAX_PAIRS || !mark(SEEN_PAIR, operator, strategy)) return;
        w.pair[w.pairs * 3] = operator;
        w.pair[w.pairs * 3 + 1] = strategy;
        ++w.pairs;
        if (mark(SEEN_OPERATOR, operator, 0)) w.operator[w.operators++] = operator;
    }

    // --- prices ---

    function askPrices(Walk memory w) private view {
        for (uint256 i; i < w.strategies && !w.stopped; ++i) {
            uint256 strategy = w.strategy[i];
            if (strategy == BEACON) continue;
            ask1(w, strategy, 0x7a8b2637, PRICED_SHARES, w.valueGas, w.valueSize); // sharesToUnderlyingView(uint256)
            for (uint256 p; p < w.prices; ++p) {
                uint256 at = w.pricesAt + 77 * p;
                if (wordOf(at, 20) != strategy) continue;
                uint256 length = wordOf(at + 40, 1);
                uint256 scratch = w.scratch;
                assembly {
                    calldatacopy(scratch, add(at, 41), length)
                }
                ask(w, wordOf(at + 20, 20), length, w.valueGas, w.valueSize);
            }
        }
    }

    // --- operators, sets, slashers ---

    function askOperators(Walk memory w) private view {
        for (uint256 i; i < w.operators && !w.stopped; ++i) {
            uint256 operator = w.operator[i];
            ask1(w, w.allocation, 0xb9fbaed1, operator, w.valueGas, w.valueSize); // getAllocationDelay(address)
            if (w.shim) askSlot(w, hash2(operator, 155));
        }
        for (uint256 i; i < w.pairs && !w.stopped; ++i) {
            uint256 operator = w.pair[i * 3];
            uint256 strategy = w.pair[i * 3 + 1];
            ask2(w, 0xa9333ec8, operator, strategy, w.valueGas, w.valueSize); // getMaxMagnitude
            w.pair[i * 3 + 2] = ask2(w, 0x40120dab, operator, strategy, w.listGas, w.listSize); // getStrategyAllocations
        }
    }

    function askSets(Walk memory w) private {
        for (uint256 i; i < w.pairs && !w.stopped; ++i) addSets(w, w.pair[i * 3], w.pair[i * 3 + 2]);
        for (uint256 i; i < w.sets && !w.stopped; ++i) {
            uint256 key = w.set[i * 2];
            askSet(w, 0x4177a87c, key, w.listGas, w.listSize); // getStrategiesInOperatorSet
            askSet(w, 0xf231bd08, key, w.valueGas, w.valueSize); // isRedistributingOperatorSet
            askSet(w, 0x0f3df50e, key, w.valueGas, w.valueSize); // getRedistributionRecipient
            w.set[i * 2 + 1] = askSet(w, 0xd4a3fcce, key, w.valueGas, w.valueSize); // getSlasher
            askSet(w, 0xd7794857, key, w.valueGas, w.valueSize); // getPendingSlasher
            askSet(w, 0x4cfd2939, key, w.valueGas, w.valueSize); // getSlashCount
        }
        for (uint256 i; i < w.members && !w.stopped; ++i) w.member[i * 4 + 2] = askMember(w, 0x670d3ba2, i); // isMemberOfOperatorSet
    }

    /// Sets with something allocated or about to be: only those can matter.
    function addSets(Walk memory w, uint256 operator, uint256 record) private {
        (bool ok, uint256 from, uint256 n) = listAt(record, 0, 0, 64);
        (bool same, uint256 at, uint256 m) = listAt(record, 0, 1, 96);
        if (!ok || !same || n != m) return;
        if (tired(w)) return;
        for (uint256 i; i < n; ++i) {
            if (wordAt(record, from + 64 * i) > ADDRESS || wordAt(record, from + 64 * i + 32) > 0xffffffff) return;
        }
        for (uint256 i; i < n && !tired(w); ++i) {
            if (wordAt(record, at + 96 * i) == 0 && wordAt(record, at + 96 * i + 32) == 0) continue;
            uint256 key = (wordAt(record, from + 64 * i) << 96) | wordAt(record, from + 64 * i + 32);
            if (w.sets < MAX_SETS && mark(SEEN_SET, 0, key)) {
                w.set[w.sets * 2] = key;
                ++w.sets;
            }
            if (w.members == MAX_MEMBERS || !mark(SEEN_MEMBER, operator, key)) continue;
            w.member[w.members * 4] = operator;
            w.member[w.members * 4 + 1] = key;
            ++w.members;
        }
    }

    function askTails(Walk memory w) private view {
        for (uint256 i; i < w.members && !w.stopped; ++i) {
            (bool ok, uint256 member) = value0(w.member[i * 4 + 2]);
            if (ok && member == 1) continue;
            w.member[i * 4 + 3] = askMember(w, 0x1352c3e6, i); // isOperatorSlashable
        }
        if (!w.shim) return;
        for (uint256 i; i < w.members && !w.stopped; ++i) {
            (bool ok, uint256 slashable) = value0(w.member[i * 4 + 3]);
            if (!ok || slashable != 1) continue;
            askSlot(w, hash2(w.member[i * 4 + 1], hash2(w.member[i * 4], 158)));
        }
    }

    function askSlashers(Walk memory w) private view {
        for (uint256 i; i < w.sets && !w.stopped; ++i) {
            uint256 slasher = address0(w.set[i * 2 + 1]);
            if (slasher != 0) askCode(w, slasher);
        }
    }

    // --- questions of one, two and three words ---

    function ask1(Walk memory w, uint256 to, uint256 selector, uint256 a, uint256 gasCap, uint256 size)
        private
        view
        returns (uint256)
    {
        uint256 scratch = w.scratch;
        assembly {
            mstore(scratch, shl(224, selector))
            mstore(add(scratch, 4), a)
        }
        return ask(w, to, 36, gasCap, size);
    }

    function ask2(Walk memory w, uint256 selector, uint256 a, uint256 b, uint256 gasCap, uint256 size)
        private
        view
        returns (uint256)
    {
        uint256 scratch = w.scratch;
        assembly {
            mstore(scratch, shl(224, selector))
            mstore(add(scratch, 4), a)
            mstore(add(scratch, 36), b)
        }
        return ask(w, w.allocation, 68, gasCap, size);
    }

    function askSet(Walk memory w, uint256 selector, uint256 key, uint256 gasCap, uint256 size)
        private
        view
        returns (uint256)
    {
        return ask2(w, selector, key >> 96, key & 0xffffffff, gasCap, size);
    }

    function askMember(Walk memory w, uint256 selector, uint256 i) private view returns (uint256) {
        uint256 scratch = w.scratch;
        uint256 operator = w.member[i * 4];
        uint256 key = w.member[i * 4 + 1];
        assembly {
            mstore(scratch, shl(224, selector))
            mstore(add(scratch, 4), operator)
            mstore(add(scratch, 36), shr(96, key))
            mstore(add(scratch, 68), and(key, 0xffffffff))
        }
        return ask(w, w.allocation, 100, w.valueGas, w.valueSize);
    }

    function askSlot(Walk memory w, uint256 slot) private view returns (uint256) {
        return ask1(w, w.allocation, 0xb4a6a60a, slot, w.valueGas, w.valueSize); // slot(bytes32), answered by the shim
    }

    function hash2(uint256 a, uint256 b) private pure returns (uint256 digest) {
        assembly {
            mstore(0, a)
            mstore(32, b)
            digest := keccak256(0, 64)
        }
    }
}
