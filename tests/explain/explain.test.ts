import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, unknown, WAD } from '../../lib/core/index.ts';
import { explain, explainRequest, plain } from '../../lib/explain/index.ts';
import { judge, LIMIT_NAMES, limitsFrom, type Limits, withLimit } from '../../lib/limits/index.ts';
import { analyse, assess } from '../../lib/risk/index.ts';
import { assessInput, said } from '../risk/exposures.ts';
import { snapshots } from '../risk/random.ts';
import { allocation, eth, simple } from '../risk/snapshots.ts';
import { balanced, explained, explainedSnapshot, NO_IDENTITY } from './cases.ts';

const fine = { snapshots: [simple([allocation('0xa', 0.025)])] };

/** Each way a required figure can be missing: what to change of a deposit that is fine. */
const MISSING: readonly [string, Parameters<typeof assessInput>[0], Parameters<typeof assessInput>[1]][] = [
  ['identity', {}, NO_IDENTITY],
  ['receiver', {}, { recipientIsUser: null }],
  ['deposits paused', { depositsPaused: unknown('reverted') }, {}],
  ['redemption paused', { redemptionPaused: unknown('rpc-failed') }, {}],
  ['total', { snapshots: [simple([], { assets: { totalWei: null } })] }, {}],
  ['snapshot', { snapshots: [] }, {}],
  ['refused', { snapshots: [simple([], { depositWei: '-1' })] }, {}],
  ['upgrade delay', { upgradeDelaySecs: unknown('stale') }, {}],
];

function without(subset: readonly number[]): Parameters<typeof assessInput> {
  return subset.reduce<[object, object]>(
    ([more, identity], index) => [
      { ...more, ...MISSING[index]?.[1] },
      { ...identity, ...MISSING[index]?.[2] },
    ],
    [fine, {}],
  );
}

const everyLimitOff: Limits = {
  ...balanced,
  values: LIMIT_NAMES.reduce((values, name) => ({ ...values, [name]: null }), balanced.values),
};

