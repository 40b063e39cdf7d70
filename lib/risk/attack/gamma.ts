import * as z from 'zod/mini';
import { GuardError } from '../../core/index.ts';
import { studyAttack } from './attack.ts';

/** Built when needed, so that a page that only shows figures carries no schema. */
function graph() {
  const wei = z.string().check(z.regex(/^[0-9]{1,78}$/));
  return z.object({
    services: z.array(
      z.object({
        id: z.string(),
        alphaWad: z.optional(z.nullable(wei)),
        profitWei: z.optional(z.nullable(wei)),
      }),
    ),
    edges: z.array(z.object({ operator: z.string(), service: z.string(), stakeWei: wei })),
  });
}

function amount(text: string | null | undefined): bigint | null {
  return text === null || text === undefined ? null : BigInt(text);
}

/** What worked examples expect of section 3.5. Amounts decimal text in wei; null: not known, or no bound. */
export type GammaAnswer = {
  readonly complete: boolean;
  readonly breakEvenWei: Readonly<Record<string, string | null>>;
  readonly worstOperator: string | null;
  readonly gamma: number | null;
  readonly lossMultiplierBound: number | null;
};

/**
 * Section 3.5 alone, as worked examples call it: services and edges to break-even, gamma and bound.
 *
 * @throws GuardError `attack/malformed`
 */
export function gammaOf(input: unknown): GammaAnswer {
  const parsed = graph().safeParse(input);
  if (!parsed.success)
    throw new GuardError('attack/malformed', 'This graph cannot be read.', z.prettifyError(parsed.error));
  const services = parsed.data.services.map(({ id, alphaWad, profitWei }) => ({
    id,
    alphaWad: amount(alphaWad),
    profitWei: amount(profitWei),
  }));
  const edges = parsed.data.edges.map((edge) => ({ ...edge, stakeWei: BigInt(edge.stakeWei) }));
  const { breakEvenWei, ...study } = studyAttack(services, edges);
  const texts = Object.entries(breakEvenWei).map(([id, wei]) => [id, wei?.toString() ?? null] as const);
  return { ...study, breakEvenWei: Object.fromEntries(texts) };
}
