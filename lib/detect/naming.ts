/** Whether a text of hex names one of some addresses; anything that is no hex digit ends a name. */
export type Naming = (text: string, except?: readonly string[]) => boolean;

/** Value of a hex digit in either case; -1 for everything else. */
function nibbleOf(code: number): number {
  const low = code | 32;
  if (low === code && code > 47 && code < 58) return code - 48;
  return low > 96 && low < 103 ? low - 87 : -1;
}

function sameFrom(text: string, at: number, address: string): boolean {
  return text.slice(at, at + 40).toLowerCase() === address;
}

/**
 * Looks for addresses at every digit of a text, in one pass however many there are: calldata packs them without
 * padding. The first eight digits of each are kept as a number, their upper halves as a table that dismisses nearly
 * everything else.
 *
 * @param addresses - with `0x`, any letter case
 */
export function createNaming(addresses: readonly string[]): Naming {
  const upperHalves = new Uint8Array(65_536);
  const byStart = new Map<number, string[]>();
  for (const address of addresses) {
    const digits = address.slice(2).toLowerCase();
    const start = Number.parseInt(digits.slice(0, 8), 16) | 0;
    upperHalves[start >>> 16] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), digits]);
  }
  return (text, except = []) => {
    const left = except.map((address) => address.slice(2).toLowerCase());
    let word = 0;
    for (let index = 0; index < text.length; index += 1) {
      const nibble = nibbleOf(text.charCodeAt(index));
      word = (word << 4) | (nibble & 15);
      // What is no digit makes a wrong word, and the whole address is compared before it counts.
      if (upperHalves[word >>> 16] !== 1) continue;
      const found = byStart.get(word)?.some((digits) => {
        return !left.includes(digits) && sameFrom(text, index - 7, digits);
      });
      if (found === true) return true;
    }
    return false;
  };
}

/** One naming per chain, made when it is first asked for. */
export function namingByChain(
  addressesOf: (chainId: number) => readonly string[],
): (chainId: number) => Naming {
  const made = new Map<number, Naming>();
  return (chainId) => {
    const known = made.get(chainId);
    if (known !== undefined) return known;
    const addresses = addressesOf(chainId);
    // A page may name any chain; only those with something to name are worth keeping.
    if (addresses.length === 0) return namesNothing;
    const naming = createNaming(addresses);
    made.set(chainId, naming);
    return naming;
  };
}

function namesNothing(): boolean {
  return false;
}
