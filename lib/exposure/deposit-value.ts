import { type Reading, sameAddress, unknown, known } from '../core/index.ts';
import type { Deposit } from '../detect/index.ts';
import { coinIsEther, isWrappedNative, type StakeRead, strategies } from '../protocols/index.ts';

import type { Answers } from './answers.ts';

/** Tokens that are ETH one to one by construction: eETH is the pool's own unit. */
const EETH = '0x35fA164735182de50811E8e2E824cFb9B6118ac2';

/** The extra read that values the deposited token in ETH, where its rate is a view. */
export function assetReads(deposit: Deposit): Readonly<Record<string, StakeRead>> {
  const toEth = rateOf(deposit);
  if (toEth?.kind !== 'view' && toEth?.kind !== 'inverse') return {};
  const { to, sig, selector, grade, arg } = toEth;
  return {
    assetRate: { kind: 'view', to, sig, selector, grade, ...(arg === undefined ? {} : { args: [arg] }) },
  };
}

/** The rates are those of Ethereum: an address means another token elsewhere. */
function rateOf({ asset, chainId }: Deposit) {
  if (asset === null || asset === 'native' || chainId !== 1) return null;
  return strategies.find(({ token }) => token !== null && sameAddress(token, asset))?.toEth ?? null;
}

/** What is paid in, in wei of ETH; unknown where the call does not hold it or no contract values the token. */
export function depositValue(deposit: Deposit, answers: Answers, rate: Reading<bigint>): Reading<bigint> {
  const { asset, amount, amountUnit, shares } = deposit;
  if (amountUnit === 'shares') {
    if (shares === null) return unknown('no-source', 'amount of the deposit');
    return rate.status === 'unknown' ? rate : { ...rate, value: (shares * rate.value) / 10n ** 18n };
  }
  if (amount === null || asset === null) return unknown('no-source', 'amount of the deposit');
  const { chainId } = deposit;
  if (asset === 'native' || isWrappedNative(chainId, asset)) {
    return coinIsEther(chainId)
      ? known(amount, 'the request', null)
      : unknown('no-source', `ETH value of the coin of chain ${chainId}`);
  }
  if (chainId === 1 && sameAddress(asset, EETH)) return known(amount, 'the request', null);
  const toEth = rateOf(deposit);
  if (toEth === null || toEth.kind === 'none') return unknown('no-source', `ETH value of ${asset}`);
  if (!('sig' in toEth)) return known(amount, 'the request, at par', null);
  const read = answers.word('assetRate');
  if (read.status === 'unknown') return read;
  if (read.value === 0n) return unknown('malformed', read.source);
  const wad = 10n ** 18n;
  return {
    ...read,
    value: toEth.kind === 'view' ? (amount * read.value) / wad : (amount * wad) / read.value,
  };
}
