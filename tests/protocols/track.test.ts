import { describe, expect, it } from 'vitest';

import { type Dated, protocols, registry } from '../../lib/protocols/index.ts';

const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A day that the calendar has: a made-up one, such as 31 April, is another day when it is written out again. */
function isDay(text: string): boolean {
  return DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

describe.each(protocols)('the track record of $id', ({ track, provenance }) => {
  const { liveSince, audits, bugBounty, lossEvents, coverSearch, covers } = track;
  const dated: Dated<unknown>[] = [liveSince, audits, bugBounty, lossEvents, coverSearch].filter(
    (fact) => fact !== null && fact !== undefined,
  );

  it('says of every fact where and on which day it was read', () => {
    expect(dated.length).toBeGreaterThan(0);
    for (const { source, asOf } of [...dated, ...covers]) {
      expect(source.length).toBeGreaterThan(10);
      expect(source).not.toMatch(/code index|index id|\bfile \d/);
      expect([asOf, isDay(asOf)]).toEqual([asOf, true]);
      expect(asOf <= provenance.readOn).toBe(true);
    }
  });

  it('dates the opening and every loss by a day, none in the time to come', () => {
    const days = [
      ...(liveSince === null ? [] : [liveSince.value]),
      ...(lossEvents?.value ?? []).map(({ date }) => date),
    ];
    for (const day of days) {
      expect([day, isDay(day)]).toEqual([day, true]);
      expect(day <= provenance.readOn).toBe(true);
    }
    const losses = (lossEvents?.value ?? []).map(({ date }) => date);
    expect(losses).toEqual(losses.toSorted());
  });

  it('says of each loss what happened, in short sentences', () => {
    for (const { what } of lossEvents?.value ?? []) {
      for (const sentence of what.split(/(?<=[.;])\s/))
        expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(15);
    }
  });

  it('counts audits, or says that nobody counted them', () => {
    if (audits !== null) expect(Number.isInteger(audits.value) && audits.value > 0).toBe(true);
  });

  it('names no cover for slashing by a service: none was found', () => {
    expect(covers.flatMap(({ perils }) => perils)).not.toContain('service-slashing');
    expect(coverSearch?.value).toContain('No cover was found');
    for (const { perils, words } of covers) {
      expect(perils.length).toBeGreaterThan(0);
      expect(words.length).toBeGreaterThan(10);
    }
  });
});

describe('the track records', () => {
  it('hold the losses that were found, each with its protocol', () => {
    const found = protocols.flatMap(({ id, track: { lossEvents } }) =>
      lossEvents === null ? [] : [[id, lossEvents.value.map(({ date }) => date)]],
    );
    expect(Object.fromEntries(found)).toEqual({
      etherfi: [],
      renzo: ['2024-04-24'],
      puffer: ['2025-08-20'],
      kelp: ['2024-07-22', '2025-04-30', '2026-04-18'],
      bedrock: ['2024-09-26', '2025-04-17'],
      eigenlayer: [],
    });
  });

  it('leave open what no source says', () => {
    expect(registry.track('puffer')?.liveSince).toBeNull();
    expect(registry.track('kelp')?.bugBounty).toBeNull();
    expect(registry.track('etherfi')?.bugBounty).toBeNull();
    expect(registry.track('puffer')?.bugBounty?.value).toBe(false);
  });

  it('are found by the id of the protocol alone', () => {
    for (const { id, track } of protocols) expect(registry.track(id)).toBe(track);
    expect(registry.track('another')).toBeNull();
  });
});
