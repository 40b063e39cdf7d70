import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LIMIT_NAMES } from '../../lib/limits/index.ts';
import { assumptions } from '../../lib/risk/assumptions.ts';
import { backtestResults } from '../../tools/methodology/backtest-tables.ts';
import { workedExamples } from '../../tools/methodology/examples.ts';
import { asDays, asEth, asPercent } from '../../tools/methodology/format.ts';
import { protocols, stakes } from '../../lib/protocols/index.ts';
import { knownAttacks } from '../../lib/risk/attack/index.ts';
import { askedFigures, unreadFigures } from '../../tools/methodology/unread-figures.ts';
import { filled, methodologyPage } from '../../tools/methodology/page.ts';
import { valueReader } from '../../tools/methodology/values.ts';

const page = methodologyPage();

/** Text between a heading and the next of its kind. */
function section(title: string): string {
  const from = page.indexOf(`\n## ${title}\n`);
  if (from === -1) throw new Error(`no section ${title}`);
  const end = page.indexOf('\n## ', from + 1);
  return page.slice(from, end === -1 ? undefined : end);
}

/** The anchor GitHub gives a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
}

describe('the methodology page', () => {
  it('is what the code gives: run "node tools/methodology.ts" after a change', () => {
    const committed = readFileSync(new URL('../../docs/methodology.md', import.meta.url), 'utf8');
    expect(committed === page).toBe(true);
  });

  it('leaves no place unfilled', () => {
    expect(page).not.toMatch(/[{}]{2}|undefined|NaN|\[object/);
  });

  it('shows every limit and every guess', () => {
    for (const name of LIMIT_NAMES) expect(section('Limits and verdicts')).toContain(`\`${name}\``);
    for (const name of Object.keys(assumptions))
      expect(section('Odds, and what they rest on')).toContain(`\`${name}\``);
  });

  it('links to sections that exist', () => {
    const anchors = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => anchor(heading ?? ''));
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, link]) => link);
    expect(links).toEqual(anchors);
  });

  it('names a source and its grade for each error it corrects', () => {
    const errors = section('Common errors in articles about restaking')
      .split('\n\n')
      .filter((part) => part.startsWith('**"'));
    expect(errors.length).toBeGreaterThanOrEqual(7);
    for (const one of errors)
      expect(one).toMatch(/\([^()]*\w+[/@-]\w+|\(eigenlayer-contracts|ELIP-016|`\w+\.sol`/);
  });

  it('says of fresh code what the engine says', () => {
    const event = backtestResults().find(({ incident }) => incident.id === 'unibtc-2024-09');
    const row = event?.rows.find(({ signal }) => signal === 'sinceUpgrade');
    // Where this turns, the sentence on the age of code in the template, and the note of the snapshot, turn too.
    expect(row?.outcome.balanced).toBe('flagged');
    expect(section('What the model does not see')).toContain('The age of code is known only against code');
  });

  it('names every figure that the model asks for and nothing reads', () => {
    const text = section('Computed, but read from no token yet');
    const unread = unreadFigures().map(([name]) => name);
    for (const name of unread) expect(text).toContain(`\`${name}\``);
    const given = stakes.flatMap(({ figures }) => Object.keys(figures));
    for (const name of [...given, 'depositWei', 'lastUpgradeAt', 'lastUpgradeFrom'])
      expect(unread).not.toContain(name);
    // What the exposure's own list of figures names is asked for by something.
    const asked = ['rateMaxAgeSecs', 'bridgeVerifiers', 'bridgeHeld', 'marketRate', 'sellIn', 'sellOut'];
    for (const name of [...asked, 'coverAvailableWei', 'coverOutstandingWei', 'rate', 'supply'])
      expect([...askedFigures().keys()]).toContain(name);
  });

  it('says of slashes, vaults and studies what the code gives', () => {
    // Where one of these turns, the list under "Computed, but read from no token yet" turns too.
    const slash = readFileSync(new URL('../../lib/exposure/last-slash.ts', import.meta.url), 'utf8');
    expect([...slash.matchAll(/\bknown\((\w+)/g)].map(([, what]) => what)).toEqual(['null']);
    expect(new Set(stakes.map(({ kind }) => kind))).toEqual(
      new Set(['lrt', 'direct', 'symbiotic-v1', 'symbiotic-v2']),
    );
    expect(knownAttacks).toEqual([]);
    const perils = protocols.flatMap(({ track }) => track.covers.flatMap((cover) => cover.perils));
    expect(perils).not.toContain('service-slashing');
  });

  it('says how long a list of losses vouches that there was none', () => {
    const code = readFileSync(new URL('../../lib/risk/odds/maturity.ts', import.meta.url), 'utf8');
    const days = /LIST_LASTS_DAYS = (\d+)n/.exec(code)?.[1];
    expect(section('Odds, and what they rest on')).toContain(`a list of losses older than ${days} days`);
  });

  it('names the flagged events whose limits were not made from them', () => {
    const others = backtestResults().filter(({ rows }) =>
      rows.some(({ outcome, shaped }) => outcome.balanced === 'flagged' && !shaped),
    );
    // Where this turns, the sentence on "the others" in the template turns too.
    expect(others.map(({ incident }) => incident.id)).toEqual(['ezeth-2024-04', 'kelp-dns-2024-07']);
    expect(section('Backtest')).toContain('The others are Renzo');
  });

  it('says which flagged events rest on what the product cannot read yet', () => {
    expect(section('Backtest')).toContain('that the product reads from no token yet: none.');
    const tokens = protocols.flatMap((protocol) => protocol.tokens);
    const uniBtc = tokens.filter(({ symbol }) => symbol === 'uniBTC');
    expect(uniBtc.length).toBeGreaterThan(0);
    // Where something of it is read, the sentence on uniBTC in the template turns too.
    expect(uniBtc.map(({ stake }) => stake)).toEqual(uniBtc.map(() => null));
    expect(section('Backtest')).toContain('into uniBTC is recognised, but nothing that stands behind it is');
  });

  it('explains each difference from the file of events', () => {
    const differing = backtestResults().flatMap(({ rows }) =>
      rows.filter(({ agreement }) => agreement === 'differs'),
    );
    expect(differing.length).toBeGreaterThan(0);
    for (const { note } of differing) expect(section('Backtest')).toContain(note);
  });

  it('takes its examples from the code, not from the file of expected values', () => {
    const { S1 } = workedExamples();
    expect(S1?.out).toMatchObject({ worstAvs: { id: 'Foo', hiWad: '42000000000000000' } });
    expect(section('What can be slashed today')).toContain('0.42 ETH of yours');
  });
});

describe('a place in the template', () => {
  const value = valueReader({});

  it('gives the value it names in the form it asks for', () => {
    expect(value('S1.out.worstAvs.hiWad | percent')).toBe('4.2 %');
    expect(value('S13.out.0.hiSecs | days')).toBe('66');
    expect(value('S2.pending.0.inSecs | days')).toBe('17.5');
  });

  it('is refused when nothing stands there, or no such form or table is known', () => {
    expect(() => value('S1.out.worst')).toThrow(/nothing stands at/);
    expect(() => value('S13.out.1.hiSecs | days')).toThrow(/nothing stands at/);
    expect(() => value('S1.out.worstAvs')).toThrow(/is no text/);
    expect(() => value('S1.out.worstAvs.hiWad | nicely')).toThrow(/no format/);
    expect(() => value('S1.out.worstAvs.id | percent')).toThrow(/no whole number/);
    expect(() => filled('{{table none}}', value, {})).toThrow(/no table/);
  });

  it('never makes a risk look smaller than it is', () => {
    expect(asPercent(1n)).toBe('0.01 %');
    expect(asPercent(18_095_238_095_238_096n)).toBe('1.81 %');
    expect(asPercent(999_999_999_999_999_999n, 'down')).toBe('99.99 %');
    expect(asDays(86_401n)).toBe('1.1');
    expect(asEth(1n)).toBe('0.000000000000000001');
  });
});
