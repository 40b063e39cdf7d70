// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import "EigenLayer.sol";

/// Stands in for EigenLayer's AllocationManager: the same views with the same meaning, state set by the test driver
/// (`put…`, open to everybody). Slots 155 and 158 lie where the real contract has them; nothing else does.
contract AllocationManager {
    struct DelayInfo {
        uint32 delay;
        bool isSet;
        uint32 pendingDelay;
        uint32 effectBlock;
    }

    struct Registration {
        bool registered;
        uint32 slashableUntil;
    }

    struct Slasher {
        address current;
        address pending;
        uint32 effectBlock;
    }

    struct Checkpoint {
        uint32 atBlock;
        uint64 magnitude;
    }

    struct SetInput {
        OperatorSet set;
        Slasher slasher;
        address recipient;
        uint256 slashCount;
        address[] strategies;
        address[] members;
    }

    struct AllocationInput {
        OperatorSet set;
        Allocation allocation;
    }

    struct BookInput {
        address operator;
        address strategy;
        Checkpoint[] history;
        AllocationInput[] allocations;
    }

    struct RegistrationInput {
        address operator;
        OperatorSet set;
        Registration status;
    }

    struct SlashingParams {
        address operator;
        uint32 operatorSetId;
        address[] strategies;
        uint256[] wadsToSlash;
        string description;
    }

    event OperatorSlashed(
        address operator, OperatorSet operatorSet, address[] strategies, uint256[] wadSlashed, string description
    );
    event AllocationUpdated(
        address operator, OperatorSet operatorSet, address strategy, uint64 magnitude, uint32 effectBlock
    );
    event MaxMagnitudeUpdated(address operator, address strategy, uint64 maxMagnitude);
    event AllocationDelaySet(address operator, uint32 delay, uint32 effectBlock);

    error CurrentlyPaused();
    error InvalidCaller();
    error InvalidOperatorSet();
    error InvalidWadToSlash();
    error InputArrayLengthMismatch();
    error OperatorNotSlashable();
    error StrategiesMustBeInAscendingOrder();
    error StrategyNotInOperatorSet();

    uint256[155] private before;
    mapping(address operator => DelayInfo) private delays; // slot 155
    uint256[2] private between;
    mapping(address operator => mapping(bytes32 key => Registration)) private registrations; // slot 158

    uint256 private pausedBits;
    uint32 public DEALLOCATION_DELAY;
    uint32 public ALLOCATION_CONFIGURATION_DELAY;
    uint32 public SLASHER_CONFIGURATION_DELAY;
    mapping(bytes32 key => bool) private exists;
    mapping(address avs => uint256) public getOperatorSetCount;
    mapping(bytes32 key => Slasher) private slashers;
    mapping(bytes32 key => address) private recipients;
    mapping(bytes32 key => uint256) private slashCounts;
    mapping(bytes32 key => address[]) private setStrategies;
    mapping(bytes32 key => address[]) private members;
    mapping(address operator => bytes32[]) private registered;
    mapping(address operator => bytes32[]) private allocated;
    mapping(address operator => mapping(bytes32 key => address[])) private allocatedStrategies;
    mapping(address operator => mapping(bytes32 key => mapping(address strategy => Allocation))) private allocations;
    mapping(address operator => mapping(address strategy => Checkpoint[])) private magnitudes;

    // --- set by the test driver ---

    function putAllocationConstants(uint32 deallocation, uint32 configuration, uint32 slasherChange, uint256 bits) external {
        (DEALLOCATION_DELAY, ALLOCATION_CONFIGURATION_DELAY) = (deallocation, configuration);
        (SLASHER_CONFIGURATION_DELAY, pausedBits) = (slasherChange, bits);
    }

    function putSets(SetInput[] calldata inputs) external {
        for (uint256 i; i < inputs.length; ++i) {
            SetInput calldata input = inputs[i];
            bytes32 key = keyOf(input.set);
            if (!exists[key]) ++getOperatorSetCount[input.set.avs];
            exists[key] = true;
            slashers[key] = input.slasher;
            recipients[key] = input.recipient;
            slashCounts[key] = input.slashCount;
            setStrategies[key] = input.strategies;
            members[key] = input.members;
        }
    }

    function putDelays(address[] calldata operators, DelayInfo[] calldata infos) external {
        for (uint256 i; i < operators.length; ++i) delays[operators[i]] = infos[i];
    }

    function putRegisteredSets(address operator, OperatorSet[] calldata sets) external {
        delete registered[operator];
        for (uint256 i; i < sets.length; ++i) registered[operator].push(keyOf(sets[i]));
    }

    /// The status alone: the lists of sets and of members are set by their own functions.
    function putRegistrations(RegistrationInput[] calldata inputs) external {
        for (uint256 i; i < inputs.length; ++i) {
            registrations[inputs[i].operator][keyOf(inputs[i].set)] = inputs[i].status;
        }
    }

    function putAllocatedSets(address operator, OperatorSet[] calldata sets) external {
        delete allocated[operator];
        for (uint256 i; i < sets.length; ++i) allocated[operator].push(keyOf(sets[i]));
    }

    function putBooks(BookInput[] calldata inputs) external {
        for (uint256 i; i < inputs.length; ++i) {
            BookInput calldata input = inputs[i];
            magnitudes[input.operator][input.strategy] = input.history;
            for (uint256 j; j < input.allocations.length; ++j) {
                AllocationInput calldata entry = input.allocations[j];
                bytes32 key = keyOf(entry.set);
                allocations[input.operator][key][input.strategy] = entry.allocation;
                if (entry.allocation.currentMagnitude == 0 && entry.allocation.pendingDiff == 0) continue;
                add(allocatedStrategies[input.operator][key], input.strategy);
            }
        }
    }

    // --- slashing ---

    function slashOperator(address avs, SlashingParams calldata params) external returns (uint256, uint256[] memory) {
        OperatorSet memory set = OperatorSet(avs, params.operatorSetId);
        bytes32 key = keyOf(set);
        if (pausedBits & 2 != 0) revert CurrentlyPaused();
        if (params.strategies.length != params.wadsToSlash.length) revert InputArrayLengthMismatch();
        if (!exists[key]) revert InvalidOperatorSet();
        if (msg.sender != getSlasher(set)) revert InvalidCaller();
        if (!isOperatorSlashable(params.operator, set)) revert OperatorNotSlashable();
        uint256[] memory wadSlashed = new uint256[](params.strategies.length);
        uint256[] memory sharesSlashed = new uint256[](params.strategies.length);
        ++slashCounts[key];
        for (uint256 i; i < params.strategies.length; ++i) {
            address strategy = params.strategies[i];
            if (i > 0 && strategy <= params.strategies[i - 1]) revert StrategiesMustBeInAscendingOrder();
            if (params.wadsToSlash[i] == 0 || params.wadsToSlash[i] > WAD) revert InvalidWadToSlash();
            if (!contains(setStrategies[key], strategy)) revert StrategyNotInOperatorSet();
            (wadSlashed[i], sharesSlashed[i]) = slashOne(params.operator, set, strategy, params.wadsToSlash[i]);
        }
        emit OperatorSlashed(params.operator, set, params.strategies, wadSlashed, params.description);
        return (slashCounts[key], sharesSlashed);
    }

    function slashOne(address operator, OperatorSet memory set, address strategy, uint256 wad)
        private
        returns (uint256 wadSlashed, uint256 shares)
    {
        bytes32 key = keyOf(set);
        Allocation memory entry = resolved(operator, key, strategy);
        if (entry.currentMagnitude == 0) return (0, 0);
        uint64 max = getMaxMagnitude(operator, strategy);
        uint64 slashed = uint64(mulWadUp(entry.currentMagnitude, wad));
        wadSlashed = divWad(slashed, max);
        entry.currentMagnitude -= slashed;
        if (entry.pendingDiff < 0) {
            entry.pendingDiff += int128(uint128(mulWadUp(uint128(-entry.pendingDiff), wad)));
            emit AllocationUpdated(
                operator, set, strategy, uint64(int64(entry.currentMagnitude) + int64(entry.pendingDiff)), entry.effectBlock
            );
        }
        magnitudes[operator][strategy].push(Checkpoint(uint32(block.number), max - slashed));
        allocations[operator][key][strategy] = entry;
        if (entry.currentMagnitude == 0 && entry.pendingDiff == 0) {
            remove(allocatedStrategies[operator][key], strategy);
            if (allocatedStrategies[operator][key].length == 0) remove(allocated[operator], key);
        }
        emit AllocationUpdated(operator, set, strategy, entry.currentMagnitude, uint32(block.number));
        emit MaxMagnitudeUpdated(operator, strategy, max - slashed);
        shares = DELEGATION.slashOperatorShares(operator, strategy, max, max - slashed);
    }

    // --- views ---

    function getMaxMagnitude(address operator, address strategy) public view returns (uint64) {
        Checkpoint[] storage history = magnitudes[operator][strategy];
        return history.length == 0 ? uint64(WAD) : history[history.length - 1].magnitude;
    }

    function getMaxMagnitudeAtBlock(address operator, address strategy, uint32 at) public view returns (uint64) {
        Checkpoint[] storage history = magnitudes[operator][strategy];
        for (uint256 i = history.length; i > 0; --i) {
            if (history[i - 1].atBlock <= at) return history[i - 1].magnitude;
        }
        return uint64(WAD);
    }

    function getMaxMagnitudes(address[] calldata operators, address strategy) external view returns (uint64[] memory all) {
        all = new uint64[](operators.length);
        for (uint256 i; i < operators.length; ++i) all[i] = getMaxMagnitude(operators[i], strategy);
    }

    function getMaxMagnitudes(address operator, address[] calldata strategies) external view returns (uint64[] memory all) {
        all = new uint64[](strategies.length);
        for (uint256 i; i < strategies.length; ++i) all[i] = getMaxMagnitude(operator, strategies[i]);
    }

    function getMaxMagnitudesAtBlock(address operator, address[] calldata strategies, uint32 blockNumber)
        external
        view
        returns (uint64[] memory all)
    {
        all = new uint64[](strategies.length);
        for (uint256 i; i < strategies.length; ++i) all[i] = getMaxMagnitudeAtBlock(operator, strategies[i], blockNumber);
    }

    function getAllocation(address operator, OperatorSet memory operatorSet, address strategy)
        public
        view
        returns (Allocation memory)
    {
        return resolved(operator, keyOf(operatorSet), strategy);
    }

    function getAllocations(address[] calldata operators, OperatorSet calldata operatorSet, address strategy)
        external
        view
        returns (Allocation[] memory all)
    {
        all = new Allocation[](operators.length);
        for (uint256 i; i < operators.length; ++i) all[i] = getAllocation(operators[i], operatorSet, strategy);
    }

    function getStrategyAllocations(address operator, address strategy)
        external
        view
        returns (OperatorSet[] memory sets, Allocation[] memory all)
    {
        bytes32[] storage keys = allocated[operator];
        sets = new OperatorSet[](keys.length);
        all = new Allocation[](keys.length);
        for (uint256 i; i < keys.length; ++i) {
            sets[i] = setOf(keys[i]);
            all[i] = resolved(operator, keys[i], strategy);
        }
    }

    function getEncumberedMagnitude(address operator, address strategy) public view returns (uint64 sum) {
        bytes32[] storage keys = allocated[operator];
        for (uint256 i; i < keys.length; ++i) {
            Allocation memory entry = resolved(operator, keys[i], strategy);
            sum += entry.currentMagnitude;
            if (entry.pendingDiff > 0) sum += uint64(uint128(entry.pendingDiff));
        }
    }

    function getAllocatableMagnitude(address operator, address strategy) external view returns (uint64) {
        return getMaxMagnitude(operator, strategy) - getEncumberedMagnitude(operator, strategy);
    }

    function getAllocatedSets(address operator) external view returns (OperatorSet[] memory) {
        return setsOf(allocated[operator]);
    }

    function getRegisteredSets(address operator) external view returns (OperatorSet[] memory) {
        return setsOf(registered[operator]);
    }

    function getAllocatedStrategies(address operator, OperatorSet calldata operatorSet)
        external
        view
        returns (address[] memory)
    {
        return allocatedStrategies[operator][keyOf(operatorSet)];
    }

    function getAllocationDelay(address operator) external view returns (bool isSet, uint32 delay) {
        DelayInfo memory info = delays[operator];
        if (info.effectBlock != 0 && block.number >= info.effectBlock) return (true, info.pendingDelay);
        return (info.isSet, info.delay);
    }

    function isOperatorSet(OperatorSet calldata operatorSet) external view returns (bool) {
        return exists[keyOf(operatorSet)];
    }

    function isMemberOfOperatorSet(address operator, OperatorSet calldata operatorSet) external view returns (bool) {
        return registrations[operator][keyOf(operatorSet)].registered;
    }

    function isOperatorSlashable(address operator, OperatorSet memory operatorSet) public view returns (bool) {
        Registration memory status = registrations[operator][keyOf(operatorSet)];
        return status.registered || block.number <= status.slashableUntil;
    }

    function getMembers(OperatorSet calldata operatorSet) external view returns (address[] memory) {
        return members[keyOf(operatorSet)];
    }

    function getMemberCount(OperatorSet calldata operatorSet) external view returns (uint256) {
        return members[keyOf(operatorSet)].length;
    }

    function getStrategiesInOperatorSet(OperatorSet calldata operatorSet) external view returns (address[] memory) {
        return setStrategies[keyOf(operatorSet)];
    }

    function getAVSRegistrar(address avs) external pure returns (address) {
        return avs;
    }

    function getSlasher(OperatorSet memory operatorSet) public view returns (address) {
        Slasher memory slasher = slashers[keyOf(operatorSet)];
        if (slasher.effectBlock != 0 && block.number >= slasher.effectBlock) return slasher.pending;
        return slasher.current;
    }

    function getPendingSlasher(OperatorSet calldata operatorSet) external view returns (address, uint32) {
        Slasher memory slasher = slashers[keyOf(operatorSet)];
        if (block.number >= slasher.effectBlock) return (address(0), 0);
        return (slasher.pending, slasher.effectBlock);
    }

    function getRedistributionRecipient(OperatorSet memory operatorSet) public view returns (address) {
        address recipient = recipients[keyOf(operatorSet)];
        return recipient == address(0) ? BURN : recipient;
    }

    function isRedistributingOperatorSet(OperatorSet memory operatorSet) public view returns (bool) {
        return getRedistributionRecipient(operatorSet) != BURN;
    }

    /// Registered with a redistributing set, or allocated to one that can still slash.
    function isOperatorRedistributable(address operator) external view returns (bool) {
        bytes32[] storage keys = registered[operator];
        for (uint256 i; i < keys.length; ++i) if (isRedistributingOperatorSet(setOf(keys[i]))) return true;
        keys = allocated[operator];
        for (uint256 i; i < keys.length; ++i) {
            OperatorSet memory set = setOf(keys[i]);
            if (isRedistributingOperatorSet(set) && isOperatorSlashable(operator, set)) return true;
        }
        return false;
    }

    function getSlashCount(OperatorSet calldata operatorSet) external view returns (uint256) {
        return slashCounts[keyOf(operatorSet)];
    }

    function getAllocatedStake(OperatorSet calldata operatorSet, address[] calldata operators, address[] calldata strategies)
        external
        view
        returns (uint256[][] memory)
    {
        return stakeOf(operatorSet, operators, strategies, 0);
    }

    function getMinimumSlashableStake(
        OperatorSet calldata operatorSet,
        address[] calldata operators,
        address[] calldata strategies,
        uint32 futureBlock
    ) external view returns (uint256[][] memory) {
        return stakeOf(operatorSet, operators, strategies, futureBlock);
    }

    /// futureBlock 0: what is allocated, whoever can slash it; else the least that stays slashable until that block.
    function stakeOf(
        OperatorSet calldata set,
        address[] calldata operators,
        address[] calldata strategies,
        uint32 futureBlock
    ) private view returns (uint256[][] memory stake) {
        uint256[][] memory shares = DELEGATION.getOperatorsShares(operators, strategies);
        stake = new uint256[][](operators.length);
        for (uint256 i; i < operators.length; ++i) {
            stake[i] = new uint256[](strategies.length);
            if (futureBlock != 0 && !isOperatorSlashable(operators[i], set)) continue;
            for (uint256 j; j < strategies.length; ++j) {
                uint64 max = getMaxMagnitude(operators[i], strategies[j]);
                if (max == 0) continue;
                Allocation memory entry = getAllocation(operators[i], set, strategies[j]);
                uint256 current = entry.currentMagnitude;
                if (futureBlock != 0 && entry.effectBlock <= futureBlock && entry.pendingDiff < 0) {
                    current -= uint128(-entry.pendingDiff);
                }
                stake[i][j] = mulWad(shares[i][j], divWad(current, max));
            }
        }
    }

    function paused() external view returns (uint256) {
        return pausedBits;
    }

    function paused(uint8 index) external view returns (bool) {
        return pausedBits & (1 << index) != 0;
    }

    // --- keys and lists ---

    function resolved(address operator, bytes32 key, address strategy) private view returns (Allocation memory entry) {
        entry = allocations[operator][key][strategy];
        if (block.number < entry.effectBlock) return entry;
        entry.currentMagnitude = uint64(int64(entry.currentMagnitude) + int64(entry.pendingDiff));
        (entry.pendingDiff, entry.effectBlock) = (0, 0);
    }

    function keyOf(OperatorSet memory set) private pure returns (bytes32) {
        return bytes32((uint256(uint160(set.avs)) << 96) | set.id);
    }

    function setOf(bytes32 key) private pure returns (OperatorSet memory) {
        return OperatorSet(address(bytes20(key)), uint32(uint256(key)));
    }

    function setsOf(bytes32[] storage keys) private view returns (OperatorSet[] memory sets) {
        sets = new OperatorSet[](keys.length);
        for (uint256 i; i < keys.length; ++i) sets[i] = setOf(keys[i]);
    }

    function contains(address[] storage list, address item) private view returns (bool) {
        for (uint256 i; i < list.length; ++i) if (list[i] == item) return true;
        return false;
    }

    function add(address[] storage list, address item) private {
        if (!contains(list, item)) list.push(item);
    }

    function remove(address[] storage list, address item) private {
        for (uint256 i; i < list.length; ++i) {
            if (list[i] != item) continue;
            list[i] = list[list.length - 1];
            list.pop();
            return;
        }
    }

    function remove(bytes32[] storage list, bytes32 item) private {
        for (uint256 i; i < list.length; ++i) {
            if (list[i] != item) continue;
            list[i] = list[list.length - 1];
            list.pop();
            return;
        }
    }
}
