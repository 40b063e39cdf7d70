import { type AbiValue, take } from '../../request/index.ts';
import { type Format, type Formats, oneSwap, recipientOf, type Swap, tokenOf } from './swap.ts';

const funds = '(address,bool,address,bool)';

function recipientIn(management: AbiValue | undefined): Swap['recipient'] {
  return recipientOf(take.list(management)[2], 'caller');
}

/** Kind 0 gives what goes in, kind 1 what comes out: then the amount paid is a mere maximum. */
const single: Format = {
  name: 'Balancer swap',
  types: `(bytes32,uint256,address,address,uint256,bytes),${funds},uint256,uint256`,
  read: ([swap, management], call) => {
    const [, kind, from, to, given] = take.list(swap);
    const paid = tokenOf(from);
    const exact = paid === 'native' ? call.value : take.integer(given);
    const amount = take.integer(kind) === 0n ? exact : null;
    return { swaps: oneSwap(paid, amount, tokenOf(to), recipientIn(management)) };
  },
};

const negative = 1n << 255n;

/**
 * Several steps over a list of assets. What comes out of a step and goes into none is bought; what does both is on the
 * way, unless its limit asks for some of it. Amounts are left out: steps may share what goes in.
 */
const batch: Format = {
  name: 'Balancer batchSwap',
  types: `uint256,(bytes32,uint256,uint256,uint256,bytes)[],address[],${funds},uint256[],uint256`,
  read: ([, steps, assets, management, limits]) => {
    const tokens = take.list(assets);
    const given = take.list(limits);
    const into = new Set<bigint>();
    const out = new Set<bigint>();
    for (const step of take.list(steps)) {
      const [, from, to] = take.list(step);
      into.add(take.integer(from));
      out.add(take.integer(to));
    }
    const bought = tokens.flatMap((token, index) => {
      const at = BigInt(index);
      const asked = given[index] !== undefined && take.integer(given[index]) >= negative;
      return out.has(at) && (!into.has(at) || asked) ? [token] : [];
    });
    const paid = tokens.find((_, index) => into.has(BigInt(index)) && !out.has(BigInt(index)));
    const from = paid === undefined ? null : tokenOf(paid);
    const recipient = recipientIn(management);
    return { swaps: bought.flatMap((token) => oneSwap(from, null, tokenOf(token), recipient)) };
  },
};

function v3Single(name: string, exact: boolean): Format {
  return {
    name: `Balancer ${name}`,
    types: 'address,address,address,uint256,uint256,uint256,bool,bytes',
    read: ([, from, to, given], call) => {
      const paid = call.value > 0n ? 'native' : take.address(from);
      return { swaps: oneSwap(paid, exact ? take.integer(given) : null, tokenOf(to), 'caller') };
    },
  };
}

/** Paths, each with a first token and steps of pool and token out. */
function v3Paths(name: string, exact: boolean): Format {
  return {
    name: `Balancer ${name}`,
    types: '(address,(address,address,bool)[],uint256,uint256)[],uint256,bool,bytes',
    read: ([paths], call) => {
      const swaps = take.list(paths).flatMap((path) => {
        const [from, steps, given] = take.list(path);
        const paid = call.value > 0n ? 'native' : take.address(from);
        const last = take.list(take.list(steps).at(-1));
        return oneSwap(paid, exact ? take.integer(given) : null, tokenOf(last[1]), 'caller');
      });
      return { swaps };
    },
  };
}

/** Balancer V2 `IVault` (balancer/balancer-v2-monorepo) and the V3 routers (docs.balancer.fi, router API). */
export const balancer: Formats = {
  '0x52bbbe29': single,
  '0x945bcec9': batch,
  '0x750283bc': v3Single('swapSingleTokenExactIn', true),
  '0x94e86ef8': v3Single('swapSingleTokenExactOut', false),
  '0x286f580d': v3Paths('swapExactIn', true),
  '0x8eb1b65e': v3Paths('swapExactOut', false),
};
