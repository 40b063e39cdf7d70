import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { runStates } from './report.ts';
import { readStates } from './state.ts';

const OWN = new URL('../fixtures/eigenlayer-vectors-sample.json', import.meta.url);
const given = process.env['EIGENLAYER_VECTORS'];
const path = given === undefined || given === '' ? OWN : resolve(given);

it('brackets every loss that the contracts really caused', { timeout: 600_000 }, () => {
  const { report, mismatches, empty } = runStates(readStates(readFileSync(path, 'utf8')));
  console.log(`${String(path)}\n${report}`);
  // A count, not the list: thousands of lines would take the test runner minutes to compare.
  expect(mismatches.length).toBe(0);
  expect(empty).toEqual([]);
});
