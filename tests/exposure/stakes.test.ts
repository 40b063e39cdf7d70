import { getAddress, toFunctionSelector } from 'viem';
import { describe, expect, it } from 'vitest';

import { compilePlan } from '../../lib/exposure/compile.ts';
import { programOf } from '../../lib/exposure/program.ts';
import {
  type Condition,
  coreReads,
  type Expr,
  labelOf,
  protocols,
  registry,
  stakeById,
  type StakeRead,
  type StakeRecord,
  stakes,
  strategies,
} from '../../lib/protocols/index.ts';

function namesIn(expr: Expr): string[] {
  if (typeof expr === 'number') return [];
  if (typeof expr === 'string') return [expr.replace(/\[\d+\]$/, '')];
  if ('sum' in expr) return expr.sum.flatMap(namesIn);
  if ('max' in expr) return expr.max.flatMap(namesIn);
  if ('minus' in expr) return expr.minus.flatMap(namesIn);
  if ('times' in expr) return expr.times.flatMap(namesIn);
  if ('wad' in expr) return expr.wad.flatMap(namesIn);
  if ('part' in expr) return expr.part.flatMap(namesIn);
  if ('each' in expr) return [expr.each];
  if ('amounts' in expr) return [expr.amounts];
  if ('bySize' in expr) return [expr.bySize];
  if ('dot' in expr) return [...expr.dot];
  return 'rows' in expr ? [expr.rows, expr.price, expr.skip.list] : [];
}

function namesInCondition(condition: Condition): string[] {
  if ('any' in condition) return condition.any.flatMap(namesInCondition);
  if ('true' in condition) return [condition.true];
  if ('later' in condition) return [condition.later];
  if ('noView' in condition) return [];
  if ('false' in condition) return [condition.false];
  return 'bit' in condition ? [condition.bit[0]] : [condition.differs[0]];
}

/** The reads by which the delay of a change of code is found. */
function delayReads(delay: StakeRecord['upgrade']['delay']): string[] {
  if (typeof delay === 'string') return [delay];
  if ('noView' in delay) return [];
  const parts = ['Admin', 'Owner', 'MinDelay', 'Delay', 'Code', 'Threshold', 'Owners'];
  return delay.path.flatMap((name) => parts.map((part) => `${name}${part}`));
}

function dependencies(read: StakeRead): string[] {
  const target = read.kind === 'view' ? read.to : read.of;
  const own = typeof target === 'object' && 'answerOf' in target ? [target.answerOf] : [];
  const args = read.kind === 'view' ? (read.args ?? []) : [];
  const named = args.flatMap((arg) => (typeof arg === 'object' && 'answerOf' in arg ? [arg.answerOf] : []));
  return [...own, ...named, ...Object.values(read.for ?? {})];
}

const everyRead = stakes.flatMap((stake) =>
  Object.entries({ ...coreReads, ...stake.reads }).map(([name, read]) => [stake.id, name, read] as const),
);

it('has a record for every stake the registry names, each under its own id', () => {
  const named = protocols.flatMap(({ tokens, deposits }) =>
    [...tokens, ...deposits].map(({ stake }) => stake),
  );
  const missing = named.filter((id) => id !== null && stakeById(id) === null);
  expect([...new Set(missing)]).toEqual([]);
  expect(new Set(named).size).toBeGreaterThan(5);
  expect(new Set(stakes.map(({ id }) => id)).size).toBe(stakes.length);
});

it.each(everyRead)('%s %s: the selector is that of its signature', (_, __, read: StakeRead) => {
  if (read.kind !== 'view') return;
  expect(read.selector).toBe(toFunctionSelector(`function ${read.sig}`));
});

it('takes every rate view by the selector of its signature', () => {
  for (const { toEth } of strategies) {
    if ('sig' in toEth)
      expect([toEth.sig, toEth.selector]).toEqual([toEth.sig, toFunctionSelector(`function ${toEth.sig}`)]);
  }
});

