import { known, mulDivUp, type Reading, sameAddress, unknown, WAD } from '../../core/index.ts';
import type { Deposit } from '../../detect/index.ts';
import { collateralRates, isWrappedNative, strategies, type TokenToEth } from '../../protocols/index.ts';

import type { Answers } from '../answers.ts';
import { word } from '../words.ts';

/** What a vault holds, and what one of it (1e18) is worth in wei of ETH. */
export type Collateral = {
  readonly token: Reading<string>;
  readonly rate: Reading<bigint>;
  /** A token over the vault: what one share of it (1e18) is worth in the vault's token; null where there is none. */
  readonly perShare: Reading<bigint> | null;
};

function rateKind(token: string): TokenToEth | null {
  const own = collateralRates.find((entry) => sameAddress(entry.token, token))?.toEth;
  const other = strategies.find((entry) => entry.token !== null && sameAddress(entry.token, token))?.toEth;
  return own ?? other ?? null;
}

/** The vault's token and its rate; unknown where no contract values it in ETH. Nothing is taken for its price. */
export function collateralOf(answers: Answers, perShare: Collateral['perShare'] = null): Collateral {
  const read = answers.word('poolCollateral');
  if (read.status === 'unknown') return { token: read, rate: read, perShare };
  const token = `0x${word(read.value).slice(24)}`;
  const kind = rateKind(token);
  const named = { ...read, value: token };
  if (isWrappedNative(1, `0x${token.slice(2)}`))
    return { token: named, perShare, rate: known(WAD, 'wrapped ETH', null) };
  if (kind?.kind === 'par' || kind?.kind === 'identity')
    return { token: named, perShare, rate: known(WAD, `at par: ${kind.note}`, null) };
  const isRead = collateralRates.some((entry) => sameAddress(entry.token, token));
  return {
    token: named,
    perShare,
    rate: isRead ? answers.word('poolWst') : unknown('no-source', `ETH value of ${token}`),
  };
}

/** A number of the vault's token in wei of ETH, rounded down. */
export function inEth(amount: Reading<bigint>, rate: Reading<bigint>): Reading<bigint> {
  if (amount.status === 'unknown') return amount;
  if (rate.status === 'unknown') return rate;
  return known((amount.value * rate.value) / WAD, `${amount.source} x ${rate.source}`, amount.block);
}

/**
 * What a deposit adds, in base units of the vault's token, rounded up; null where the call does not say it, or says
 * it in something whose rate to that token is not known.
 */
export function joining(
  { asset, amount, shares }: Deposit,
  { token, rate, perShare }: Collateral,
): bigint | null {
  if (shares !== null) return perShare?.status === 'known' ? mulDivUp(shares, perShare.value, WAD) : null;
  if (amount === null || token.status === 'unknown') return null;
  if (asset === null || sameAddress(asset, token.value)) return amount;
  const isEth = asset === 'native' || isWrappedNative(1, asset) || rateKind(asset)?.kind === 'par';
  if (!isEth || rate.status === 'unknown' || rate.value === 0n) return null;
  return mulDivUp(amount, WAD, rate.value);
}

/** What is paid in, in wei of ETH. */
export function depositInEth(deposit: Deposit, collateral: Collateral): Reading<bigint> {
  const units = joining(deposit, collateral);
  return units === null
    ? unknown('no-source', 'amount of the deposit')
    : inEth(known(units, 'the request', null), collateral.rate);
}
