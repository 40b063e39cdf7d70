import { expect, it } from 'vitest';

import { demoAlone } from '../../tools/demo/alone.ts';

it('plays the whole deposit in a real browser: the wallet sees it after "Continue" and never before', async () => {
  expect(await demoAlone(null)).toBe(0);
});
