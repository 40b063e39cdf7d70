import type { Address } from './core/index.ts';
import {
  type Candidate,
  type Deposit,
  detect,
  type Detected,
  detectOnAnyChain,
  type Found,
  isTried,
} from './detect/index.ts';
import { explain, type Explanation, explainRequest, type Overall, type Sentence } from './explain/index.ts';
import { type Exposure, type TrialNodes, tryRequest } from './exposure/index.ts';
import { judge, type Limits, type Verdict } from './limits/index.ts';
import { registry } from './protocols/index.ts';
import { type JsonRpcRequest, readRequest } from './request/index.ts';
import { assess, type Assessment, type Guesses } from './risk/index.ts';

/** A request with what the browser, not the page, says about its sender. */
export type Asked = {
  readonly request: JsonRpcRequest;
  /** Origin of the frame that asked. */
  readonly origin: string;
  /** The chain the wallet says it is on; one named in the request goes first. */
  readonly chainId: number;
  readonly account: Address | null;
  /** Chain and account were said in the page's world: claims, not facts. */
  readonly claims?: true;
};

/** Detection alone: no network, no clock. `shown`: what a trial on a node showed. */
function find({ request, origin, chainId, account, claims }: Asked, shown?: Found): Detected {
  if (claims !== true) {
    const context = { chainId, account };
    return detect(readRequest(request, context), { origin }, context, shown);
  }
  // Who sends is taken from the request alone, where a wallet checks it.
  const read = readRequest(request, { chainId, account: null });
  return detectOnAnyChain(read, { origin }, { chainId, account, claims }, shown);
}

/** Asks whether a factory knows the contract of a candidate; false where nobody answers. */
export type Confirm = (candidate: Candidate) => Promise<boolean>;

/** Calls to strangers that a factory says are its vaults: they are deposits too. */
async function genuineIn({ candidates }: Detected, confirm: Confirm | null): Promise<readonly Deposit[]> {
  if (confirm === null) return [];
  const said = await Promise.all(candidates.map(confirm));
  return candidates.flatMap(({ deposit }, index) => (said[index] === true ? [deposit] : []));
}

/**
 * Adds what a trial on the person's own nodes shows beside the deposits found so far, where they switched that on.
 * Those found so far stay the same objects, in their places: their readings go on meanwhile.
 *
 * @param trial - null where it is off
 * @param genuine - those among the deposits that only a factory knows
 * @returns `given`: a node was given the request
 */
async function withTrial(
  found: Detected,
  asked: Asked,
  trial: TrialNodes | null,
  genuine: readonly Deposit[],
): Promise<{ readonly found: Detected; readonly given: boolean }> {
  if (trial === null) return { found, given: false };
  const { request, chainId, claims } = asked;
  // As whom it is tried decides what is seen, so a page's own word for that does not count.
  const account = claims === true ? null : asked.account;
  const { given, ...shown } = await tryRequest(
    readRequest(request, { chainId, account }),
    account,
    trial,
    found.deposits,
  );
  if (shown.deposits.length + shown.notes.length === 0) return { found, given };
  const all = find(asked, { ...shown, genuine });
  const deposits = [...found.deposits, ...all.deposits.slice(found.deposits.length)];
  return { found: { ...all, deposits }, given };
}

export type Triage =
  | { readonly action: 'hold' }
  /** `line`: worth a line in the toolbar popup, not a window. */
  | { readonly action: 'forward'; readonly line: 'approval-to-deposit-contract' | null };

/**
 * Whether a request opens the review window: see `opensWindow` in `lib/detect` for the rule.
 *
 * @param trial - the person's own nodes, where simulation is switched on
 */
export async function triage(asked: Asked, trial: TrialNodes | null): Promise<Triage> {
  const written = find(asked);
  if (written.deposits.length > 0) return { action: 'hold' };
  const { deposits, notes, opensWindow } = (await withTrial(written, asked, trial, [])).found;
  if (deposits.length > 0 || opensWindow) return { action: 'hold' };
  const approves = notes.some((note) => note.id === 'approval-to-deposit-contract');
  return { action: 'forward', line: approves ? 'approval-to-deposit-contract' : null };
}

export type CheckedDeposit = {
  readonly deposit: Deposit;
  readonly exposure: Exposure;
  readonly assessment: Assessment;
  readonly verdict: Verdict;
  readonly explanation: Explanation;
};

export type Check = {
  readonly found: Detected;
  readonly deposits: readonly CheckedDeposit[];
  /** What is said about request, site and contract, once for all deposits. */
  readonly notes: readonly Sentence[];
  /** The worst of deposits and notes: it decides headline, first focus and override. Null where there is neither. */
  readonly overall: Overall | null;
};

