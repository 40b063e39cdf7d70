import { WAD } from '../core/index.ts';
import type { StakeAnswer } from './answer.ts';
import type { AssessInput } from './assessment.ts';
import { isUnknown } from './confidence.ts';
import { type Facts, poolIn, reasonIn, stakeIn } from './facts.ts';
import { worstStudy } from './factors/share.ts';
import type { NoteId } from '../detect/index.ts';
import type { Figure, IdentityFacts } from './figure.ts';
import type { Finding } from './finding.ts';

/** Announced changes that are told one by one; the largest of them. */
const TOLD = 3;

function cannotEvaluate({ answer }: Facts): Finding[] {
  if (answer === null) return [{ kind: 'cannotEvaluate', why: 'notModelled' }];
  if ('error' in answer) return [{ kind: 'cannotEvaluate', why: 'refused' }];
  return 'cannotEvaluate' in answer ? [{ kind: 'cannotEvaluate', why: answer.cannotEvaluate }] : [];
}

function shares(stake: StakeAnswer, facts: Facts): Finding[] {
  const found: Finding[] = [];
  const [now, noNotice] = [BigInt(stake.slashableNow.hiWad), BigInt(stake.noNotice.hiWad)];
  const depositWei = worstStudy(facts, 'now')?.snapshot.deposit ?? null;
  const { worstAvs, worstOperatorNoNotice: reach } = stake;
  if (worstAvs !== null && !worstAvs.id.startsWith('?'))
    found.push({ kind: 'worstService', avs: worstAvs.id, hiWad: BigInt(worstAvs.hiWad), depositWei });
  if (now > 0n) found.push({ kind: 'allServices', hiWad: now });
  if (reach !== null && noNotice > now && !reach.id.startsWith('?'))
    found.push({
      kind: 'noWarning',
      operator: reach.id,
      hiWad: BigInt(reach.hiWad),
      nothingToday: now === 0n,
    });
  return found;
}

/** Growth that takes effect in the same block is one change to a person. */
function scheduled(stake: StakeAnswer, facts: Facts): Finding[] {
  const snapshot = worstStudy(facts, 'now')?.snapshot;
  if (snapshot === undefined) return [];
  const byBlock = new Map<number, { addWad: bigint; canLeaveFirst: 'yes' | 'no' | 'unknown' }>();
  for (const { effectBlock, addWad, canLeaveFirst } of stake.pending) {
    const before = byBlock.get(effectBlock)?.addWad ?? 0n;
    const sum = before + BigInt(addWad);
    byBlock.set(effectBlock, { addWad: sum > WAD ? WAD : sum, canLeaveFirst });
  }
  return [...byBlock]
    .map(([effectBlock, change]): Finding & { kind: 'scheduled' } => ({
      kind: 'scheduled',
      ...change,
      effectBlock,
      inSecs: (BigInt(effectBlock) - snapshot.now) * snapshot.blockSeconds,
    }))
    .sort((a, b) => (a.addWad === b.addWad ? a.effectBlock - b.effectBlock : a.addWad > b.addWad ? -1 : 1))
    .slice(0, TOLD);
}

function redistributes(stake: StakeAnswer, facts: Facts): Finding[] {
  if (BigInt(stake.redistributableNow.loWad) === 0n) return [];
  const recipients = new Set(
    (facts.exposure?.sets ?? []).map(({ redistributionRecipient: to }) =>
      to.status === 'known' ? to.value : null,
    ),
  );
  const [only] = [...recipients];
  return [{ kind: 'redistributes', recipient: recipients.size === 1 ? (only ?? null) : null }];
}

function timing(stake: StakeAnswer, facts: Facts): Finding[] {
  const found: Finding[] = [];
  const study = worstStudy(facts, 'now');
  const [exitLo, exitHi] = [BigInt(stake.exit.loSecs), stake.exit.hiSecs];
  const delay = study?.snapshot.configurationDelay ?? null;
  if (study !== null && delay !== null && exitLo > delay * study.snapshot.blockSeconds)
    found.push({ kind: 'exitOutlastsWarning', exitLoSecs: exitLo });
  const upgrade = facts.exposure?.upgradeDelaySecs;
  if (upgrade?.status === 'known' && (exitHi === null || upgrade.value < BigInt(exitHi)))
    found.push({
      kind: 'upgradeBeforeExit',
      delaySecs: upgrade.value,
      exitHiSecs: exitHi === null ? null : BigInt(exitHi),
    });
  return found;
}

