import type { Address } from '../core/index.ts';

/** A pool in which a restaking token trades. Coin order and depth were not read: no source of ours gives them. */
export type Pool = {
  readonly chainId: number;
  readonly venue: 'curve' | 'uniswap-v3' | 'balancer-v2';
  readonly address: Address;
  readonly tokens: readonly Address[];
  readonly source: string;
};

/** A contract that swaps for anybody: a router, an aggregator, a vault of pools. `null`: one address on every chain. */
type Exchange = {
  readonly chainId: number | null;
  readonly name: string;
  readonly address: Address;
  readonly source: string;
};

const values = 'Veda-Labs/boring-vault@45243c14 test/resources/ChainValues.sol (2026-05-28)';
const weETH = '0xCd5fE23C85820F7B72D0926FC9b05b43E359b7ee';
const ezETH = '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110';
const rsETH = '0xA1290d69c65A6Fe4DF752f95823fae25cB99e5A7';
const rswETH = '0xFAe103DC9cf190eD75350761e95403b7b8aFa6c0';
const pufETH = '0xD9A442856C234a39a81a089C06451EBAa4306a72';
const WETH = '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2';
const wstETH = '0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0';
const rETH = '0xae78736Cd615f374D3085123A210448E74Fc6393';
const ETHx = '0xA35b1B31Ce002FBF2058D22F30f95D405200A15b';

function pool(
  venue: Pool['venue'],
  address: Address,
  tokens: readonly Address[],
  source: string = values,
): Pool {
  return { chainId: 1, venue, address, tokens, source };
}

const severalFiles = 'several public files that agree, read 2026-11-21';

/** Pools on Ethereum that hold a restaking token; those drained in 2025 are still known, since a page may name them. */
export const pools: readonly Pool[] = [
  pool('curve', '0xDB74dfDD3BB46bE8Ce6C33dC9D82777BCFc3dEd5', [weETH, WETH]),
  pool('curve', '0x13947303F63b363876868D070F14dc865C36463b', [weETH, WETH]),
  pool('curve', '0x85dE3ADd465a219EE25E04d22c39aB027cF5C12E', [ezETH, WETH]),
  pool('curve', '0x278cfB6f06B1EFc09d34fC7127d6060C61d629Db', [weETH, rswETH]),
  pool('curve', '0xeE04382c4cA6c450213923fE0f0daB19b0ff3939', [rswETH, WETH]),
  pool('curve', '0xEEda34A377dD0ca676b9511EE1324974fA8d980D', [pufETH, wstETH], severalFiles),
  pool('curve', '0x39F5b252dE249790fAEd0C2F05aBead56D2088e1', [WETH, pufETH], severalFiles),
  pool('uniswap-v3', '0x7A415B19932c0105c82FDB6b720bb01B0CC2CAe3', [weETH, WETH]),
  pool('uniswap-v3', '0x202A6012894Ae5c288eA824cbc8A9bfb26A49b93', [weETH, WETH], severalFiles),
  pool('uniswap-v3', '0xBE80225f09645f172B079394312220637C440A63', [ezETH, WETH]),
  pool('uniswap-v3', '0xC410573Af188f56062Ee744cC3D6F2843f5bC13b', [rswETH, WETH]),
  pool('uniswap-v3', '0xE62627326d7794E20bB7261B24985294de1579FE', [rswETH, WETH]),
  pool('balancer-v2', '0x58AAdFB1Afac0ad7fca1148f3cdE6aEDF5236B6D', [rsETH, WETH]),
  pool('balancer-v2', '0x596192bB6e41802428Ac943D2f1476C1Af25CC0E', [ezETH, WETH]),
  pool('balancer-v2', '0x848a5564158d84b8A8fb68ab5D004Fae11619A54', [ezETH, weETH, rswETH]),
  pool('balancer-v2', '0x05ff47AFADa98a98982113758878F9A8B9FddA0a', [rETH, weETH]),
  pool('balancer-v2', '0x7761b6E0Daa04E70637D81f1Da7d186C205C2aDE', [rsETH, ETHx]),
];

const publicLists = 'address lists in several public repositories that agree, read 2026-11-21';

function everywhere(name: string, address: Address): Exchange {
  return { chainId: null, name, address, source: publicLists };
}

function onEthereum(name: string, address: Address): Exchange {
  return { chainId: 1, name, address, source: publicLists };
}

/** Routers and aggregators whose calls are looked through for restaking tokens, also by functions nobody has read. */
const exchanges: readonly Exchange[] = [
  everywhere('1inch router v6', '0x111111125421cA6dc452d289314280a0f8842A65'),
  everywhere('1inch router v5', '0x1111111254EEB25477B68fb85Ed929f73A960582'),
  everywhere('KyberSwap router', '0x6131B5fae19EA4f9D964eAc0408E4408b66337b5'),
  everywhere('Velora Augustus v6.2', '0x6A000F20005980200259B80c5102003040001068'),
  everywhere('ParaSwap Augustus v5', '0xDEF171Fe48CF0115B1d80b88dc8eAB59176FEe57'),
  everywhere('LI.FI diamond', '0x1231DEB6f5749EF6cE6943a275A1D3E7486F4EaE'),
  everywhere('0x exchange proxy', '0xDef1C0ded9bec7F1a1670819833240f027b25EfF'),
  everywhere('0x AllowanceHolder', '0x0000000000001fF3684f28c67538d4D072C22734'),
  everywhere('CoW settlement', '0x9008D19f58AAbD9eD0D60971565AA8510560ab41'),
  everywhere('CoW eth-flow', '0xbA3cB449bD2B4ADddBc894D8697F5170800EAdeC'),
  everywhere('Balancer V2 vault', '0xBA12222222228d8Ba445958a75a0704d566BF2C8'),
  onEthereum('CoW eth-flow', '0x40A50cf069e992AA4536211B23F286eF88752187'),
  onEthereum('Balancer V3 router', '0x5C6fb490BDFD3246EB0bB062c168DeCAF4bD9FDd'),
  onEthereum('Curve router', '0x16C6521Dff6baB339122a0FE25a9116693265353'),
  onEthereum('Odos router', '0xCf5540fFFCdC3d510B18bFcA6d2b9987b0772559'),
  onEthereum('Uniswap SwapRouter', '0xE592427A0AEce92De3Edee1F18E0157C05861564'),
  onEthereum('Uniswap SwapRouter02', '0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45'),
  onEthereum('Uniswap Universal Router', '0x66a9893cC07D91D95644AEDD05D03f95e1dBA8Af'),
  onEthereum('Uniswap V2Router02', '0x7a250d5630B4cF539739dF2C5dAcb4c659F2488D'),
];

/** The pool at an address that is known to hold a restaking token, or null. */
export function poolAt(chainId: number, address: string): Pool | null {
  const at = address.toLowerCase();
  return pools.find((one) => one.chainId === chainId && one.address.toLowerCase() === at) ?? null;
}

/** Whether an address is a known router or aggregator on that chain. */
export function isExchange(chainId: number, address: string): boolean {
  const at = address.toLowerCase();
  return exchanges.some(
    (one) => (one.chainId === null || one.chainId === chainId) && one.address.toLowerCase() === at,
  );
}
