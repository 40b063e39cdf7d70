import { mulDivDown, type Reading, unknown, WAD } from '../core/index.ts';
import type { Deposit } from '../detect/index.ts';
import { stakeById } from '../protocols/index.ts';

import type { Findings } from './findings.ts';
import type { Snapshot, SnapshotExit } from './snapshot.ts';

type Figures = Findings['figures'];

/**
 * The chain whose nodes are asked for a deposit: where its stake stands, which for a token that was bridged is not
 * where the deposit is made; the deposit's own where no stake is modelled.
 */
export function chainToAsk(deposit: Pick<Deposit, 'chainId' | 'stake'>): number {
  return (deposit.stake === null ? null : stakeById(deposit.stake)?.chainId) ?? deposit.chainId;
}

/**
 * What was read on Ethereum of a token that is bought or minted on another chain. Who could slash the stake is the same
 * for both. What also rests on the bridge, or on contracts of the other chain, nobody read: there only what is already
 * as bad as it can be stands, and all else is unknown.
 */
export function onOtherChain(findings: Findings, chainId: number): Findings {
  const there = unknown('not-modelled', `contracts and bridge of chain ${chainId}`);
  const { redemptionPaused, upgradeDelaySecs, admin } = findings;
  const atOnce = upgradeDelaySecs.status === 'known' && upgradeDelaySecs.value === 0n;
  return {
    ...findings,
    snapshots: findings.snapshots.map(withOpenExit),
    figures: { ...findings.figures, ...figuresThere(findings.figures, there) },
    depositsPaused: there,
    redemptionPaused:
      redemptionPaused.status === 'known' && redemptionPaused.value ? redemptionPaused : there,
    upgradeDelaySecs: atOnce ? upgradeDelaySecs : there,
    admin: atOnce ? admin : there,
    exitUpperEndIsAssumed: false,
    exitAssumption: null,
    remarks: [
      `The stake stands on Ethereum and was read there. The bridge to chain ${chainId} was not read.`,
      `Nor were the contracts on chain ${chainId}, or whether they are paused.`,
      ...findings.remarks,
    ],
  };
}

/** From a second chain the way out has no end that anybody read, and may begin with a sale at once. */
function withOpenExit(snapshot: Snapshot): Snapshot {
  const exit: SnapshotExit = {
    ...snapshot.exit,
    instantBufferWei: null,
    queue: { minSecs: 0, maxSecs: null },
    queueIncludesUnwind: true,
  };
  return { ...snapshot, exit };
}

function figuresThere(figures: Figures, there: Reading<never>): Figures {
  const { bridgeHeld, bridgeSupply = figures['supply'] } = figures;
  const names = ['bufferWei', 'queueMinSecs', 'queueMaxSecs', 'marketRate', 'sellIn', 'sellOut'];
  return {
    ...Object.fromEntries(names.filter((name) => name in figures).map((name) => [name, there])),
    lastUpgradeAt: there,
    backingWei: isShort(figures) ? (figures['backingWei'] ?? figures['totalWei'] ?? there) : there,
    // One side of the bridge was read: the other can only take fewer checkers.
    bridgeVerifiers: there,
    bridgeVerifiersAtMost: figures['bridgeVerifiersAtMost'] ?? figures['bridgeVerifiers'] ?? there,
    // A forged message can make worthless all that is held on the other chain (risk-model §3.9).
    ...(bridgeHeld === undefined || bridgeSupply === undefined ? {} : { bridgeHeldAtMost: bridgeSupply }),
  };
}

/** Whether the claims on Ethereum alone are not all backed. */
function isShort(figures: Figures): boolean {
  const assets = figures['backingWei'] ?? figures['totalWei'];
  const { supply, rate } = figures;
  if (assets?.status !== 'known' || supply?.status !== 'known' || rate?.status !== 'known') return false;
  return assets.value < mulDivDown(supply.value, rate.value, WAD);
}
