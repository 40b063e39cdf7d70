import { type FactoryVaults, factoryVaults } from '../protocols/index.ts';
import { type Call, CutOff } from '../request/index.ts';
import type { Deposit } from './deposit.ts';
import { readDeposits, selectorOf } from './read-deposit.ts';

/** A call to a stranger that would be a deposit if a factory says that the stranger is one of its vaults. */
export type Candidate = { readonly deposit: Deposit; readonly vaults: FactoryVaults };

/**
 * Which calls to addresses that nobody knows may be deposits into vaults that only a factory knows. Asked of calls on
 * the sites of such vaults alone; nothing is concluded here.
 *
 * @param siteProtocols - whose official site asks
 */
export function candidatesIn(
  strangers: readonly Call[],
  siteProtocols: readonly string[],
): readonly Candidate[] {
  return strangers.flatMap((call) =>
    factoryVaults
      .filter(
        ({ chainId, sites }) =>
          chainId === call.chainId && sites.some((site) => siteProtocols.includes(site)),
      )
      .flatMap((vaults) => candidatesOf(call, vaults)),
  );
}

function candidatesOf(call: Call, vaults: FactoryVaults): readonly Candidate[] {
  const { to } = call;
  const entry = vaults.entries.find(({ selector }) => selector === selectorOf(call.data));
  if (to === null || entry === undefined) return [];
  const entered = { call, to, entry: { ...entry, to, protocol: vaults.protocol, stake: vaults.stake } };
  try {
    return readDeposits(entered).map((deposit) => ({ deposit, vaults }));
  } catch (error) {
    // The arguments are not those of such a deposit: the call stays one to a stranger.
    if (error instanceof CutOff) return [];
    throw error;
  }
}
