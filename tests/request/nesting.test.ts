import { type Hex, toFunctionSelector, toHex } from 'viem';
import { describe, expect, it } from 'vitest';

import { answerLine } from '../../lib/detect/index.ts';
import { accountWrappers } from '../../lib/request/accounts.ts';
import { batches } from '../../lib/request/batches.ts';
import { readRequest } from '../../lib/request/index.ts';
import { safeWrappers } from '../../lib/request/safe.ts';
import { encode, type Made, type Wrapping, wrappings } from '../../tools/fuzz/wrappings.ts';

const user = '0x1111111111111111111111111111111111111111';
const account = '0x2222222222222222222222222222222222222222';
const renzo = '0x74a09653A083691711cF8215a6ab074BB4e99ef5';
const deposit: Made = { to: renzo, value: 5n, data: '0xf6326fb3' };

function send(made: Made) {
  const params = [{ from: user, to: made.to, value: toHex(made.value), data: made.data }];
  const request = { method: 'eth_sendTransaction', params };
  const { deposits, notes } = answerLine({
    request,
    origin: 'https://app.renzoprotocol.com',
    chainId: 1,
    account: user,
  });
  const { calls } = readRequest(request, { chainId: 1, account: user });
  return { deposits, calls, ids: notes.map(({ id }) => id) };
}

/** The account that would call inside. */
function callerOf(wrapping: Wrapping, outer: Made): Hex {
  if (wrapping.caller === 'account') return account;
  return wrapping.caller === 'same' ? user : outer.to;
}

describe.each(wrappings.map((wrapping) => [wrapping.name, wrapping] as const))('%s', (_, wrapping) => {
  it('is opened: the deposit inside keeps its value and its caller', () => {
    const outer = wrapping.wrap(deposit, account);
    const { deposits, calls, ids } = send(outer);
    expect(ids).not.toContain('not-fully-read');
    expect(deposits).toMatchObject([{ protocol: 'renzo', amount: wrapping.carriesValue ? '5' : '0' }]);
    expect(calls[0]?.caller?.toLowerCase()).toBe(callerOf(wrapping, outer).toLowerCase());
  });

  it('is opened inside others, down to the eighth layer, and said beyond', () => {
    for (const other of wrappings) {
      let made = wrapping.wrap(deposit, account);
      let depth: number = wrapping.layers;
      while (depth + other.layers <= 8) {
        made = other.wrap(made, account);
        depth += other.layers;
      }
      expect(send(made), other.name).toMatchObject({ deposits: [{ protocol: 'renzo' }] });
      expect(send(made).ids).not.toContain('not-fully-read');
      const deeper = other.wrap(other.wrap(made, account), account);
      expect(send(deeper).ids, other.name).toContain('not-fully-read');
    }
  });

  it('carries approvals along', () => {
    const data = encode('approve(address,uint256)', [renzo, 7n]);
    const grant: Made = { to: '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84', value: 0n, data };
    expect(send(wrapping.wrap(grant, account)).ids).toContain('approval-to-deposit-contract');
  });
});

function many(count: number): Made {
  const calls = Array.from({ length: count }, () => [renzo, 5n, '0xf6326fb3']);
  return { to: account, value: 0n, data: encode('execute((address,uint256,bytes)[])', [calls]) };
}

/** The deposit, and a call of so many bytes behind it. */
function padded(bytes: number): Made {
  const calls = [
    [renzo, 5n, '0xf6326fb3'],
    [user, 0n, `0x${'00'.repeat(bytes)}`],
  ];
  return { to: account, value: 0n, data: encode('execute((address,uint256,bytes)[])', [calls]) };
}

describe('wrappings', () => {
  it('are tried for every wrapper there is', () => {
    const tried = new Set(wrappings.map(({ selector }) => selector));
    for (const { name, types, selector } of [...batches, ...safeWrappers, ...accountWrappers]) {
      expect(toFunctionSelector(`function ${name}(${types})`)).toBe(selector);
      expect(tried, name).toContain(selector);
    }
  });

  it('say what a bound on calls or bytes cuts off, and read what stands before it', () => {
    expect(send(many(512)).ids).not.toContain('not-fully-read');
    expect(send(many(512)).deposits).toHaveLength(512);
    expect(send(many(1_000)).deposits).toHaveLength(512);
    expect(send(many(1_000)).ids).toContain('not-fully-read');
    // More than 256 kB: where the list itself is cut off, nothing of it is read, and that is said.
    expect(send(many(5_000)).ids).toContain('not-fully-read');
    expect(send(padded(200_000)).ids).not.toContain('not-fully-read');
    expect(send(padded(300_000)).ids).toContain('not-fully-read');
  });
});
