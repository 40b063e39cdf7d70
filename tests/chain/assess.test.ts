import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Chain, DEMO_ACCOUNT, startChain } from '../../tools/chain/world.ts';
import { demoDeposits } from '../../tools/demo/deposits.ts';

type Ended = { readonly code: number; readonly out: string; readonly err: string };

let chain: Chain;
let folder: string;

beforeAll(async () => {
  chain = await startChain({ world: 'renzo' });
  folder = mkdtempSync(join(tmpdir(), 'slashlight-assess-'));
});

afterAll(async () => {
  await chain.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command as a person does. */
function assess(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile('npm', ['run', '--silent', 'assess', '--', ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function input(rpc: readonly string[]): Record<string, unknown> {
  const [deposit] = demoDeposits(DEMO_ACCOUNT);
  const { to, value, data } = deposit ?? { to: null, value: null, data: null };
  return {
    request: { method: 'eth_sendTransaction', params: [{ from: DEMO_ACCOUNT, to, value, data }] },
    origin: 'https://app.renzoprotocol.com',
    chainId: 1,
    account: DEMO_ACCOUNT,
    rpc: { 1: rpc },
    limits: { preset: 'balanced' },
  };
}

describe('npm run assess', () => {
  it('writes one document with readings, assessment, verdict, sentences and evidence', async () => {
    const { code, out } = await assess(file('one.json', JSON.stringify(input([chain.url]))));
    expect(code).toBe(0);
    const document = JSON.parse(out);
    expect(document.deposits[0]).toMatchObject({
      protocol: 'renzo',
      exposure: {
        figures: { totalWei: { status: 'known' }, rateUpdatedAt: { status: 'unknown', reason: 'no-source' } },
        admin: { status: 'known', value: { type: 'timelock' } },
        lastSlashAt: { status: 'unknown', reason: 'no-source' },
        track: { audits: { value: 8 } },
      },
      assessment: { slashableNow: { loWad: expect.any(String), hiWad: expect.any(String) } },
      verdict: { overall: 'warn' },
    });
    expect(document.deposits[0].sentences.length).toBeGreaterThan(3);
    expect(document.evidence.blocks).toHaveLength(1);
    expect(document.evidence.unread).toEqual([]);
  });

  it('ends with 3, and still writes the document, where no node answers', async () => {
    const { code, out } = await assess(file('down.json', JSON.stringify(input(['http://127.0.0.1:1']))));
    expect(code).toBe(3);
    expect(JSON.parse(out).deposits[0].verdict.overall).toBe('cannot_evaluate');
  });

  it('ends with 2 and says why for a file that is no JSON, and for one that is not there', async () => {
    const bad = await assess(file('bad.json', '{'));
    expect(bad).toMatchObject({ code: 2, out: '' });
    expect(bad.err).toContain('not JSON');
    expect((await assess(join(folder, 'none.json'))).code).toBe(2);
  });

  it('answers many lines in their order, and a bad one stops no other', async () => {
    const good = JSON.stringify({ id: 'good', ...input([]), rpc: {} });
    const path = file('lines.jsonl', [good, '{', '{"id":"odd","request":7}', good].join('\n'));
    const { code, out } = await assess('--lines', path);
    expect(code).toBe(0);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual(['good', undefined, 'odd', 'good']);
    expect(answers.map(({ error }) => error !== undefined)).toEqual([false, true, true, false]);
    expect(answers[0].deposits).toHaveLength(1);
    expect(answers[0].deposits[0].protocol).toBe('renzo');
  });
});
