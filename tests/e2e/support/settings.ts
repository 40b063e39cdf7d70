import type { Chromium } from './chromium.ts';

/** A port nobody listens on: these tests are about holding, so every read fails at once and nothing leaves the machine. */
const nowhere = 'http://127.0.0.1:9';

/** Settings under which a check that could not be made can be gone past by typing the word shown. */
export const testSettings = {
  version: 1,
  limits: { preset: 'balanced', yours: {}, unknownPolicy: 'ask', untracedPolicy: 'listed' },
  nodes: { '1': [nowhere] },
  sitesOff: [],
} as const;

/** Puts the test settings in force. */
export async function prepare(browser: Chromium): Promise<void> {
  const reply = await browser.send({ kind: 'settings/set', settings: testSettings });
  if (!reply.ok) throw new Error(reply.why);
}
