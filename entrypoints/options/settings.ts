import { LIMIT_NAMES, type Limits, limitsFrom } from '../../lib/limits/index.ts';
import type { Settings } from '../../lib/messages/index.ts';

/** Limits as they are edited, from settings as they travel. */
export function limitsOf({ limits }: Settings): Limits {
  const own = LIMIT_NAMES.flatMap((name) => {
    const text = limits.yours[name];
    return text === undefined ? [] : [[name, text === null ? null : BigInt(text)] as const];
  });
  const { unknownPolicy, untracedPolicy } = limits;
  return limitsFrom(limits.preset, { values: Object.fromEntries(own), unknownPolicy, untracedPolicy });
}

/** The same settings with other limits; only what differs from the preset travels as the person's own. */
export function withLimits(settings: Settings, limits: Limits): Settings {
  const yours = Object.fromEntries(
    limits.yours.map((name) => [name, limits.values[name]?.toString() ?? null]),
  );
  const { preset, unknownPolicy, untracedPolicy } = limits;
  return { ...settings, limits: { preset, yours, unknownPolicy, untracedPolicy } };
}

/** The same settings with the nodes of one chain; an empty list leaves the built-in ones. */
export function withNodes(settings: Settings, chainId: string, urls: readonly string[]): Settings {
  return { ...settings, nodes: { ...settings.nodes, [chainId]: urls } };
}

/** The same settings with one site on or off. */
export function withSite(settings: Settings, host: string, on: boolean): Settings {
  const others = settings.sitesOff.filter((site) => site !== host);
  return { ...settings, sitesOff: on ? others : [...others, host].toSorted() };
}

/** Whether any node is the person's own: only there may a request be tried. */
export function hasOwnNode({ nodes }: Settings): boolean {
  return Object.values(nodes).some((urls) => urls.length > 0);
}

/** The same settings with simulation on or off. */
export function withSimulation(settings: Settings, simulate: boolean): Settings {
  return { ...settings, simulate };
}
