import { depositLine } from '../../lib/detect/index.ts';
import { plain } from '../../lib/explain/index.ts';
import { chainToAsk, confirmVault, readExposure, type TrialNodes } from '../../lib/exposure/index.ts';
import { judge, type Limits, type Verdict, verdictJson } from '../../lib/limits/index.ts';
import { check, type CheckedDeposit } from '../../lib/pipeline.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { type Assessment, assessSnapshot } from '../../lib/risk/index.ts';
import { exposureJson, totalEvidence } from './evidence.ts';
import { readInput, type RequestInput } from './input.ts';

/** What the command prints and how it ends: 0 done, 2 bad input, 3 could not evaluate (the document still stands). */
export type Outcome = {
  readonly document: Readonly<Record<string, unknown>> | null;
  readonly code: 0 | 2 | 3;
  readonly message: string | null;
};

const deadlineMs = 30_000;

/** One document of the command line to its answer (design §5). Throws `GuardError` for input it cannot read. */
export async function assessDocument(input: unknown): Promise<Outcome> {
  const read = readInput(input);
  return 'snapshot' in read ? ofSnapshot(read.snapshot, read.limits) : ofRequest(read);
}

function ofSnapshot(snapshot: unknown, limits: Limits): Outcome {
  const assessment = assessSnapshot(snapshot);
  if ('error' in assessment.answer) {
    const message = `The snapshot is refused: ${assessment.answer.error}.`;
    return { document: { error: assessment.answer.error }, code: 2, message };
  }
  const document = {
    assessment: { ...assessment.answer, how: howOf(assessment) },
    verdict: verdictJson(judge(assessment, limits)),
  };
  return 'cannotEvaluate' in assessment.answer
    ? { document, code: 3, message: `Could not evaluate: ${assessment.answer.cannotEvaluate}.` }
    : { document, code: 0, message: null };
}

async function ofRequest(input: RequestInput): Promise<Outcome> {
  const reads = Object.values(input.rpc).some((urls) => urls.length > 0);
  const { found, deposits, notes, overall } = await check(
    input,
    input,
    (deposit) =>
      readExposure(deposit, {
        nodes: (input.rpc[String(chainToAsk(deposit))] ?? []).map((url) => createNode(url)),
        now: () => Date.now(),
        signal: AbortSignal.timeout(deadlineMs),
        deadlineMs,
      }),
    undefined,
    input.simulate ? trialNodes(input) : null,
    ({ deposit, vaults }) =>
      confirmVault(
        deposit.contract,
        vaults,
        (input.rpc[String(vaults.chainId)] ?? []).map((url) => createNode(url)),
        AbortSignal.timeout(deadlineMs),
      ),
  );
  const document = {
    deposits: deposits.map((entry) => (reads ? judged(entry) : depositLine(entry.deposit))),
    notes: found.notes,
    overall: overall?.level ?? null,
    sentences: notes.map(plain),
    evidence: totalEvidence(deposits.map((entry) => entry.exposure)),
  };
  if (!reads || !unread(deposits)) return { document, code: 0, message: null };
  return { document, code: 3, message: 'Could not evaluate: a figure that is needed is not known.' };
}

/** The first node of each chain, for trials. */
function trialNodes({ rpc }: RequestInput): TrialNodes {
  const nodes = Object.entries(rpc).flatMap(([chainId, [url]]) =>
    url === undefined ? [] : [[Number(chainId), createNode(url)] as const],
  );
  return { nodes: new Map(nodes), signal: AbortSignal.timeout(deadlineMs) };
}

/** Whether a verdict rests on something that is not known, whatever the person's setting makes of it. */
function unread(deposits: readonly { readonly verdict: Verdict }[]): boolean {
  return deposits.some(
    ({ verdict }) =>
      verdict.factors.some(({ level, required }) => required && level === 'cannot_evaluate') ||
      verdict.findings.some(({ level }) => level === 'cannot_evaluate'),
  );
}

function judged({
  deposit,
  exposure,
  assessment,
  verdict,
  explanation,
}: CheckedDeposit): Record<string, unknown> {
  return {
    ...depositLine(deposit),
    exposure: exposureJson(exposure),
    assessment: { ...assessment.answer, confidence: assessment.confidence, how: howOf(assessment) },
    verdict: verdictJson(verdict),
    sentences: explanation.sentences.map(plain),
  };
}

/** How each figure of the verdict came about, by its factor's id. */
function howOf(assessment: Assessment): Record<string, unknown> {
  return Object.fromEntries(assessment.figures.map(({ id, how }) => [id, how]));
}
