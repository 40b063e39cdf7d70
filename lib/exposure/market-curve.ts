import { min, mulDivDown, WAD } from '../core/index.ts';

/** So many base units of the token sold for so many wei of ETH. */
export type Quote = { readonly sold: bigint; readonly paid: bigint };

/** A quote for nothing: what every curve starts from. */
const NOTHING: Quote = { sold: 0n, paid: 0n };

/** More than this share of its redemption rate, 1e18 = 100 %, nobody pays for a token: such a quote is a lie. */
const MOST_WAD = (105n * WAD) / 100n;

/** Whether a price is one that a market can pay: above nothing, and not over 105 % of the redemption rate. */
export function isBelievable({ sold, paid }: Quote, rateWad: bigint): boolean {
  return paid > 0n && paid * WAD * WAD <= sold * rateWad * MOST_WAD;
}

/**
 * Whether the quotes of one pool, smallest first, can all be true: each believable, no larger sale paid less than a
 * smaller one, and none paid more than the pool holds.
 *
 * @param heldWei - what the pool holds of what it pays in
 */
export function agrees(quotes: readonly Quote[], heldWei: bigint, rateWad: bigint): boolean {
  return quotes.every((quote, i) => {
    const before = quotes[i - 1] ?? NOTHING;
    return isBelievable(quote, rateWad) && quote.paid <= heldWei && quote.paid >= before.paid;
  });
}

/**
 * A sale of at least `sold` by the quotes of one pool, smallest first, at a price that is never better than the true
 * one. Null where no quote was asked for so much.
 *
 * Where selling more pays less and less for each token, what a pool pays is concave in what is sold and starts at
 * nothing: the straight line between two quotes then lies nowhere above it, and is taken, rounded down. Quotes that
 * are not concave themselves (a fee that falls as the pool comes into balance) allow no line: then the next larger
 * quote stands as it is, at the worst price of all quotes up to it. A sale below the smallest quote takes that quote.
 */
export function saleAt(quotes: readonly Quote[], sold: bigint): Quote | null {
  const at = quotes.findIndex((quote) => quote.sold >= sold);
  const [above, below] = [quotes[at], quotes[at - 1]];
  if (above === undefined || below === undefined || above.sold === sold) return above ?? null;
  if (!isConcave(quotes)) return worstUpTo(quotes.slice(0, at + 1), above.sold);
  const paid = mulDivDown(above.paid - below.paid, sold - below.sold, above.sold - below.sold);
  return { sold, paid: below.paid + paid };
}

/** No step pays more for each token than the one before; each quote may be rounded down by one wei. */
function isConcave(quotes: readonly Quote[]): boolean {
  return quotes.every((end, i) => {
    if (i === 0) return true;
    const [from, middle] = [quotes[i - 2] ?? NOTHING, quotes[i - 1] ?? NOTHING];
    const [before, after] = [middle.sold - from.sold, end.sold - middle.sold];
    return (end.paid - middle.paid) * before <= (middle.paid - from.paid) * after + before + after;
  });
}

/** The worst price of several quotes, for `sold`, rounded down. */
function worstUpTo(quotes: readonly Quote[], sold: bigint): Quote {
  const paid = quotes.map((quote) => mulDivDown(quote.paid, sold, quote.sold));
  return { sold, paid: paid.reduce(min) };
}

/** Whether the first sale pays more for each token. */
export function paysMore(a: Quote, b: Quote): boolean {
  return a.paid * b.sold > b.paid * a.sold;
}
