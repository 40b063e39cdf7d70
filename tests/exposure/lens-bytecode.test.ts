import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import {
  LENS_CREATION,
  LENS_SELECTOR,
  SHIM_INNER_AT,
  SHIM_RUNTIME,
  SLOT_SELECTOR,
} from '../../lib/exposure/generated/lens.ts';
import { lensRuntimeBytes } from '../../lib/exposure/index.ts';
import { lensModule } from '../../tools/build-lens.ts';

const generated = fileURLToPath(new URL('../../lib/exposure/generated/lens.ts', import.meta.url));

it('ships the code that its Solidity compiles to', () => {
  expect(readFileSync(generated, 'utf8')).toBe(lensModule());
}, 60_000);

it('keeps the lens within 20,000 bytes', () => {
  expect(lensRuntimeBytes).toBeLessThanOrEqual(20_000);
  expect(lensRuntimeBytes).toBeGreaterThan(1_000);
});

it('finds the selectors and the place of the inner code where the code has them', () => {
  expect(LENS_CREATION).toContain(LENS_SELECTOR.slice(2));
  expect(SHIM_RUNTIME).toContain(SLOT_SELECTOR.slice(2));
  expect(SHIM_RUNTIME.slice(SHIM_INNER_AT - 2, SHIM_INNER_AT)).toBe('73'); // PUSH20
});
