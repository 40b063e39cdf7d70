import type { Address, Hex } from '../core/index.ts';
import { type Call, type SignedIntent, take, valueAt } from '../request/index.ts';
import { argumentsOf, selectorOf } from './read-deposit.ts';

/** Somebody is allowed to move tokens. */
export type Grant = {
  readonly chainId: number;
  readonly spender: Address;
  /** Null where it is not said; nothing granted is no grant. */
  readonly amount: bigint | null;
  /** A signed permit needs no transaction of the signer to be used. */
  readonly signed: boolean;
};

type Format = {
  readonly types: string;
  readonly spender: readonly number[];
  readonly amount: readonly number[] | null;
  /** A flag that grants everything, or takes it all away. */
  readonly flag?: readonly number[];
};

const details = '(address,uint160,uint48,uint48)';

/** Approvals of tokens and of Permit2. */
const formats: Readonly<Record<Hex, Format>> = {
  '0x095ea7b3': { types: 'address,uint256', spender: [0], amount: [1] },
  '0x39509351': { types: 'address,uint256', spender: [0], amount: [1] },
  '0xd505accf': {
    types: 'address,address,uint256,uint256,uint8,bytes32,bytes32',
    spender: [1],
    amount: [2],
  },
  '0x8fcbaf0c': {
    types: 'address,address,uint256,uint256,bool,uint8,bytes32,bytes32',
    spender: [1],
    amount: null,
    flag: [4],
  },
  '0x87517c45': { types: 'address,address,uint160,uint48', spender: [1], amount: [2] },
  '0x2b67b570': { types: `address,(${details},address,uint256),bytes`, spender: [1, 1], amount: [1, 0, 1] },
  '0x2a2d80d1': { types: `address,(${details}[],address,uint256),bytes`, spender: [1, 1], amount: null },
};

const formatsOf = new Map<string, Format>(Object.entries(formats));

/** Functions of tokens that move or grant and put nothing into restaking: their arguments hide no deposit. */
const tokenFunctions = new Set<string>([
  ...formatsOf.keys(),
  '0xa9059cbb', // transfer
  '0x23b872dd', // transferFrom
  '0xa22cb465', // setApprovalForAll
  '0xa457c2d7', // decreaseAllowance
  '0x617ba037', // supply to a money market
]);

/** Whether a selector is one of those functions. */
export function isTokenFunction(selector: Hex | null): boolean {
  return selector !== null && tokenFunctions.has(selector);
}

/** The allowance a call gives; null where it gives none. Throws `CutOff` where its arguments are not readable. */
export function grantOf(call: Call): Grant | null {
  const selector = selectorOf(call.data);
  const format = selector === null ? undefined : formatsOf.get(selector);
  if (format === undefined) return null;
  const values = argumentsOf(format.types, call.data);
  const denied = format.flag !== undefined && !take.flag(valueAt(values, format.flag));
  const named = format.amount === null ? null : take.integer(valueAt(values, format.amount));
  const amount = denied ? 0n : named;
  const spender = take.address(valueAt(values, format.spender));
  return { chainId: call.chainId, spender, amount, signed: false };
}

/** The allowances that signed messages give. */
export function signedGrants(intents: readonly SignedIntent[]): readonly Grant[] {
  return intents.flatMap((intent) => {
    if (intent.kind !== 'grant') return [];
    return [{ chainId: intent.chainId, spender: intent.spender, amount: intent.amount, signed: true }];
  });
}
