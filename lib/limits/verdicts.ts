import { GuardError } from '../core/index.ts';
import * as z from 'zod/mini';
import { identityLevel, rangeLevel, worstLevel } from './level.ts';
import type { Level } from './verdict.ts';

/** Built when needed, so that a page that only shows a verdict carries no schema. */
function factor() {
  const number = z.optional(z.nullable(z.string().check(z.regex(/^-?[0-9]+$/))));
  const fact = z.optional(z.nullable(z.boolean()));
  return z.object({
    id: z.string(),
    rule: z.enum(['max', 'min', 'maxRange', 'identity']),
    required: z.boolean(),
    lo: number,
    hi: number,
    limit: number,
    contractKnown: fact,
    domainKnown: fact,
    sameProtocol: fact,
    aggregatorSite: fact,
    lookalike: fact,
    recipientIsUser: fact,
  });
}

function integer(text: string | null | undefined): bigint | null {
  return text === null || text === undefined ? null : BigInt(text);
}

function levelOf(one: z.infer<ReturnType<typeof factor>>): Level {
  if (one.rule !== 'identity')
    return rangeLevel(one.rule, { lo: integer(one.lo), hi: integer(one.hi) }, integer(one.limit));
  return identityLevel({
    contractKnown: one.contractKnown ?? null,
    domainKnown: one.domainKnown ?? null,
    sameProtocol: one.sameProtocol ?? null,
    aggregatorSite: one.aggregatorSite ?? null,
    lookalike: one.lookalike ?? null,
    recipientIsUser: one.recipientIsUser ?? null,
  });
}

/**
 * Section 5 alone, as worked examples call it: factors with their values and limits to levels and the overall one.
 *
 * @throws GuardError `verdicts/malformed`
 */
export function verdicts(from: unknown): {
  readonly factors: readonly (readonly [string, Level])[];
  readonly overall: Level;
} {
  const input = z.object({ unknownPolicy: z.enum(['block', 'ask']), factors: z.array(factor()) });
  const parsed = input.safeParse(from);
  if (!parsed.success)
    throw new GuardError(
      'verdicts/malformed',
      'These factors cannot be judged.',
      z.prettifyError(parsed.error),
    );
  const { factors, unknownPolicy } = parsed.data;
  const levels = factors.map((one) => ({ ...one, level: levelOf(one) }));
  const voices = levels.map(({ level, required }): Level => {
    if (level !== 'cannot_evaluate') return level;
    if (!required) return 'notice';
    return unknownPolicy === 'block' ? 'exceeds' : level;
  });
  return { factors: levels.map(({ id, level }) => [id, level] as const), overall: worstLevel(voices) };
}
