import type { Address } from '../../core/index.ts';
import type { StakeRead } from './stake.ts';

/**
 * The reads that find out who may change the code of a transparent proxy, and with what delay: its admin slot, the
 * owner of that admin, and what the owner is (a timelock of either kind, a Safe, or a plain key). They go by the names
 * `<name>Admin`, `<name>Owner`, `<name>MinDelay`, `<name>Delay`, `<name>Code`, `<name>Threshold`, `<name>Owners`.
 * `hint` is the admin that somebody published. Source: EIP-1967; OpenZeppelin `TimelockController`, Compound's `Timelock`, Safe.
 */
export function upgradePath(name: string, proxy: Address, hint?: Address) {
  const owner = { answerOf: `${name}Owner` } as const;
  const common = { kind: 'view', grade: 'S' } as const;
  const reads: Readonly<Record<string, StakeRead>> = {
    [`${name}Admin`]: {
      kind: 'slot',
      of: proxy,
      slot: 'admin',
      grade: 'S',
      ...(hint === undefined ? {} : { hint }),
    },
    [`${name}Owner`]: {
      ...common,
      to: { answerOf: `${name}Admin` },
      sig: 'owner()',
      selector: '0x8da5cb5b',
    },
    [`${name}MinDelay`]: { ...common, to: owner, sig: 'getMinDelay()', selector: '0xf27a0c92' },
    [`${name}Delay`]: { ...common, to: owner, sig: 'delay()', selector: '0x6a42b8f8' },
    [`${name}Code`]: { kind: 'code', of: owner, grade: 'S' },
    [`${name}Threshold`]: { ...common, to: owner, sig: 'getThreshold()', selector: '0xe75235b8' },
    [`${name}Owners`]: { ...common, to: owner, sig: 'getOwners()', selector: '0xa0e67e2b', size: 4096 },
  };
  return reads;
}
