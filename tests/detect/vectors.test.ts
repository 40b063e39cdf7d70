import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { answerLine } from '../../lib/detect/index.ts';
import { protocols } from '../../lib/protocols/index.ts';

type Vector = {
  readonly title: string;
  readonly chainId: number;
  readonly from: string;
  readonly to: string;
  readonly value: string;
  readonly data: string;
  readonly expect: Readonly<Record<string, string | null>> | null;
};

function vectors(id: string): Vector[] {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`../vectors/${id}.json`, import.meta.url)), 'utf8'));
}

function inCapitals(hex: string): string {
  return hex.toUpperCase();
}

function ask({ chainId, from, to, value, data }: Vector, spell: (hex: string) => string = String) {
  const params = [{ from, to: `0x${spell(to.slice(2))}`, value, data: `0x${spell(data.slice(2))}` }];
  return answerLine({
    request: { method: 'eth_sendTransaction', params },
    origin: 'https://example.org',
    chainId,
    account: from,
  });
}

describe.each(protocols.map(({ id }) => id))('vectors of %s', (id) => {
  it.each(vectors(id).filter((vector) => vector.expect !== null))('finds $title', (vector) => {
    const { deposits, notes } = ask(vector);
    expect(deposits).toHaveLength(1);
    const found: Record<string, unknown> = { ...deposits[0] };
    expect(found.protocol).toBe(id);
    for (const [key, value] of Object.entries(vector.expect ?? {})) {
      expect(String(found[key]).toLowerCase(), key).toBe(String(value).toLowerCase());
    }
    expect(notes.map((note) => note.id)).not.toContain('calldata-not-read');
  });

  it.each(vectors(id).filter((vector) => vector.expect === null))(
    'takes nothing for a deposit in $title',
    (vector) => {
      expect(ask(vector).deposits).toEqual([]);
    },
  );

  it('finds the same in capital letters', () => {
    for (const vector of vectors(id))
      expect(ask(vector, inCapitals).deposits).toHaveLength(ask(vector).deposits.length);
  });

  it('never turns cut-off arguments into a deposit, nor into silence', () => {
    for (const vector of vectors(id)) {
      if (vector.expect === null || vector.data.length <= 10) continue;
      const cut = ask({ ...vector, data: vector.data.slice(0, 42) });
      expect(cut.deposits, vector.title).toEqual([]);
      expect(
        cut.notes.map((note) => note.id),
        vector.title,
      ).toContain('calldata-not-read');
    }
  });

  it('lets bytes after the last argument change nothing', () => {
    for (const vector of vectors(id)) {
      const longer = ask({ ...vector, data: `${vector.data}deadbeef` });
      expect(longer.deposits.map((deposit) => deposit.amount)).toEqual(
        ask(vector).deposits.map((deposit) => deposit.amount),
      );
    }
  });
});
