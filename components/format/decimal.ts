/** The language of every word and number a person reads. */
export const LOCALE = 'en';

type DecimalText = `${number}`;

function isDecimal(text: string): text is DecimalText {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/**
 * An integer of base units as exact decimal text: `("1500", 3)` gives `"1.5"`. No float is ever involved.
 *
 * @param base - base units as decimal digits
 * @param decimals - how many of the digits stand after the point
 */
export function decimalText(base: string, decimals: number): DecimalText {
  const digits = base.padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  return isDecimal(text) ? text : '0';
}

/** Whether a text is a whole number of base units. Anything else must be shown as not known. */
export function isBase(text: string): boolean {
  return /^\d{1,78}$/.test(text);
}

/** Exact decimal text in the person's number format; `options` say how it is rounded. */
export function localNumber(text: DecimalText, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(LOCALE, options).format(text);
}
