import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataOf, parseEventSnapshot, readSnapshots, secondsAt } from '../../tools/backtest/snapshot.ts';
import { readIncidents, wordsOfSource } from '../../tools/backtest/sources.ts';

const folder = new URL('snapshots/', import.meta.url);

/** The text of one snapshot with some words replaced, as JSON. */
function changed(id: string, from: string, to: string): unknown {
  const text = readFileSync(new URL(`${id}.json`, folder), 'utf8');
  if (!text.includes(from)) throw new Error(`${id} does not hold ${from}`);
  return JSON.parse(text.replaceAll(from, to));
}

const UNIBTC = 'unibtc-2024-09';

describe('what was readable before an event', () => {
  it('is there for each of the 21 events, under the name of the event', () => {
    const ids = readIncidents().map(({ id }) => id);
    expect(ids).toHaveLength(21);
    expect(readdirSync(folder).toSorted()).toEqual(ids.map((id) => `${id}.json`).toSorted());
    expect(
      readSnapshots()
        .map(({ incident }) => incident)
        .toSorted(),
    ).toEqual(ids.toSorted());
  });

  it('speaks of each signal of the event, and of no other', () => {
    const incidents = readIncidents();
    for (const { incident, signals } of readSnapshots()) {
      const named = incidents.find(({ id }) => id === incident)?.signals.map(({ signal }) => signal);
      expect(
        signals.map(({ signal }) => signal),
        incident,
      ).toEqual(named);
    }
  });

  it('quotes each figure from words that the collections of facts hold', () => {
    const all = readSnapshots().flatMap(dataOf);
    expect(all).toHaveLength(13);
    for (const { source, quote, path } of all) expect(wordsOfSource(source), path).toContain(quote);
  });

  it('is known before the first harm, which is no later than the file says', () => {
    for (const { incident, asOf, firstHarm } of readSnapshots()) {
      expect(secondsAt(asOf), incident).toBeLessThan(secondsAt(firstHarm.at));
      const date = readIncidents().find(({ id }) => id === incident)?.date ?? '';
      expect(firstHarm.at.slice(0, 7), incident).toBe(date.slice(0, 7));
      // Of several reported days the first one counts.
      if (/^\d{4}-\d\d-\d\d$/.test(date)) expect(firstHarm.at.slice(0, 10), incident).toBe(date);
    }
  });

  it('is refused with a figure that has no source', () => {
    const bare = changed(UNIBTC, '"source": "incidents.json unibtc-2024-09.signals[0].why",', '');
    expect(() => parseEventSnapshot(bare)).toThrow(/source/);
  });

  it('is refused with a source that names nothing', () => {
    const lost = changed(UNIBTC, 'signals[0].why', 'signals[7].why');
    expect(() => parseEventSnapshot(lost)).toThrow(/names nothing/);
  });

  it('is refused with words that do not stand in the source', () => {
    const other = changed(UNIBTC, 'vault deployed 2024-09-25', 'vault deployed 2024-09-20');
    expect(() => parseEventSnapshot(other)).toThrow(/does not stand in/);
  });

  it('is refused with a fact that was not known yet', () => {
    const late = changed(UNIBTC, '"since": "2024-09-25T06:17:00Z"', '"since": "2024-09-27T00:00:00Z"');
    expect(() => parseEventSnapshot(late)).toThrow(/is later than/);
    // A day without a time may have been its last second.
    const sameDay = changed(UNIBTC, '"since": "2024-09-25T06:17:00Z"', '"since": "2024-09-26"');
    expect(() => parseEventSnapshot(sameDay)).toThrow(/is later than/);
  });

  it('is refused with an undated fact that nothing explains', () => {
    const undated = changed(UNIBTC, '"since": "2024-09-25T06:17:00Z"', '"since": null');
    expect(() => parseEventSnapshot(undated)).toThrow(/neither a date nor why/);
  });

  it.each(['loss.amount', 'loss.status', 'loss.usd', 'usersMadeWhole', 'note', 'date'])(
    'is refused with a figure learnt from what the event did: %s',
    (told) => {
      const learnt = changed('rseth-bridge-2026-04', 'signals[0].why', told);
      expect(() => parseEventSnapshot(learnt)).toThrow(/tells what the event did/);
    },
  );

  it('is refused with a figure from a record of the event in another collection', () => {
    const learnt = changed(
      'rseth-bridge-2026-04',
      'incidents.json rseth-bridge-2026-04.signals[0].why',
      'protocols-a.json kelp.status2026.incidents[0].date',
    );
    expect(() => parseEventSnapshot(learnt)).toThrow(/tells what the event did/);
  });

  it('is refused with an undated fact whose own words do not say that it was so before', () => {
    const [said, unsaid] = ['; raised in a public forum about 15 months before', ''];
    const undated = changed('rseth-bridge-2026-04', said, unsaid);
    expect(() => parseEventSnapshot(undated)).toThrow(/do not say that it was so before/);
    const afterwards = changed('ezeth-2024-04', ': the exit time was unknown/unbounded for weeks before', '');
    expect(() => parseEventSnapshot(afterwards)).toThrow(/do not say that it was so before/);
  });

  it('is refused when a site or contract is called known by words that say it is not', () => {
    const genuine = changed('renzo-phish-2024-04', '"value": false', '"value": true');
    expect(() => parseEventSnapshot(genuine)).toThrow(/do not say that it was so before/);
    const strange = changed('kelp-dns-2024-07', '"value": true', '"value": false');
    expect(() => parseEventSnapshot(strange)).toThrow(/identity.domainKnown: no date/);
  });

  it('is refused with a date that no source line gives', () => {
    const guessed = changed(UNIBTC, '"since": "2024-09-25T06:17:00Z"', '"since": "2024-08-25"');
    expect(() => parseEventSnapshot(guessed)).toThrow(/2024-08 does not stand in/);
    const elsewhere = changed('zero-delay-2026-05', '"sinceFrom": "eigenlayer.md section 1",', '');
    expect(() => parseEventSnapshot(elsewhere)).toThrow(/2025-04 does not stand in eigenlayer.md section 2/);
  });

  it('takes the day of opening from the registry alone, and only a day that had come', () => {
    const nameless = changed('ezeth-2024-04', '"opened": "renzo"', '"opened": "puffer"');
    expect(() => parseEventSnapshot(nameless)).toThrow(/names no day for puffer/);
    const early = parseEventSnapshot(changed('kelp-dns-2024-07', '"opened": "kelp"', '"opened": "renzo"'));
    const tooEarly = { ...early, asOf: '2023-12-31T23:59:58Z' };
    expect(() => parseEventSnapshot(tooEarly)).toThrow(/opened: 2023-12-31 is later than/);
  });

  it('is refused when it is taken at or after the first harm', () => {
    const after = changed(UNIBTC, '"asOf": "2024-09-26T18:27:00Z"', '"asOf": "2024-09-26T18:28:00Z"');
    expect(() => parseEventSnapshot(after)).toThrow(/is not before/);
  });
});
