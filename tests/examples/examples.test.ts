import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readExamples, runAll } from './run.ts';

const OWN = new URL('../fixtures/risk-examples.json', import.meta.url);
const given = process.env['RISK_EXAMPLES'];
const path = given === undefined || given === '' ? OWN : resolve(given);

it('gives every figure of the worked examples to the last digit', () => {
  const { report, figures, mismatches } = runAll(readExamples(readFileSync(path, 'utf8')));
  console.log(`${String(path)}\n${report}`);
  // A count, not the list: the list is printed above, and may be long.
  expect(mismatches.length).toBe(0);
  expect(figures).toBeGreaterThan(0);
});