/** What a person has set: their limits, and their own guesses for the odds. */
export type Own = { readonly limits: Limits; readonly guesses: Guesses };

/** Reads what stands behind one deposit; `onProgress` gets what is known while more is being read. */
export type ReadExposure = (deposit: Deposit, onProgress: (sofar: Exposure) => void) => Promise<Exposure>;

/**
 * The path of a deposit: request, deposits, exposure, assessment, verdict, explanation.
 *
 * @param read - asks the nodes; deposits are read side by side
 * @param onProgress - gets the check as far as it has come; a deposit not read yet is missing in it, and the odds of
 * one that is still being read are not counted yet
 * @param trial - the person's own nodes, where simulation is switched on
 * @param confirm - asks the nodes about contracts that only a factory knows
 * @throws whatever `read` throws; an unreachable node is a reading, not a throw
 */
export async function check(
  asked: Asked,
  own: Own,
  read: ReadExposure,
  onProgress: (sofar: Check) => void = () => {},
  trial: TrialNodes | null = null,
  confirm: Confirm | null = null,
): Promise<Check> {
  const written = find(asked);
  const genuine = await genuineIn(written, confirm);
  let found = genuine.length === 0 ? written : find(asked, { deposits: [], notes: [], genuine });
  let given = false;
  const readings = new Map<number, Read>();
  const done = new Map<number, CheckedDeposit>();
  const sofar = (): Check =>
    summary(
      found,
      [...done].sort(([a], [b]) => a - b).map(([, entry]) => entry),
      own.limits,
    );
  const judgeAt = (index: number, one: Read): void => {
    const exposure = given ? toldOf(one.exposure) : one.exposure;
    done.set(index, judgeDeposit({ ...one, exposure }, found, own));
  };
  const conclude = (index: number, one: Read): void => {
    if (readings.get(index)?.partial === false) return; // what was read in full stands
    readings.set(index, one);
    judgeAt(index, one);
    onProgress(sofar());
  };
  const readOne = async (deposit: Deposit, index: number): Promise<void> => {
    const exposure = await read(deposit, (some) =>
      conclude(index, { deposit, exposure: some, partial: true }),
    );
    conclude(index, { deposit, exposure, partial: false });
  };
  const shown = found.deposits;
  const reading = Promise.all(shown.map(readOne));
  // Side by side: a trial only adds deposits and notes, and the deposits before them keep their places.
  const tried = withTrial(found, asked, trial, genuine).then((all) => {
    const changed = all.given || all.found !== found;
    ({ found, given } = all);
    if (changed) for (const [index, one] of readings) judgeAt(index, one);
    const more = found.deposits.slice(shown.length);
    return Promise.all(more.map((deposit, index) => readOne(deposit, shown.length + index)));
  });
  await Promise.all([reading, tried]);
  return sofar();
}

/** Whoever was given the request is said (design §3). */
function toldOf(exposure: Exposure): Exposure {
  return {
    ...exposure,
    remarks: [...exposure.remarks, 'Your own nodes were given this request, to try it.'],
  };
}

/** One deposit with what was read for it; `partial`: more is still being read. */
type Read = { readonly deposit: Deposit; readonly exposure: Exposure; readonly partial: boolean };

/** What is said of site and contract: that the others are known says nothing of one that nobody knows. */
function aboutOf({ identity, notes }: Detected, deposit: Deposit): Pick<Detected, 'identity' | 'notes'> {
  if (!isTried(deposit) || registry.isKnown(deposit.chainId, deposit.contract)) return { identity, notes };
  return {
    identity: { ...identity, contractKnown: null },
    notes: notes.filter(({ id }) => id !== 'known-contract-unknown-site'),
  };
}

/** Exposure to explanation, for one deposit: pure. The odds, which cost the most, are counted at the end alone. */
function judgeDeposit(
  { deposit, exposure, partial }: Read,
  found: Detected,
  { limits, guesses }: Own,
): CheckedDeposit {
  const { identity, notes } = aboutOf(found, deposit);
  const assessment = assess({ exposure, identity, notes, guesses, partial });
  const verdict = judge(assessment, limits);
  const explanation = explain(verdict, assessment, {
    kind: deposit.kind,
    exposure,
    ownGuesses: Object.keys(guesses).length > 0,
    partial,
  });
  return { deposit, exposure, assessment, verdict, explanation };
}

function summary(found: Detected, deposits: readonly CheckedDeposit[], limits: Limits): Check {
  const explanations = deposits.map(({ explanation }) => explanation);
  const { overall, notes } = explainRequest(explanations, found.notes, limits, found.identity.aggregatorSite);
  return { found, deposits, notes, overall };
}
