/** What a published study says of attacking one service (§3.5): all of it from the same source. */
export type KnownAttack = {
  readonly service: string;
  /** Share of the service's stake that an attacker needs, 1e18 = 100 %. */
  readonly alphaWad: bigint;
  /** All stake the service can slash, not this token's part alone. */
  readonly stakeWei: bigint;
  readonly profitWei: bigint;
  readonly source: string;
  /** ISO day. */
  readonly asOf: string;
};

/** Studies that were found. None names a profit and a threshold for a service in use, so nothing is claimed. */
export const knownAttacks: readonly KnownAttack[] = [];
