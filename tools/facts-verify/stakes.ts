import type { Address, Hex } from '../../lib/core/index.ts';
import { type StakeRead, type StakeRecord, strategies } from '../../lib/protocols/index.ts';
import { codeQuestion, numberOf } from './contracts.ts';
import { addressOf, digitsOf, type Outcome, type Question, same, unread } from './question.ts';

/** EIP-1967: keccak256('eip1967.proxy.implementation') - 1 and keccak256('eip1967.proxy.admin') - 1. */
const slots: Readonly<Record<'implementation' | 'admin', Hex>> = {
  implementation: '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc',
  admin: '0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103',
};

/** What a stake record claims: views that answer, lists, code of proxies, who holds which power. */
export function stakeQuestions(record: StakeRecord): Question[] {
  const { id, chainId, reads, proxies, upgrade } = record;
  const views = Object.entries(reads).flatMap(([name, read]) => viewQuestions(id, chainId, name, read));
  const codes = proxies.flatMap(({ address, role, implementation, beacon, since }): Question[] =>
    implementation === null
      ? [codeQuestion(chainId, address, `${id}: ${role}`, 'no published code')]
      : [
          {
            chainId,
            fact: `${id}: code of ${role} ${address} is ${implementation}`,
            evidence: `published ${since ?? 'without a day'}`,
            call: beacon === true ? viewCall(address, '0x5c60da1b') : slotCall(address, 'implementation'),
            judge: (result) => isAddress(result, implementation),
          },
        ],
  );
  const powers = upgrade.checks.flatMap((check): Question[] => {
    const read = reads[check.read];
    const call = read === undefined ? null : callOf(read);
    if (call === null || !('is' in check)) return [];
    const fact = `${id}: ${check.read} is ${check.is}`;
    return [
      { chainId, fact, evidence: read?.grade ?? '', call, judge: (result) => isAddress(result, check.is) },
    ];
  });
  return [...views, ...codes, ...powers];
}

/** `underlyingToken()` of each EigenLayer strategy that has one. */
export function strategyQuestions(): Question[] {
  return strategies.flatMap(({ symbol, strategy, token }): Question[] =>
    token === null
      ? []
      : [
          {
            chainId: 1,
            fact: `eigenlayer: underlyingToken() of the ${symbol} strategy ${strategy} is ${token}`,
            evidence: 'third-party',
            call: viewCall(strategy, '0x2495a599'),
            judge: (result) => isAddress(result, token),
          },
        ],
  );
}

/** Only reads that need no earlier answer can be asked by themselves. */
function viewQuestions(id: string, chainId: number, name: string, read: StakeRead): Question[] {
  const call = read.kind === 'view' ? callOf(read) : null;
  if (read.kind !== 'view' || call === null || typeof read.to !== 'string') return [];
  const about = { chainId, evidence: read.grade, call };
  const { seen } = read;
  const view = `${id}: ${read.sig} at ${read.to} (${name})`;
  if (seen === undefined || !/^\d+$/.test(seen.value))
    return [{ ...about, fact: `${view} answers`, judge: answers }];
  const fact = `${view} was ${seen.value} on ${seen.asOf}`;
  return [{ ...about, fact, judge: (result) => stillIs(numberOf(result), seen.value) }];
}

function callOf(read: StakeRead): Question['call'] | null {
  if (read.kind === 'balance' || read.kind === 'code' || read.for !== undefined) return null;
  if (read.kind === 'slot') return slotCall(read.of, read.slot);
  if (typeof read.to !== 'string') return null;
  let data: string = read.selector;
  for (const arg of read.args ?? []) {
    if (typeof arg === 'string')
      data += (arg.startsWith('0x') ? arg.slice(2).toLowerCase() : BigInt(arg).toString(16)).padStart(
        64,
        '0',
      );
    else if ('bytes4' in arg) data += arg.bytes4.slice(2).padEnd(64, '0');
    else return null;
  }
  return viewCall(read.to, data);
}

function viewCall(to: Address, data: string): Question['call'] {
  return { method: 'eth_call', params: [{ to, data }, 'latest'] };
}

function slotCall(of: Address, slot: 'implementation' | 'admin'): Question['call'] {
  return { method: 'eth_getStorageAt', params: [of, slots[slot], 'latest'] };
}

function answers(result: unknown): Outcome {
  const digits = digitsOf(result);
  if (digits === null) return unread('no answer that can be read');
  if (digits === '') return { state: 'differs', now: 'an empty answer' };
  const [offset, length] = [
    numberOf(result),
    digits.length >= 128 ? numberOf(`0x${digits.slice(64)}`) : null,
  ];
  // A list of words: how many there are today is worth a line.
  const isList = offset === 32n && length !== null && digits.length === 128 + Number(length % 100_000n) * 64;
  return isList ? { state: 'told', now: `a list of ${length}` } : same;
}

function stillIs(now: bigint | null, seen: string): Outcome {
  if (now === null) return unread('no answer that can be read');
  return now === BigInt(seen) ? same : { state: 'changed', now: now.toString() };
}

function isAddress(result: unknown, claimed: string): Outcome {
  const now = addressOf(result);
  if (now === null) return unread('no address was given');
  return now === claimed.toLowerCase() ? same : { state: 'differs', now };
}
