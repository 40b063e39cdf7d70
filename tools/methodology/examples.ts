import { readFileSync } from 'node:fs';
import { verdicts } from '../../lib/limits/index.ts';
import { gammaOf } from '../../lib/risk/attack/index.ts';
import { analyse, exitInterval } from '../../lib/risk/index.ts';
import * as z from 'zod/mini';
import { formulaOf } from './formulas.ts';

/** One worked example: what goes in, and what the product's code makes of it today. */
export type Worked = { readonly in: unknown; readonly out: unknown };

const file = z.looseObject({
  schema: z.literal('risk-examples/1'),
  examples: z.array(z.looseObject({ id: z.string(), fn: z.string(), input: z.unknown() })),
});
const cases = z.object({ cases: z.array(z.unknown()) });

function outOf(fn: string, input: unknown): unknown {
  switch (fn) {
    case 'analyse':
      return analyse(input);
    case 'exit':
      return cases.parse(input).cases.map((one) => exitInterval(one));
    case 'scalar':
      return cases.parse(input).cases.map((one) => formulaOf(one));
    case 'verdicts':
      return verdicts(input);
    case 'gamma':
      return gammaOf(input);
    default:
      return null;
  }
}

/** The project's own copy of the worked examples, each computed now. What the file expects is not looked at. */
export function workedExamples(): Readonly<Record<string, Worked>> {
  const path = new URL('../../tests/fixtures/risk-examples.json', import.meta.url);
  const { examples } = file.parse(JSON.parse(readFileSync(path, 'utf8')));
  return Object.fromEntries(
    examples.map(({ id, fn, input }) => [id, { in: input, out: outOf(fn, input) }] as const),
  );
}
