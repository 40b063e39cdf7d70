import { encodeFunctionData, type Hex, parseAbi } from 'viem';

/** Calldata of a function by its signature, such as `deposit(address,uint256)`. */
export function encode(signature: string, args: readonly unknown[]): Hex {
  const signatures: readonly string[] = [`function ${signature}`];
  return encodeFunctionData({
    abi: parseAbi(signatures),
    functionName: signature.slice(0, signature.indexOf('(')),
    args,
  });
}
