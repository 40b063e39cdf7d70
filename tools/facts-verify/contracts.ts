import { decodeAbiParameters, hexToString } from 'viem';

import type { Address } from '../../lib/core/index.ts';
import type { Protocol } from '../../lib/protocols/index.ts';
import { digitsOf, type Outcome, type Question, same, unread } from './question.ts';

/** Owners and operators may be plain accounts: no code is claimed of them. */
const mayBeAccounts = new Set(['governance', 'operator']);

/** Code behind every entry, token and contract; symbol and decimals of every token. */
export function contractQuestions(protocol: Protocol): Question[] {
  const { id, deposits, tokens, contracts } = protocol;
  const coded = new Map<string, Question>();
  const add = (chainId: number, address: Address, name: string, evidence: string): void => {
    const key = `${chainId}:${address.toLowerCase()}`;
    if (!coded.has(key)) coded.set(key, codeQuestion(chainId, address, `${id}: ${name}`, evidence));
  };
  for (const { chainId, to, contractName, evidence } of deposits)
    add(chainId, to, contractName, evidence.address);
  for (const { chainId, address, symbol, evidence } of tokens) add(chainId, address, symbol, evidence);
  for (const { chainId, address, name, role, evidence } of contracts)
    if (!mayBeAccounts.has(role)) add(chainId, address, name, evidence);
  return [...coded.values(), ...tokens.flatMap((token) => tokenQuestions(id, token))];
}

/** Whether anything lives at an address. */
export function codeQuestion(chainId: number, address: Address, name: string, evidence: string): Question {
  return {
    chainId,
    fact: `${name} ${address} has code`,
    evidence,
    call: { method: 'eth_getCode', params: [address, 'latest'] },
    judge: (result) => {
      const digits = digitsOf(result);
      if (digits === null) return unread('no code was given');
      return digits === '' ? { state: 'differs', now: 'no code' } : same;
    },
  };
}

function tokenQuestions(id: string, token: Protocol['tokens'][number]): Question[] {
  const { chainId, address, symbol, decimals, evidence } = token;
  const ask = (fact: string, data: string, judge: Question['judge']): Question => ({
    chainId,
    fact: `${id}: ${address} ${fact}`,
    evidence,
    call: { method: 'eth_call', params: [{ to: address, data }, 'latest'] },
    judge,
  });
  const questions = [
    ask(`symbol() is ${symbol}`, '0x95d89b41', (result) => compare(symbolOf(result), symbol)),
  ];
  if (decimals !== null) {
    questions.push(
      ask(`decimals() is ${decimals}`, '0x313ce567', (result) =>
        compare(numberOf(result)?.toString() ?? null, String(decimals)),
      ),
    );
  }
  return questions;
}

function compare(now: string | null, claimed: string): Outcome {
  if (now === null) return unread('the answer is not readable');
  return now === claimed ? same : { state: 'differs', now };
}

/** A whole number up to 256 bits; null for anything else. */
export function numberOf(result: unknown): bigint | null {
  const digits = digitsOf(result);
  return digits !== null && digits.length >= 64 ? BigInt(`0x${digits.slice(0, 64)}`) : null;
}

/** A symbol as text, or as the 32 bytes that old tokens give. What a chain says is printed, so only letters of ASCII. */
function symbolOf(result: unknown): string | null {
  const digits = digitsOf(result);
  if (digits === null || digits === '') return null;
  try {
    const text =
      digits.length === 64
        ? hexToString(`0x${digits}`, { size: 32 })
        : decodeAbiParameters([{ type: 'string' }], `0x${digits}`)[0];
    return text.replaceAll(/[^ -~]/g, '?').slice(0, 40);
  } catch {
    return null; // not the shape of a text: the caller says so
  }
}