describe('what is said of a verdict', () => {
  it('is "Within limits" only where every required figure is known', () => {
    const presets = [balanced, limitsFrom('conservative'), limitsFrom('adventurous'), everyLimitOff];
    const subset = fc.subarray(MISSING.map((_, index) => index));
    expect(explained(fine).word).toBe('Within limits');
    fc.assert(
      fc.property(subset, fc.constantFrom(...presets), (missing, limits) => {
        const [more, identity] = without(missing);
        const { word, level, headline, override } = explained(more, limits, identity);
        if (missing.length === 0) return;
        expect(['ok', 'notice']).not.toContain(level);
        expect(word).not.toBe('Within limits');
        expect(headline).not.toContain('within');
        if (word === 'Not checked') expect(override.kind).not.toBe('click');
      }),
      { numRuns: 600 },
    );
  });

  it('leads with amount, percent and the person’s limit', () => {
    const { lead, headline, word } = explained({ snapshots: [simple([allocation('0xa', 0.5)])] });
    expect(plain(lead)).toBe('Up to 5 ETH (50%) could be lost to slashing. Your limit is 20%.');
    expect([word, headline]).toEqual(['Over limit', 'Stop: this deposit breaks your limit']);
  });

  it('leads with what needs no notice where today is under a tenth of it', () => {
    const zero = simple([allocation('0xa', 0.025)]);
    zero.operators = zero.operators.map((one) => ({ ...one, allocationDelayBlocks: 0 }));
    const loose = withLimit(withLimit(balanced, 'maxNoNotice', WAD * 3n), 'maxTheftNoNotice', null);
    const quiet = withLimit(loose, 'maxSingleOperator', null);
    expect(plain(explained({ snapshots: [zero] }, quiet).lead)).toContain('without notice');
    expect(plain(explained(fine).lead)).toContain('lost to slashing');
  });

  it('leads with the finding that stops, without talk of limits', () => {
    const { lead, word, headline, override } = explained(fine, balanced, { contractKnown: false });
    expect(plain(lead)).toMatch(/^This site asks you to pay a contract we do not know\./);
    expect(plain(lead)).not.toContain('limit');
    expect([word, headline]).toEqual(['Stop', 'Stop: this contract is not known']);
    expect(override).toEqual({ kind: 'type', text: 'Stop', what: 'word' });
  });

  it('says that withdrawals are paused, and stops', () => {
    const { word, headline, exit } = explained({ ...fine, redemptionPaused: said(true) });
    expect([word, headline]).toEqual(['Stop', 'Stop: withdrawals are paused']);
    expect(plain(exit)).toBe('Nobody can say how long it takes to get out.');
  });

  it('asks for this case’s own figure to go past a limit', () => {
    const half = explained({ snapshots: [simple([allocation('0xa', 0.512)])] });
    expect(half.override).toEqual({ kind: 'type', text: '51.2', what: 'figure' });
    const slow = explained({
      snapshots: [simple([], { exit: { queue: { minSecs: 3_000_000, maxSecs: 3_000_000 } } })],
    });
    expect(plain(slow.lead)).toBe('It can take 48.8 days to get out. Your limit is 30 days.');
    expect(slow.override).toEqual({ kind: 'type', text: '48.8', what: 'figure' });
    const sudden = explained({ ...fine, upgradeDelaySecs: known(0n, 'view', 1n) });
    expect(sudden.override).toEqual({ kind: 'type', text: 'Over limit', what: 'word' });
    const short = explained({ ...fine, upgradeDelaySecs: known(200_000n, 'view', 1n) });
    expect(plain(short.lead)).toContain(short.override.kind === 'type' ? short.override.text : 'no');
  });

  it('shows the figure that must be typed in its lead, whatever the case', () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const { lead, override } = explainedSnapshot(snapshot);
        if (override.kind === 'type' && override.what === 'figure')
          expect(plain(lead).replaceAll(',', '')).toContain(override.text.replaceAll(',', ''));
      }),
      { numRuns: 300 },
    );
  });

  it('opens an unfinished check by a word, or by options alone where the person wants it blocked', () => {
    const missing = { ...fine, upgradeDelaySecs: unknown('reverted') };
    expect(explained(missing).override).toEqual({ kind: 'type', text: 'Not checked', what: 'word' });
    const blocked = explained(missing, { ...balanced, unknownPolicy: 'block' });
    expect([blocked.level, blocked.word, blocked.override.kind]).toEqual([
      'exceeds',
      'Not checked',
      'options',
    ]);
    expect(plain(blocked.lead)).toContain('This is not a green light.');
  });

  it('calls what is on the deny list blocked, with no way past but options', () => {
    const assessment = assess(assessInput(fine));
    const verdict = judge(assessment, balanced, true);
    const told = explain(verdict, assessment, { kind: 'deposit', exposure: null });
    expect([told.word, told.headline, told.override.kind]).toEqual([
      'Blocked',
      'You blocked this token',
      'options',
    ]);
  });

  it('gives at most three reasons, none of them twice and none that the lead said', () => {
    fc.assert(
      fc.property(
        snapshots,
        fc.constantFrom('conservative' as const, 'balanced' as const),
        (snapshot, preset) => {
          const { reasons, lead } = explainedSnapshot(snapshot, limitsFrom(preset));
          const texts = reasons.map(plain);
          expect(texts.length).toBeLessThanOrEqual(3);
          expect(new Set(texts).size).toBe(texts.length);
          for (const text of texts) expect(plain(lead)).not.toContain(text);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves room: lead and reasons together are at most fifty words', () => {
    fc.assert(
      fc.property(
        snapshots,
        fc.constantFrom('conservative' as const, 'balanced' as const),
        (snapshot, preset) => {
          const { reasons, lead } = explainedSnapshot(snapshot, limitsFrom(preset));
          const words = [lead, ...reasons].map(plain).join(' ').split(/\s+/);
          expect(words.length, words.join(' ')).toBeLessThanOrEqual(50);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never leans on the labelled bound without saying so', () => {
    const token = simple([allocation('0xa', 0.025)], {
      assets: { totalWei: eth(200) },
      listedOperators: ['P'],
    });
    expect(explainedSnapshot(token).reasons.map(plain)[0]).toContain('We assume untraced stake');
    const strict = explainedSnapshot(token, { ...balanced, untracedPolicy: 'strict' });
    expect(strict.sentences.map(plain).join(' ')).not.toContain('assume');
  });

  it('says for every factor its value, its limit and whether the person changed it', () => {
    const { factors } = explained(fine, withLimit(balanced, 'maxExit', 2_000_000n));
    const exit = factors.find(({ id }) => id === 'exit');
    expect(exit && [plain(exit.value), exit.limit && plain(exit.limit), exit.yours]).toEqual([
      '14 days',
      'at most 23.1 days',
      true,
    ]);
    expect(factors.find(({ id }) => id === 'identity')?.limit).toBeNull();
  });

  it('rounds a limit in the other direction than a figure', () => {
    const { lead } = explained(
      { snapshots: [simple([allocation('0xa', 0.051)])] },
      withLimit(balanced, 'maxSlashableNow', 50_990_000_000_000_000n),
    );
    expect(plain(lead)).toBe('Up to 0.51 ETH (5.1%) could be lost to slashing. Your limit is 5%.');
  });
});

describe('the bar', () => {
  it('sums to exactly the whole and never draws what is not known as the rest', () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const found = analyse(snapshot);
        if (!('pending' in found)) throw new Error('no figures');
        const bar = explainedSnapshot(snapshot).bar ?? [];
        const wad = (id: string) => BigInt(bar.find((part) => part.id === id)?.wad ?? -1);
        expect(bar.reduce((sum, part) => sum + BigInt(part.wad), 0n)).toBe(WAD);
        for (const { wad: size } of bar) expect(BigInt(size)).toBeGreaterThanOrEqual(0n);
        expect(wad('now')).toBe(BigInt(found.slashableNow.loWad));
        expect(wad('rest')).toBe(WAD - BigInt(found.noNotice.hiWad));
        expect(wad('now') + wad('unknown')).toBeGreaterThanOrEqual(BigInt(found.slashableNow.hiWad));
      }),
      { numRuns: 300 },
    );
  });

  it('is all "not known" where nothing could be computed', () => {
    const { bar } = explainedSnapshot({ kind: 'karak' });
    expect(bar?.map(({ id, wad }) => [id, wad])).toEqual([
      ['now', '0'],
      ['noNotice', '0'],
      ['unknown', String(WAD)],
      ['rest', '0'],
    ]);
  });
});

