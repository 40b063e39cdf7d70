// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import "EigenLayer.sol";

/// Stands in for EigenLayer's DelegationManager: who is delegated to whom, what they can withdraw, what waits.
/// Signatures of operators' approvers are not checked. State set by the test driver (`put…`, open to everybody).
contract DelegationManager {
    struct StakerInput {
        address staker;
        address operator;
        address[] strategies;
        uint256[] scalingFactors;
    }

    struct SharesInput {
        address operator;
        address[] strategies;
        uint256[] shares;
    }

    struct SignatureWithExpiry {
        bytes signature;
        uint256 expiry;
    }

    struct QueuedWithdrawalParams {
        address[] strategies;
        uint256[] depositShares;
        address __deprecated_withdrawer;
    }

    struct Entry {
        uint32 startBlock;
        uint256 scaledShares;
    }

    event StakerDelegated(address indexed staker, address indexed operator);
    event StakerUndelegated(address indexed staker, address indexed operator);
    event OperatorSharesSlashed(address indexed operator, address strategy, uint256 totalSlashedShares);
    event SlashingWithdrawalQueued(bytes32 withdrawalRoot, Withdrawal withdrawal, uint256[] sharesToWithdraw);
    event SlashingWithdrawalCompleted(bytes32 withdrawalRoot);

    error ActivelyDelegated();
    error CurrentlyPaused();
    error FullySlashed();
    error NotActivelyDelegated();
    error OperatorNotRegistered();
    error OperatorsCannotUndelegate();
    error WithdrawalDelayNotElapsed();
    error WithdrawalNotQueued();
    error WithdrawerNotCaller();

    uint256 private pausedBits;
    uint32 public minWithdrawalDelayBlocks;
    mapping(address staker => address) public delegatedTo;
    mapping(address operator => address) public delegationApprover;
    mapping(address operator => mapping(address strategy => uint256)) public operatorShares;
    mapping(address staker => mapping(address strategy => uint256)) private scalingFactors;
    mapping(address staker => uint256) public cumulativeWithdrawalsQueued;
    mapping(bytes32 root => bool) public pendingWithdrawals;
    mapping(bytes32 root => Withdrawal) private withdrawals;
    mapping(address staker => bytes32[]) private roots;
    mapping(address operator => mapping(address strategy => Entry[])) private queue;

    // --- set by the test driver ---

    function putDelegationConstants(uint32 withdrawalDelay, uint256 bits) external {
        (minWithdrawalDelayBlocks, pausedBits) = (withdrawalDelay, bits);
    }

    function putStakers(StakerInput[] calldata inputs) external {
        for (uint256 i; i < inputs.length; ++i) {
            StakerInput calldata input = inputs[i];
            delegatedTo[input.staker] = input.operator;
            for (uint256 j; j < input.scalingFactors.length; ++j) {
                scalingFactors[input.staker][input.strategies[j]] = input.scalingFactors[j];
            }
        }
    }

    /// Makes them operators (delegated to themselves) with the shares that all their stakers have together.
    function putOperators(SharesInput[] calldata inputs) external {
        for (uint256 i; i < inputs.length; ++i) {
            SharesInput calldata input = inputs[i];
            delegatedTo[input.operator] = input.operator;
            for (uint256 j; j < input.shares.length; ++j) {
                operatorShares[input.operator][input.strategies[j]] = input.shares[j];
            }
        }
    }

    function putWithdrawals(Withdrawal[] calldata inputs) external {
        for (uint256 i; i < inputs.length; ++i) enqueue(inputs[i]);
    }

    /// Forgets what a staker has waiting.
    function dropWithdrawals(address staker) external {
        for (uint256 i; i < roots[staker].length; ++i) {
            pendingWithdrawals[roots[staker][i]] = false;
            delete withdrawals[roots[staker][i]];
        }
        delete roots[staker];
    }

    // --- what people send ---

    function registerAsOperator(address approver, uint32, string calldata) external {
        if (delegatedTo[msg.sender] != address(0)) revert ActivelyDelegated();
        delegationApprover[msg.sender] = approver;
        delegate(msg.sender, msg.sender);
    }

    function delegateTo(address operator, SignatureWithExpiry calldata, bytes32) external {
        if (pausedBits & 1 != 0) revert CurrentlyPaused();
        if (delegatedTo[msg.sender] != address(0)) revert ActivelyDelegated();
        if (!isOperator(operator)) revert OperatorNotRegistered();
        delegate(msg.sender, operator);
    }

    function redelegate(address newOperator, SignatureWithExpiry calldata, bytes32)
        external
        returns (bytes32[] memory queued)
    {
        if (!isOperator(newOperator)) revert OperatorNotRegistered();
        queued = leave(msg.sender);
        delegate(msg.sender, newOperator);
    }

    function undelegate(address staker) external returns (bytes32[] memory) {
        return leave(staker);
    }

    function queueWithdrawals(QueuedWithdrawalParams[] calldata params) external returns (bytes32[] memory queued) {
        if (pausedBits & 2 != 0) revert CurrentlyPaused();
        queued = new bytes32[](params.length);
        for (uint256 i; i < params.length; ++i) {
            queued[i] = queueShares(msg.sender, params[i].strategies, params[i].depositShares);
        }
    }

    function completeQueuedWithdrawal(Withdrawal calldata withdrawal, address[] calldata, bool receiveAsTokens) external {
        complete(withdrawal, receiveAsTokens);
    }

    function completeQueuedWithdrawals(
        Withdrawal[] calldata many,
        address[][] calldata,
        bool[] calldata receiveAsTokens
    ) external {
        for (uint256 i; i < many.length; ++i) complete(many[i], receiveAsTokens[i]);
    }

    // --- called by the other managers ---

    function increaseDelegatedShares(address staker, address strategy, uint256 previous, uint256 added) public {
        address operator = delegatedTo[staker];
        uint256 factor = slashingFactor(staker, operator, strategy);
        if (factor == 0) revert FullySlashed();
        uint256 now_ = mulWad(mulWad(previous, depositScalingFactor(staker, strategy)), factor);
        uint256 divisor = mulWad(previous + added, factor);
        scalingFactors[staker][strategy] = divisor == 0 ? WAD : divWad(now_ + added, divisor);
        if (operator != address(0)) operatorShares[operator][strategy] += added;
    }

    function slashOperatorShares(address operator, address strategy, uint64 before, uint64 afterwards)
        external
        returns (uint256 slashed)
    {
        require(msg.sender == address(ALLOCATIONS), "only the AllocationManager");
        uint256 shares = operatorShares[operator][strategy];
        uint256 rest = before == 0 ? 0 : mulDivUp(shares, afterwards, before);
        operatorShares[operator][strategy] = rest;
        slashed = shares - rest + mulWad(slashableScaled(operator, strategy), before - afterwards);
        emit OperatorSharesSlashed(operator, strategy, slashed);
    }

    // --- views ---

    function beaconChainETHStrategy() external pure returns (address) {
        return BEACON_ETH;
    }

    function version() external pure returns (string memory) {
        return "stand-in";
    }

    function paused() external view returns (uint256) {
        return pausedBits;
    }

    function paused(uint8 index) external view returns (bool) {
        return pausedBits & (1 << index) != 0;
    }

    function isDelegated(address staker) external view returns (bool) {
        return delegatedTo[staker] != address(0);
    }

    function isOperator(address operator) public view returns (bool) {
        return operator != address(0) && delegatedTo[operator] == operator;
    }

    function depositScalingFactor(address staker, address strategy) public view returns (uint256) {
        uint256 factor = scalingFactors[staker][strategy];
        return factor == 0 ? WAD : factor;
    }

    function getOperatorShares(address operator, address[] memory strategies) public view returns (uint256[] memory shares) {
        shares = new uint256[](strategies.length);
        for (uint256 i; i < strategies.length; ++i) shares[i] = operatorShares[operator][strategies[i]];
    }

    function getOperatorsShares(address[] calldata operators, address[] calldata strategies)
        external
        view
        returns (uint256[][] memory shares)
    {
        shares = new uint256[][](operators.length);
        for (uint256 i; i < operators.length; ++i) shares[i] = getOperatorShares(operators[i], strategies);
    }

    function getDepositedShares(address staker) public view returns (address[] memory, uint256[] memory) {
        (address[] memory strategies, uint256[] memory shares) = IStrategyManager(address(STRATEGIES)).getDeposits(staker);
        int256 pod = PODS.podOwnerDepositShares(staker);
        if (pod <= 0) return (strategies, shares);
        address[] memory more = new address[](strategies.length + 1);
        uint256[] memory all = new uint256[](strategies.length + 1);
        for (uint256 i; i < strategies.length; ++i) (more[i], all[i]) = (strategies[i], shares[i]);
        (more[strategies.length], all[strategies.length]) = (BEACON_ETH, uint256(pod));
        return (more, all);
    }

    function getWithdrawableShares(address staker, address[] memory strategies)
        public
        view
        returns (uint256[] memory withdrawable, uint256[] memory deposited)
    {
        withdrawable = new uint256[](strategies.length);
        deposited = new uint256[](strategies.length);
        address operator = delegatedTo[staker];
        for (uint256 i; i < strategies.length; ++i) {
            deposited[i] = managerOf(strategies[i]).stakerDepositShares(staker, strategies[i]);
            uint256 scaled = mulWad(deposited[i], depositScalingFactor(staker, strategies[i]));
            withdrawable[i] = mulWad(scaled, slashingFactor(staker, operator, strategies[i]));
        }
    }

    function convertToDepositShares(address staker, address[] calldata strategies, uint256[] calldata withdrawable)
        external
        view
        returns (uint256[] memory shares)
    {
        shares = new uint256[](strategies.length);
        for (uint256 i; i < strategies.length; ++i) {
            uint256 factor = slashingFactor(staker, delegatedTo[staker], strategies[i]);
            shares[i] = divWad(divWad(withdrawable[i], depositScalingFactor(staker, strategies[i])), factor);
        }
    }

    function getQueuedWithdrawalRoots(address staker) external view returns (bytes32[] memory) {
        return roots[staker];
    }

    function queuedWithdrawals(bytes32 root) external view returns (Withdrawal memory) {
        return withdrawals[root];
    }

    function getQueuedWithdrawal(bytes32 root) public view returns (Withdrawal memory waiting, uint256[] memory shares) {
        waiting = withdrawals[root];
        shares = new uint256[](waiting.strategies.length);
        uint32 last = waiting.startBlock + minWithdrawalDelayBlocks;
        for (uint256 i; i < shares.length; ++i) {
            uint256 factor = last < uint32(block.number)
                ? slashingFactorAt(waiting.staker, waiting.delegatedTo, waiting.strategies[i], last)
                : slashingFactor(waiting.staker, waiting.delegatedTo, waiting.strategies[i]);
            shares[i] = mulWad(waiting.scaledShares[i], factor);
        }
    }

    function getQueuedWithdrawals(address staker)
        external
        view
        returns (Withdrawal[] memory waiting, uint256[][] memory shares)
    {
        bytes32[] storage all = roots[staker];
        waiting = new Withdrawal[](all.length);
        shares = new uint256[][](all.length);
        for (uint256 i; i < all.length; ++i) (waiting[i], shares[i]) = getQueuedWithdrawal(all[i]);
    }

    function getSlashableSharesInQueue(address operator, address strategy) external view returns (uint256) {
        return mulWad(slashableScaled(operator, strategy), ALLOCATIONS.getMaxMagnitude(operator, strategy));
    }

    function calculateWithdrawalRoot(Withdrawal memory withdrawal) public pure returns (bytes32) {
        return keccak256(abi.encode(withdrawal));
    }

    // --- inside ---

    function managerOf(address strategy) private pure returns (IShareManager) {
        return strategy == BEACON_ETH ? IShareManager(address(PODS)) : STRATEGIES;
    }

    function slashingFactor(address staker, address operator, address strategy) private view returns (uint256 factor) {
        factor = operator == address(0) ? WAD : ALLOCATIONS.getMaxMagnitude(operator, strategy);
        if (strategy == BEACON_ETH) factor = mulWad(factor, PODS.beaconChainSlashingFactor(staker));
    }

    function slashingFactorAt(address staker, address operator, address strategy, uint32 at)
        private
        view
        returns (uint256 factor)
    {
        factor = operator == address(0) ? WAD : ALLOCATIONS.getMaxMagnitudeAtBlock(operator, strategy, at);
        if (strategy == BEACON_ETH) factor = mulWad(factor, PODS.beaconChainSlashingFactor(staker));
    }

    /// Reverts on a chain that is younger than the delay, as the original does.
    function slashableScaled(address operator, address strategy) private view returns (uint256 sum) {
        uint32 from = uint32(block.number) - minWithdrawalDelayBlocks - 1;
        Entry[] storage entries = queue[operator][strategy];
        for (uint256 i; i < entries.length; ++i) if (entries[i].startBlock > from) sum += entries[i].scaledShares;
    }

    function delegate(address staker, address operator) private {
        delegatedTo[staker] = operator;
        emit StakerDelegated(staker, operator);
        (address[] memory strategies, uint256[] memory deposited) = getDepositedShares(staker);
        for (uint256 i; i < strategies.length; ++i) {
            uint256 max = ALLOCATIONS.getMaxMagnitude(operator, strategies[i]);
            if (max == 0) revert FullySlashed();
            uint256 held = mulWad(deposited[i], depositScalingFactor(staker, strategies[i]));
            if (strategies[i] == BEACON_ETH) held = mulWad(held, PODS.beaconChainSlashingFactor(staker));
            scalingFactors[staker][strategies[i]] = divWad(depositScalingFactor(staker, strategies[i]), max);
            operatorShares[operator][strategies[i]] += held;
        }
    }

    function leave(address staker) private returns (bytes32[] memory queued) {
        if (pausedBits & 2 != 0) revert CurrentlyPaused();
        address operator = delegatedTo[staker];
        if (operator == address(0)) revert NotActivelyDelegated();
        if (operator == staker) revert OperatorsCannotUndelegate();
        (address[] memory strategies, uint256[] memory deposited) = getDepositedShares(staker);
        queued = new bytes32[](strategies.length);
        for (uint256 i; i < strategies.length; ++i) {
            address[] memory one = new address[](1);
            uint256[] memory shares = new uint256[](1);
            (one[0], shares[0]) = (strategies[i], deposited[i]);
            queued[i] = queueShares(staker, one, shares);
        }
        delegatedTo[staker] = address(0);
        emit StakerUndelegated(staker, operator);
    }

    function queueShares(address staker, address[] memory strategies, uint256[] memory depositShares)
        private
        returns (bytes32)
    {
        Withdrawal memory waiting;
        (waiting.staker, waiting.delegatedTo, waiting.withdrawer) = (staker, delegatedTo[staker], staker);
        (waiting.nonce, waiting.startBlock) = (cumulativeWithdrawalsQueued[staker], uint32(block.number));
        waiting.strategies = strategies;
        waiting.scaledShares = new uint256[](strategies.length);
        for (uint256 i; i < strategies.length; ++i) {
            address strategy = strategies[i];
            waiting.scaledShares[i] = mulWad(depositShares[i], depositScalingFactor(staker, strategy));
            uint256 worth = mulWad(waiting.scaledShares[i], slashingFactor(staker, waiting.delegatedTo, strategy));
            managerOf(strategy).removeShares(staker, strategy, depositShares[i]);
            if (managerOf(strategy).stakerDepositShares(staker, strategy) == 0) delete scalingFactors[staker][strategy];
            if (waiting.delegatedTo != address(0)) operatorShares[waiting.delegatedTo][strategy] -= worth;
        }
        return enqueue(waiting);
    }

    function enqueue(Withdrawal memory waiting) private returns (bytes32 root) {
        root = calculateWithdrawalRoot(waiting);
        withdrawals[root] = waiting;
        pendingWithdrawals[root] = true;
        roots[waiting.staker].push(root);
        if (waiting.nonce >= cumulativeWithdrawalsQueued[waiting.staker]) {
            cumulativeWithdrawalsQueued[waiting.staker] = waiting.nonce + 1;
        }
        for (uint256 i; i < waiting.strategies.length; ++i) {
            queue[waiting.delegatedTo][waiting.strategies[i]].push(Entry(waiting.startBlock, waiting.scaledShares[i]));
        }
        (, uint256[] memory shares) = getQueuedWithdrawal(root);
        emit SlashingWithdrawalQueued(root, waiting, shares);
    }

    function complete(Withdrawal calldata withdrawal, bool receiveAsTokens) private {
        if (pausedBits & 4 != 0) revert CurrentlyPaused();
        bytes32 root = calculateWithdrawalRoot(withdrawal);
        if (!pendingWithdrawals[root]) revert WithdrawalNotQueued();
        if (msg.sender != withdrawal.withdrawer) revert WithdrawerNotCaller();
        if (uint32(block.number) <= withdrawal.startBlock + minWithdrawalDelayBlocks) revert WithdrawalDelayNotElapsed();
        (, uint256[] memory shares) = getQueuedWithdrawal(root);
        pendingWithdrawals[root] = false;
        delete withdrawals[root];
        bytes32[] storage all = roots[withdrawal.staker];
        for (uint256 i; i < all.length; ++i) {
            if (all[i] != root) continue;
            all[i] = all[all.length - 1];
            all.pop();
            break;
        }
        emit SlashingWithdrawalCompleted(root);
        if (receiveAsTokens) return;
        for (uint256 i; i < shares.length; ++i) {
            address strategy = withdrawal.strategies[i];
            uint256 previous = managerOf(strategy).stakerDepositShares(withdrawal.staker, strategy);
            managerOf(strategy).addShares(withdrawal.staker, strategy, shares[i]);
            increaseDelegatedShares(withdrawal.staker, strategy, previous, shares[i]);
        }
    }
}
