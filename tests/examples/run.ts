import * as z from 'zod/mini';
import { verdicts } from '../../lib/limits/index.ts';
import { analyse, exitInterval, gammaOf, poolLoss, sfc32 } from '../../lib/risk/index.ts';
import { compare, type Compared, together } from './compare.ts';
import { scalar } from './scalar.ts';

const example = z.object({
  id: z.string(),
  title: z.string(),
  fn: z.string(),
  input: z.unknown(),
  expect: z.unknown(),
});

const file = z.object({ schema: z.literal('risk-examples/1'), count: z.int(), examples: z.array(example) });

export type Example = z.infer<typeof example>;

/** What came of one example. */
export type Outcome = Compared & { readonly id: string };

const cases = z.object({ cases: z.array(z.unknown()) });
const draws = z.object({ seed: z.int(), count: z.int().check(z.gte(0)) });

/** Examples of a file. @throws where the file is not of the schema or does not hold as many as it says */
export function readExamples(text: string): readonly Example[] {
  const { examples, count } = file.parse(JSON.parse(text));
  if (examples.length === 0 || examples.length !== count)
    throw new Error(`the file says ${count} examples and holds ${examples.length}`);
  return examples;
}

function eachCase(input: unknown, answer: (one: unknown) => unknown): readonly unknown[] {
  return cases.parse(input).cases.map(answer);
}

function drawn(input: unknown): readonly number[] {
  const { seed, count } = draws.parse(input);
  const next = sfc32(seed);
  return Array.from({ length: count }, () => next());
}

/** What the product answers to each function of the schema. */
const ANSWERS: Readonly<Record<string, (input: unknown) => unknown>> = {
  analyse,
  symbioticLoss: poolLoss,
  gamma: gammaOf,
  exit: (input) => eachCase(input, exitInterval),
  scalar: (input) => eachCase(input, scalar),
  verdicts,
  prng: drawn,
};

/** Runs one example against the product; what it refuses, or has never heard of, is a mismatch. */
function runExample({ id, fn, input, expect: expected }: Example): Outcome {
  const answer = Object.hasOwn(ANSWERS, fn) ? ANSWERS[fn] : undefined;
  if (answer === undefined)
    return { id, figures: 1, mismatches: [{ figure: `${id}.fn`, expected: 'a known function', found: fn }] };
  try {
    return { id, ...compare(expected, answer(input), id) };
  } catch (problem) {
    const found = problem instanceof Error ? problem.message : String(problem);
    return { id, figures: 1, mismatches: [{ figure: id, expected, found }] };
  }
}

/** All of them, with a report that a person can read. */
export function runAll(examples: readonly Example[]): Outcome & { readonly report: string } {
  const all = together(examples.map(runExample));
  const lines = [
    ...all.mismatches.map(
      ({ figure, expected, found }) =>
        `MISMATCH ${figure}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`,
    ),
    `${examples.length} examples, ${all.figures} figures compared, ${all.mismatches.length} mismatches`,
  ];
  return { id: 'all', ...all, report: lines.join('\n') };
}
