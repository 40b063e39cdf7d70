import { type GuessSpec, readGuess } from '../../components/settings/guess.ts';
import {
  ASSUMPTION_NAMES,
  type AssumptionName,
  assumptions,
  type Guesses,
  MATURITY,
} from '../../lib/risk/index.ts';

const CHANCES = Object.values(MATURITY);
const [LOWEST, HIGHEST] = [Math.min(...CHANCES), Math.max(...CHANCES)];

/** What stands behind the chances by class (`facts/risk-model.md` §3.4). */
const PAST = 'a guess; bands of the Credora scale as reported, from A- to B-';

function specOf(name: AssumptionName): GuessSpec {
  const { value, unit, label, source, least = 0, most = 1 } = assumptions[name];
  const shown = unit === 'count' ? 'count' : 'percent';
  const common = { label, source, unit: shown, least, most } as const;
  // The chance that a token's own contracts fail goes by its past, unless the person sets one for all tokens.
  if (name === 'pLrt') {
    const bundled = `${readGuess(LOWEST, shown)} to ${readGuess(HIGHEST, shown)}, by the token’s past`;
    return { ...common, bundled, fixed: null, source: PAST };
  }
  return { ...common, bundled: readGuess(value, shown), fixed: value };
}

/** Every guess behind the odds, as it is shown and typed. */
export const GUESSES: readonly { readonly name: AssumptionName; readonly spec: GuessSpec }[] =
  ASSUMPTION_NAMES.map((name) => ({ name, spec: specOf(name) }));

/** The same guesses with one changed; null goes back to the bundled one. */
export function withGuess(guesses: Guesses, name: AssumptionName, own: number | null): Guesses {
  const { [name]: _, ...others } = guesses;
  return own === null ? others : { ...others, [name]: own };
}

/** Whether two sets of guesses are the same. */
export function sameGuesses(a: Guesses, b: Guesses): boolean {
  return ASSUMPTION_NAMES.every((name) => a[name] === b[name]);
}

/** What the bundled guess may be: for the token's own failure it depends on the token. */
function span(name: AssumptionName, own: number | undefined): readonly [number, number] {
  if (own !== undefined) return [own, own];
  return name === 'pLrt' ? [LOWEST, HIGHEST] : [assumptions[name].value, assumptions[name].value];
}

/** Whether another guess may make the odds look better than before. */
function mayFlatter(name: AssumptionName, before: number | undefined, after: number | undefined): boolean {
  if (before === after) return false;
  const [[fromLow, fromHigh], [toLow, toHigh]] = [span(name, before), span(name, after)];
  switch (name) {
    case 'tolerance':
      // A larger "large loss" is rarer.
      return toHigh > fromLow;
    case 'seed':
      // Somebody could try draws until they come out well.
      return toLow !== fromLow;
    default:
      // Of chances and shares a lower one lets more through; with fewer years drawn, rare ones may be missed.
      return toLow < fromHigh;
  }
}

/** Guesses that may make the odds look better than before, by their names. */
export function loosenedGuesses(before: Guesses, after: Guesses): readonly string[] {
  return GUESSES.filter(({ name }) => mayFlatter(name, before[name], after[name])).map(
    ({ spec }) => spec.label,
  );
}