describe('services', () => {
  const set = {
    avs: '0xa',
    set: 0,
    operator: 'P',
    slasher: known('0xslasher', 'view', 1n),
    slasherHasCode: said(true),
    pendingSlasher: known(null, 'view', 1n),
    slashCount: known(0n, 'view', 1n),
  };
  const paid = (recipient: string | null) =>
    explained({
      ...fine,
      sets: [
        {
          ...set,
          redistributionRecipient: recipient === null ? unknown('reverted') : known(recipient, 'view', 1n),
        },
      ],
    }).services.map((row) => plain(row.paidTo));

  it('say whether slashed stake is burned, paid to somebody, or not known', () => {
    expect(paid('0x00000000000000000000000000000000000E16E4')).toEqual(['burned or locked']);
    expect(paid('0x00000000000000000000000000000000000000aa')).toEqual([
      'paid to 0x00000000000000000000000000000000000000aa',
    ]);
    expect(paid(null)).toEqual(['not known']);
  });

  it('carry bundled names beside the address', () => {
    expect(explained(fine).services).toMatchObject([{ avs: '0xa', label: 'Service A' }]);
  });
});

describe('a request as a whole', () => {
  const calm = explained(fine);
  const over = explained({ snapshots: [simple([allocation('0xa', 0.5)])] });
  const unchecked = explained({ ...fine, upgradeDelaySecs: unknown('reverted') });

  it('is as bad as its worst deposit', () => {
    expect(explainRequest([calm, over, unchecked], [], balanced).overall).toMatchObject({
      word: 'Over limit',
    });
    expect(explainRequest([calm], [], balanced).overall).toMatchObject({ word: 'Within limits' });
    expect(explainRequest([], [], balanced).overall).toBeNull();
  });

  it('is as bad as its worst note, also without a deposit', () => {
    const { overall, notes } = explainRequest([], [{ id: 'value-to-unknown-contract' }], balanced);
    expect(overall).toMatchObject({ level: 'warn', headline: 'Look again before you go on' });
    expect(notes.map(plain)).toEqual(['This pays a contract we do not know.']);
    const hijack = explainRequest([calm], [{ id: 'known-site-unknown-contract' }], balanced);
    expect(hijack.overall).toMatchObject({ word: 'Stop' });
  });

  it('is not finished where a part could not be read, and blocked where the person says so', () => {
    const note = [{ id: 'not-fully-read' as const }];
    expect(explainRequest([calm], note, balanced).overall).toMatchObject({ word: 'Not checked' });
    const blocked = explainRequest([calm], note, { ...balanced, unknownPolicy: 'block' }).overall;
    expect(blocked).toMatchObject({ level: 'exceeds', override: { kind: 'options' } });
  });

  it('needs a change in options where one of its deposits does, whatever else is worse', () => {
    const blocked = explained(
      { ...fine, upgradeDelaySecs: unknown('reverted') },
      { ...balanced, unknownPolicy: 'block' },
    );
    expect(explainRequest([over, blocked], [], balanced).overall).toMatchObject({
      word: 'Over limit',
      override: { kind: 'options' },
    });
  });
});
