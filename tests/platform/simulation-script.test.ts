import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { simulationScript } from '../../lib/platform/simulation-script.ts';

describe('the script that stands there while simulation is on', () => {
  it('is a script of this extension, and runs in every frame before the page, in the isolated world', () => {
    const script = simulationScript(['https://a.example/*']);
    const source = new URL('../../entrypoints/simulate.content.ts', import.meta.url);
    expect(script.js).toEqual(['content-scripts/simulate.js']);
    expect(existsSync(fileURLToPath(source))).toBe(true);
    expect(script).toMatchObject({
      matches: ['https://a.example/*'],
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_start',
    });
    expect(script).not.toHaveProperty('world');
  });
});