function stakeFindings(facts: Facts): Finding[] {
  const stake = stakeIn(facts);
  if (stake === null) return [];
  const coverageWad = BigInt(stake.coverageWad);
  const disagree = facts.studies.some((one) => 'kind' in one && one.kind === 'stake' && one.whole.disagree);
  return [
    ...shares(stake, facts),
    ...scheduled(stake, facts),
    ...redistributes(stake, facts),
    ...stake.fullySlashed.map((one): Finding => ({ kind: 'fullySlashed', ...one })),
    ...(coverageWad < WAD ? [{ kind: 'untraced', coverageWad } as const] : []),
    ...(disagree ? [{ kind: 'sourcesDisagree' } as const] : []),
    ...timing(stake, facts),
  ];
}

function readings({ exposure }: Facts): Finding[] {
  if (exposure === null) return [];
  const found: Finding[] = [];
  const { depositsPaused, redemptionPaused, upgradeFastPath, exitAssumption } = exposure;
  if (depositsPaused.status === 'known' && depositsPaused.value)
    found.push({ kind: 'paused', what: 'deposits' });
  if (redemptionPaused.status === 'known' && redemptionPaused.value)
    found.push({ kind: 'paused', what: 'redemption' });
  if (upgradeFastPath !== null) found.push({ kind: 'fastUpgrade', ...upgradeFastPath });
  if (exposure.exitUpperEndIsAssumed && exitAssumption !== null)
    found.push({ kind: 'exitAssumed', ...exitAssumption });
  for (const { avs, set, slasher, slasherHasCode, pendingSlasher } of exposure.sets) {
    if (slasher.status === 'known' && slasherHasCode.status === 'known' && !slasherHasCode.value)
      found.push({ kind: 'slasherIsAccount', avs, set, slasher: slasher.value });
    if (pendingSlasher.status === 'known' && pendingSlasher.value !== null)
      found.push({ kind: 'slasherChanges', avs, set, ...pendingSlasher.value });
  }
  return [...found, ...exposure.remarks.map((text): Finding => ({ kind: 'remark', text }))];
}

function notChecked(figures: readonly Figure[], facts: Facts): Finding[] {
  return figures
    .filter(({ value }) => isUnknown(value))
    .map(({ id, value }) => {
      const own = value.kind === 'unknown' || value.kind === 'flag' ? value.reason : null;
      return { kind: 'notChecked', factor: id, reason: own ?? reasonIn(facts) };
    });
}

/** What the facts about site and contract mean, for callers that give no notes of their own. */
function identityNotes(facts: IdentityFacts | null): NoteId[] {
  if (facts === null) return [];
  const known = { contract: facts.contractKnown === true, site: facts.domainKnown === true };
  const notes: NoteId[] = [];
  if (facts.lookalike === true) notes.push('look-alike-site');
  if (facts.recipientIsUser === false) notes.push('receiver-not-user');
  if (known.site && !known.contract) notes.push('known-site-unknown-contract');
  if (known.contract && !known.site && facts.lookalike !== true) notes.push('known-contract-unknown-site');
  if (known.contract && known.site && facts.sameProtocol !== true) notes.push('other-protocol-site');
  return notes;
}

/** All that can be said, the request's own findings first. A set that two operators share is told once. */
export function findingsOf(
  facts: Facts,
  figures: readonly Figure[],
  { notes, identity }: Pick<AssessInput, 'notes' | 'identity'>,
): readonly Finding[] {
  const pool = poolIn(facts);
  const degreeWad = pool === null ? 0n : BigInt(pool.restakingDegreeWad);
  const all: Finding[] = [
    ...[...notes.map(({ id }) => id), ...identityNotes(facts.identity)].map((id): Finding => ({
      kind: 'note',
      id,
      aggregatorSite: identity.aggregatorSite === true,
    })),
    ...cannotEvaluate(facts),
    ...readings(facts),
    ...stakeFindings(facts),
    ...(degreeWad > WAD ? [{ kind: 'promisedTwice', degreeWad } as const] : []),
    ...notChecked(figures, facts),
  ];
  const told = new Map(
    all.map((one) => [JSON.stringify(one, (_, v: unknown) => (typeof v === 'bigint' ? `${v}n` : v)), one]),
  );
  return [...told.values()];
}
