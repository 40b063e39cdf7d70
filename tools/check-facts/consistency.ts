import { getAddress, toFunctionSelector } from 'viem';

import { payTokens } from '../../lib/protocols/common.ts';
import { type Protocol, stakeById } from '../../lib/protocols/index.ts';
import { dayIn, isDay } from './ages.ts';
import { leaves, text } from './walk.ts';

/** Fields that hold a day and nothing else; a month is enough for history. */
const dayFields = new Set(['asOf', 'readOn', 'codeSeen', 'date', 'since']);

function dayFaults(data: unknown, today: string): string[] {
  const faults: string[] = [];
  for (const { path, value } of leaves(data)) {
    if (typeof value !== 'string' || !dayFields.has(path.at(-1) ?? '')) continue;
    const day = dayIn(value);
    // Records of reads may say it in words ("code minimum"); what the registry says of a protocol may not.
    if (day === null ? path[0] === 'protocols' || /^\d{4}-\d\d-\d\d/.test(value) : !isDay(day))
      faults.push(`${path.join('.')}: ${value} is no day`);
    else if (day !== null && day > today) faults.push(`${path.join('.')}: ${value} is yet to come`);
  }
  return faults;
}

function selectorOf(signature: string): string | null {
  try {
    return toFunctionSelector(`function ${signature}`);
  } catch {
    return null;
  }
}

/** Selectors that are not what their signature gives, and addresses whose letters contradict their checksum. */
function codeFaults(data: unknown): string[] {
  const faults: string[] = [];
  for (const { path, value } of leaves(data)) {
    const signature = text(value, 'signature', 'sig');
    const selector = text(value, 'selector');
    if (signature !== null && selector !== null && selectorOf(signature) !== selector)
      faults.push(`${path.join('.')}: ${selector} is not the selector of ${signature}`);
    if (typeof value !== 'string' || !/^0x[0-9a-fA-F]{40}$/.test(value)) continue;
    const mixed = /[a-f]/.test(value) && /[A-F]/.test(value);
    if (mixed && getAddress(value) !== value) faults.push(`${path.join('.')}: ${value} has another checksum`);
  }
  return faults;
}

/** Keys that stand more than once in a list, with who says them. */
function repeated(said: readonly (readonly [key: string, by: string])[]): string[] {
  const first = new Map<string, string>();
  return said.flatMap(([key, by]) => {
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, by);
    return earlier === undefined ? [] : [`${key}: both ${earlier} and ${by}`];
  });
}

function at(chainId: number, address: string): string {
  return `${chainId}:${address.toLowerCase()}`;
}

/** One address, two stories: its symbol or decimals differ between lists. */
function tokenFaults(protocols: readonly Protocol[]): string[] {
  const paid = new Map(payTokens.map((pay) => [at(pay.chainId, pay.address), pay]));
  return protocols.flatMap(({ id, tokens }) =>
    tokens.flatMap(({ chainId, address, symbol, decimals }) => {
      const other = paid.get(at(chainId, address));
      if (other === undefined) return [];
      const same = other.symbol === symbol && (decimals === null || other.decimals === decimals);
      return same
        ? []
        : [`${id}.tokens.${symbol}: ${other.symbol} with ${other.decimals} decimals elsewhere`];
    }),
  );
}

function protocolFaults({ id, deposits, tokens, status, track, provenance }: Protocol): string[] {
  const dated = [status, track.liveSince, track.audits, track.bugBounty, track.lossEvents, track.coverSearch];
  const late = [...dated, ...track.covers].flatMap((fact) =>
    fact !== null && fact !== undefined && fact.asOf > provenance.readOn
      ? [`${id}: a fact of ${fact.asOf}, but the protocol was read on ${provenance.readOn}`]
      : [],
  );
  const named = [...deposits, ...tokens].flatMap(({ stake }) => (stake === null ? [] : [stake]));
  const missing = [...new Set(named)].filter((stake) => stakeById(stake) === null);
  return [...late, ...missing.map((stake) => `${id}: no record of the stake ${stake}`)];
}

/**
 * What the data says twice in different ways, or could not be so: days that the calendar does not have or that are yet
 * to come, selectors that are not their signature's, checksums, stakes without a record, an address of two owners.
 *
 * @param data - everything that holds facts, by name; `protocols` is part of it
 * @returns one line each; empty where all agrees
 */
export function faultsOf(data: unknown, protocols: readonly Protocol[], today: string): readonly string[] {
  const functions = protocols.flatMap(({ id, deposits }) =>
    deposits.map(({ chainId, to, selector }) => [`${chainId} ${to} ${selector}`, id] as const),
  );
  const held = protocols.flatMap(({ id, tokens }) =>
    tokens.map(({ chainId, address }) => [`${chainId} ${address}`, id] as const),
  );
  return [
    ...dayFaults(data, today),
    ...codeFaults(data),
    ...repeated(functions),
    ...repeated(held),
    ...tokenFaults(protocols),
    ...protocols.flatMap(protocolFaults),
  ];
}
