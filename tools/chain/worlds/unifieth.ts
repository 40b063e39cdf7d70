import type { Address } from '../../../lib/core/index.ts';
import { expectedSnapshot } from '../expected.ts';
import { view } from '../stand-in.ts';
import type { World, WorldMoment } from '../world-types.ts';
import { erc20, merged } from './base.ts';
import { accountantState } from './mantle.ts';
import { BOOL, ETH, UINT } from './parts.ts';
import { puffer } from './puffer.ts';

/** Addresses: token-readings `puffer-unifieth`. */
const AT = {
  unifiEth: '0x196ead472583Bc1e9aF7A05F860D9857e1Bd3dCc',
  accountant: '0xA9fB7e2922216deBE3Fd5E1bBE7591eE446Dc21c',
  teller: '0x08eb2EccDF6eBD7abA601791F23ec5b5f68a1d53',
  pufEth: '0xD9A442856C234a39a81a089C06451EBAa4306a72',
} as const satisfies Record<string, Address>;

/** A made eighth of all pufETH lies in the vault, and made other things of which no view tells. */
const PART = 8n;
const OTHER = 40n * ETH;

/** Puffer's unifiETH: a vault with an eighth of the pufETH of the world `puffer`. Made figures. */
export function unifieth(moment: WorldMoment): World {
  const inner = puffer(moment);
  const of = inner.expected.figures['supply'] ?? 0n;
  const share = { held: of / PART, of };
  const idleWei = (inner.expected.idleWei * share.held) / share.of;
  const whole = { ...inner, expected: { ...inner.expected, share } };
  const { lines, queued = [] } = expectedSnapshot(whole, { depositWei: 0n });
  const traced = [...lines, ...queued].reduce((sum, { valueWei }) => sum + BigInt(valueWei ?? 0), 0n);
  // A rate of one keeps the claim equal to the sum of the parts.
  const totalWei = traced + idleWei + OTHER;
  const updatedAt = moment.timestamp - 90_000n;
  return {
    ...inner,
    name: 'unifieth',
    about:
      'Puffer unifiETH with made figures: a vault that holds an eighth of the pufETH of the world puffer.',
    contracts: merged([
      ...inner.contracts,
      { role: 'unifiETH', address: AT.unifiEth, answers: erc20('unifiETH', totalWei) },
      {
        role: 'unifiETH Accountant',
        address: AT.accountant,
        answers: [view(`function getRate() ${UINT}`, ETH), accountantState(ETH, updatedAt)],
      },
      {
        role: 'unifiETH Teller',
        address: AT.teller,
        answers: [view(`function isPaused() ${BOOL}`, false)],
      },
      {
        role: 'PufferVault',
        address: AT.pufEth,
        answers: [view(`function balanceOf(address) ${UINT}`, share.held, [AT.unifiEth])],
      },
    ]),
    expected: {
      ...whole.expected,
      totalWei,
      idleWei,
      untracedWei: OTHER,
      figures: { totalWei, idleWei, supply: totalWei, rate: ETH },
      rateUpdatedAt: updatedAt,
      unsaid: ['bufferWei', 'queueMaxSecs', 'redemptionPaused', 'upgradeDelay', 'admin'],
      redemptionPaused: null,
      upgradeDelaySecs: null,
      admin: null,
      exit: {
        bufferWei: 0n,
        queueMinSecs: 0n,
        queueMaxSecs: null,
        escrowBlocks: 100_800n,
        includesUnwind: true,
        nativeUnwind: true,
      },
    },
  };
}