describe.each(stakes.map((stake) => [stake.id, stake] as const))('%s', (_, stake: StakeRecord) => {
  const names = compilePlan(stake).steps.map(({ name }) => name);

  it('lets a read use only those before it', () => {
    for (const [i, [name, read]] of Object.entries(stake.reads).entries()) {
      const before = [...Object.keys(coreReads), ...Object.keys(stake.reads).slice(0, i)];
      expect([name, dependencies(read).filter((used) => !before.includes(used))]).toEqual([name, []]);
    }
  });

  it('names only reads it has, in figures, pauses, stakers and upgrade', () => {
    const used = [
      ...Object.values(stake.figures).flatMap(({ expr, fallback }) => [
        ...namesIn(expr),
        ...namesIn(fallback ?? 0),
      ]),
      ...namesInCondition(stake.depositsPaused),
      ...namesInCondition(stake.redemptionPaused),
      ...(typeof stake.stakers === 'object' && !('given' in stake.stakers)
        ? Object.values(stake.stakers)
        : []),
      ...delayReads(stake.upgrade.delay),
      ...Object.values(stake.share ?? {}),
      ...Object.values(stake.upgrade.proposers ?? {}),
      ...stake.upgrade.checks.map(({ read }) => read),
      ...[stake.upgrade.fastPath?.owners, stake.upgrade.fastPath?.threshold, stake.listedOperators].filter(
        (name) => name !== undefined,
      ),
    ];
    expect(used.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('writes addresses with their checksum, sources and the day they were read', () => {
    const found = JSON.stringify(stake).match(/"0x[0-9a-fA-F]{40}"/g) ?? [];
    // A vault's record names none: the contract that takes the deposit is the vault.
    if (stake.vault !== 'deposit') expect(found.length).toBeGreaterThan(3);
    for (const quoted of found) expect(quoted).toBe(`"${getAddress(quoted.slice(1, -1))}"`);
    expect(stake.provenance.sources.length).toBeGreaterThan(0);
    expect(stake.provenance.readOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('gives the code of every proxy with the day it was seen, or says that nobody published it', () => {
    const published = stake.proxies.filter(({ implementation }) => implementation !== null);
    expect(stake.codeSeen === null).toBe(published.length === 0);
    if (stake.codeSeen !== null) expect(stake.codeSeen).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const { role, implementation, since } of stake.proxies) {
      if (since === null) continue;
      expect([role, since]).toEqual([role, expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
      expect([role, implementation]).not.toEqual([role, null]);
      expect([role, since <= (stake.codeSeen ?? '')]).toEqual([role, true]);
    }
    expect(new Set(stake.proxies.map(({ address }) => address)).size).toBe(stake.proxies.length);
  });

  it('says of a token when its price was set, or why no view tells', () => {
    if (stake.kind === 'direct') return;
    const given = 'rateUpdatedAt' in stake.figures;
    const why = stake.noView?.['rateUpdatedAt'];
    expect([given, why === undefined]).toEqual(given ? [true, true] : [false, false]);
  });

  it('fits into a program of the lens', () => {
    const program = programOf(compilePlan(stake), { shims: new Set(), assumed: new Map() });
    expect(program).toMatch(/^0x([0-9a-f]{2})+$/);
  });
});

it('knows the stake of every registered token and entry that names one', () => {
  const ids = new Set<string>(stakes.map(({ id }) => id));
  expect(registry.findToken(1, '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110')?.stake).toBe('renzo-ezeth');
  expect(ids.has('renzo-ezeth')).toBe(true);
});

it('marks a name that is not the protocol’s own word', () => {
  expect(labelOf('0xDbEd88D83176316fc46797B43aDeE927Dc2ff2F5')).toBe('P2P.org (third-party name)');
  expect(labelOf('0x4d7C3fc856AB52753B91A6c9213aDF013309dD25')).toBe('Puffer RestakingOperator 1 of 7');
  expect(labelOf('0x0000000000000000000000000000000000000001')).toBeNull();
});
