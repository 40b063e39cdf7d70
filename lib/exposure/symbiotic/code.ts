import { known, unknown } from '../../core/index.ts';

import type { Findings, StakeReading } from '../findings.ts';
import { authorityOf } from '../upgrade-path.ts';

/** A century in seconds: stands for "never", since a delay has to be a number. */
const NEVER = 100n * 365n * 86_400n;

type Code = Pick<Findings, 'upgradeDelaySecs' | 'admin'>;

/**
 * Who may change the code of a vault without an owner: nobody, ever (only its owner may move it to other code); of a
 * token that holds such a vault whoever may change the token's own. Null where the vault has an owner, or it was not
 * read: then the record's own path says it.
 */
export function frozenCode({ record, answers }: StakeReading): Code | null {
  const owner = answers.word('poolCodeOwner');
  if (owner.status === 'unknown' || owner.value !== 0n) return null;
  if (record.holder === undefined) {
    const source = `${owner.source}: nobody`;
    const admin = { type: 'none', who: null, signers: null, threshold: null } as const;
    return { upgradeDelaySecs: known(NEVER, source, owner.block), admin: known(admin, source, owner.block) };
  }
  const found = authorityOf(['token'], answers);
  if (found.status === 'unknown') return { upgradeDelaySecs: found, admin: found };
  const { delaySecs, admin } = found.value;
  const unnamed = delaySecs === 0n && admin.type === 'timelock';
  return {
    upgradeDelaySecs: { ...found, value: delaySecs },
    admin: unnamed ? unknown('no-source', found.source) : { ...found, value: admin },
  };
}
