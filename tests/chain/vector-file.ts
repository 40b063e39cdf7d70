/** The file of executed EigenLayer states (`facts/eigenlayer-vectors.md`), as far as the stand-ins use it. */
export type VectorFile = { readonly cases: readonly VectorCase[] };

export type VectorCase = VectorState & {
  readonly world: number;
  readonly index: number;
  readonly views: readonly VectorViews[];
  readonly slashes: readonly VectorSlash[];
  readonly worstCases: readonly VectorWorst[];
};

export type VectorState = {
  readonly constants: Readonly<Record<string, number>>;
  readonly latestBlock: number;
  readonly strategies: readonly {
    readonly id: string;
    readonly addr: string;
    readonly totalShares?: string;
    readonly sharesToUnderlyingOf1e18?: string;
  }[];
  readonly operatorSets: readonly VectorSet[];
  readonly operators: readonly VectorOperator[];
  readonly stakers: readonly VectorStaker[];
};

export type VectorSet = {
  readonly id: string;
  readonly avs: string;
  readonly operatorSetId: number;
  readonly strategies: readonly string[];
  readonly members: readonly string[];
  readonly redistributing: boolean;
  readonly pendingSlasherEffectBlock: number;
  readonly slashCount: number;
};

export type VectorMagnitudes = {
  readonly strategy: string;
  readonly max: string;
  readonly encumbered: string;
  readonly allocatable: string;
  readonly slashableSharesInQueue: string;
  readonly allocations: readonly {
    readonly set: string;
    readonly currentMagnitude: string;
    readonly pendingDiff: string;
    readonly effectBlock: number;
  }[];
};

export type VectorOperator = {
  readonly id: string;
  readonly shares: readonly string[];
  readonly magnitudes: readonly VectorMagnitudes[];
  readonly allocatedSets: readonly string[];
  readonly registeredSets: readonly string[];
  readonly allocationDelay: { readonly isSet: boolean; readonly delay: number };
  readonly isOperatorRedistributable: boolean;
  readonly slashableBy: readonly string[];
  readonly memberOf: readonly string[];
};

export type VectorQueued = {
  readonly delegatedTo: string | null;
  readonly startBlock: number;
  readonly nonce: number;
  readonly strategies: readonly string[];
  readonly scaledShares: readonly string[];
  readonly shares: readonly string[];
};

export type VectorStaker = {
  readonly id: string;
  readonly delegatedTo: string | null;
  readonly withdrawableShares: readonly string[];
  readonly depositShares: readonly string[];
  readonly depositScalingFactor: readonly string[];
  readonly beaconChainSlashingFactor: string;
  readonly queued: readonly VectorQueued[];
};

export type VectorStakerAfter = {
  readonly id: string;
  readonly withdrawableShares: readonly string[];
  readonly queued: readonly { readonly nonce: number; readonly shares: readonly string[] }[];
};

export type VectorViews = {
  readonly set: string;
  readonly allocatedStake: readonly (readonly string[])[];
  readonly minimumSlashableStake: readonly {
    readonly futureBlock: number;
    readonly stake: readonly (readonly string[])[];
  }[];
};

export type VectorSlash = {
  readonly operator: string;
  readonly set: string;
  readonly strategies: readonly string[];
  readonly wads: readonly string[];
  readonly revert?: string;
  readonly block: number;
  readonly wadSlashed: readonly string[];
  readonly totalSharesSlashed: readonly string[];
  readonly operatorAfter: Pick<VectorOperator, 'shares' | 'magnitudes' | 'allocatedSets'>;
  readonly stakersAfter: readonly VectorStakerAfter[];
};

export type VectorWorst = {
  readonly kind: string;
  readonly stateBlock: number;
  readonly steps: readonly { readonly operator: string; readonly set: string; readonly ok: boolean }[];
  readonly operatorsAfter: readonly {
    readonly id: string;
    readonly shares: readonly string[];
    readonly max: readonly string[];
  }[];
  readonly stakersBefore?: readonly VectorStakerAfter[];
  readonly stakersAfter: readonly VectorStakerAfter[];
};
