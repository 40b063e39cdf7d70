import type { Settings } from './bridge-settings.ts';

/** How many operators can together have a forged message believed: at least and at most. */
export type Needed = { readonly least: bigint; readonly most: bigint };

/** Who runs a verifier; null: nobody says. */
export type OperatorOf = (address: string) => string | null;

/**
 * The fewest operators whose word together is enough. Verifiers of one operator count once. Who runs a verifier that
 * no list names is not known: it may be anybody, one of the others too. So the lower end counts it only where nobody
 * else must agree, and the upper end takes each for an operator of its own. Null: the path is closed, since the dead
 * verifier, which never agrees, would have to.
 */
export function needed(settings: Settings, operatorOf: OperatorOf, dead: string): Needed | null {
  const isDead = (address: string) => address.toLowerCase() === dead.toLowerCase();
  const { required, threshold } = settings;
  const optional = settings.optional.filter((address) => !isDead(address));
  if (required.some(isDead) || optional.length < threshold) return null;
  const alive = { required, optional, threshold };
  const named = fewest(alive, operatorOf);
  const anybody = required.length + threshold > 0 ? 1 : 0;
  const most = fewest(alive, (address) => operatorOf(address) ?? address.toLowerCase());
  return { least: BigInt(Math.max(named, anybody)), most: BigInt(most) };
}

/** The same where a verifier without a name costs nobody. */
function fewest({ required, optional, threshold }: Settings, nameOf: OperatorOf): number {
  const must = new Set(required.flatMap((address) => nameOf(address) ?? []));
  const free = new Map<string, number>();
  let missing = threshold;
  for (const address of optional) {
    const name = nameOf(address);
    if (name === null || must.has(name)) missing -= 1;
    else free.set(name, (free.get(name) ?? 0) + 1);
  }
  let count = must.size;
  // Whoever runs most of the optional ones first: that takes the fewest operators.
  for (const verifiers of [...free.values()].sort((a, b) => b - a)) {
    if (missing <= 0) break;
    missing -= verifiers;
    count += 1;
  }
  return count;
}
