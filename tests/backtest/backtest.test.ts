import { describe, expect, it } from 'vitest';
import { judge, LIMIT_NAMES, limitsFrom, withLimit } from '../../lib/limits/index.ts';
import { assess, ASSUMPTION_NAMES } from '../../lib/risk/index.ts';
import { assessInputOf } from '../../tools/backtest/exposure.ts';
import { agreementOf, type EventResult, replay, replayAll } from '../../tools/backtest/replay.ts';
import { SHAPED } from '../../tools/backtest/shaped.ts';
import { outcomeOf } from '../../tools/backtest/signals.ts';
import { type EventSnapshot, readSnapshots } from '../../tools/backtest/snapshot.ts';
import { type Incident, readIncidents } from '../../tools/backtest/sources.ts';
import { tableOf } from '../../tools/backtest/table.ts';
import { eventTotals, flaggedByShapedAlone, signalTotals } from '../../tools/backtest/totals.ts';

const results = replayAll(readIncidents(), readSnapshots());

function given(id: string): { incident: Incident; snapshot: EventSnapshot } {
  const incident = readIncidents().find((one) => one.id === id);
  const snapshot = readSnapshots().find((one) => one.incident === id);
  if (incident === undefined || snapshot === undefined) throw new Error(`no ${id}`);
  return { incident, snapshot };
}

function row({ rows }: EventResult, signal: string): string {
  return rows.find((one) => one.signal === signal)?.outcome.balanced ?? 'none';
}

describe('the backtest', () => {
  it('judges every event as the table in the repository says', async () => {
    await expect(tableOf(results)).toMatchFileSnapshot('table.txt');
  });

  it('counts each event once under each preset', () => {
    const totals = eventTotals(results);
    for (const column of [0, 1, 2])
      expect(totals.reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0)).toBe(21);
    const signals = signalTotals(results).reduce((sum, { all }) => sum + all, 0);
    expect(signals).toBe(readIncidents().flatMap((one) => one.signals).length);
  });

  it('says why wherever it is not what the file expects, or nothing was judged', () => {
    for (const { incident, rows } of results)
      for (const { signal, agreement, outcome, note } of rows)
        if (agreement !== 'agrees' || outcome.balanced !== 'flagged')
          expect(note, `${incident.id} ${signal}`).toMatch(/\w{3}/);
  });

  it('refuses a row that nothing explains', () => {
    const { incident, snapshot } = given('astrid-2023-10');
    const silent = { ...snapshot, signals: snapshot.signals.map(({ signal }) => ({ signal })) };
    expect(() => replay(incident, silent)).toThrow(/nothing says why/);
  });

  it('never counts "not known" as flagged: without its figures no event is', () => {
    for (const { id } of readIncidents()) {
      const { incident, snapshot } = given(id);
      const signals = snapshot.signals.map((one) => ({ ...one, note: 'a reason' }));
      const { outcome } = replay(incident, { ...snapshot, readable: {}, signals });
      for (const one of Object.values(outcome)) expect(one, id).not.toBe('flagged');
    }
  });

  it('never counts "nothing to all" as not flagged where the limit is off', () => {
    const { snapshot } = given('exit-queue-2025-09');
    const limits = withLimit(limitsFrom('balanced'), 'maxNoNotice', null);
    const verdict = judge(assess(assessInputOf(snapshot)), limits);
    const found = verdict.factors.find(({ id }) => id === 'noNotice');
    expect(found).toMatchObject({ level: 'off', value: { kind: 'range', lo: 0n, hi: 10n ** 18n } });
    expect(outcomeOf('noNotice', verdict)).toBe('not readable');
  });

  it('turns a row when the figure behind it turns', () => {
    const { incident, snapshot } = given('rseth-bridge-2026-04');
    const { figures } = snapshot.readable;
    if (figures?.bridgeVerifiers === undefined) throw new Error('no figure');
    const three = {
      ...snapshot,
      readable: {
        ...snapshot.readable,
        figures: { ...figures, bridgeVerifiers: { ...figures.bridgeVerifiers, value: '5' } },
      },
      signals: snapshot.signals.map((one) => ({ ...one, note: 'a reason' })),
    };
    expect(row(replay(incident, snapshot), 'bridgeVerifiers')).toBe('flagged');
    expect(row(replay(incident, three), 'bridgeVerifiers')).toBe('not flagged');
  });

  it('marks each row whose limit was made from its event, and counts those apart', () => {
    for (const { incident, signal, from } of SHAPED) {
      const event = results.find((one) => one.incident.id === incident);
      expect(event, incident).toBeDefined();
      expect(signal === null ? ASSUMPTION_NAMES : LIMIT_NAMES).toContain(from);
      if (signal !== null) expect(event?.rows.find((one) => one.signal === signal)?.shaped).toBe(true);
    }
    const marked = results.flatMap(({ rows }) => rows.filter(({ shaped }) => shaped));
    expect(marked).toHaveLength(SHAPED.filter(({ signal }) => signal !== null).length);
    const alone = ['unibtc-2024-09', 'rseth-bridge-2026-04', 'zero-delay-2026-05'];
    expect(flaggedByShapedAlone(results)).toBe(alone.length);
    expect(flaggedByShapedAlone(results.filter(({ incident }) => !alone.includes(incident.id)))).toBe(0);
  });

  it('judges no share of a bridge by what the loss told', () => {
    const { incident, snapshot } = given('rseth-bridge-2026-04');
    expect(Object.keys(snapshot.readable.figures ?? {})).toEqual(['bridgeVerifiers']);
    expect(row(replay(incident, snapshot), 'bridgeShare')).toBe('not readable');
  });

  it('agrees with the file only where it says the same', () => {
    expect(agreementOf('yes', 'flagged')).toBe('agrees');
    expect(agreementOf('yes', 'not readable')).toBe('differs');
    expect(agreementOf('yes', 'out of scope')).toBe('differs');
    expect(agreementOf('no', 'flagged')).toBe('differs');
    expect(agreementOf('no', 'not readable')).toBe('agrees');
    expect(agreementOf('unknown', 'not flagged')).toBe('differs');
    expect(agreementOf('not-applicable', 'flagged')).toBe('differs');
    expect(agreementOf('partly', 'flagged')).toBe('open');
  });

  it('refuses an event without a snapshot, and a snapshot without an event', () => {
    const [first, ...others] = readSnapshots();
    expect(() => replayAll(readIncidents(), others)).toThrow(/has no snapshot/);
    if (first === undefined) throw new Error('no snapshots');
    expect(() => replayAll([], [first])).toThrow(/no event of the file/);
  });
});
