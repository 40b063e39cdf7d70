import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { getCreate2Address, keccak256, toFunctionSelector } from 'viem';

import { compileSolidity } from './solidity.ts';

const folder = new URL('../lib/exposure/', import.meta.url);
const path = (name: string): string => fileURLToPath(new URL(name, folder));

/** The address the shim's source names; at run time each shim gets its own. */
const INNER = '5106000000000000000000000000000000005106';
const DEPLOYER = '0x4e59b44847b379578588920cA78FbF26c0B4956C';
const SALT = `0x${'00'.repeat(32)}` as const;

/** The generated module as text: the lens and the shim, compiled from their sources with the pinned compiler. */
export function lensModule(): string {
  const { Lens, Shim } = compileSolidity([path('lens/Lens.sol'), path('lens/Shim.sol')]);
  if (Lens === undefined || Shim === undefined)
    throw new Error('Lens.sol or Shim.sol does not hold its contract');
  const at = Lens.creation.indexOf(Lens.runtime.slice(2));
  const inner = Shim.runtime.indexOf(INNER);
  if (at < 0 || inner < 0) throw new Error('the compiled code does not have the expected form');
  const address = getCreate2Address({ from: DEPLOYER, salt: SALT, bytecodeHash: keccak256(Lens.creation) });
  return [
    '// Written by tools/build-lens.ts from lens/Lens.sol and lens/Shim.sol. Do not edit: a test compares.',
    `import type { Address, Hex } from '../../core/index.ts';`,
    '',
    '/** Creation code of the lens; its runtime code begins at this digit. */',
    `export const LENS_CREATION: Hex =\n  '${Lens.creation}';`,
    `export const LENS_RUNTIME_AT = ${at};`,
    '/** `go(bytes)` */',
    `export const LENS_SELECTOR: Hex = '${toFunctionSelector('function go(bytes)')}';`,
    '/** Where the deterministic deployer puts it, with a salt of zeros. */',
    `export const LENS_ADDRESS: Address = '${address.toLowerCase()}';`,
    '/** Runtime code of the shim, and the digit where the address of the inner code stands. */',
    `export const SHIM_RUNTIME: Hex =\n  '${Shim.runtime}';`,
    `export const SHIM_INNER_AT = ${inner};`,
    '/** `slot(bytes32)`, answered by the shim. */',
    `export const SLOT_SELECTOR: Hex = '${toFunctionSelector('function slot(bytes32)')}';`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(path('generated/lens.ts'), lensModule());
  console.log('lib/exposure/generated/lens.ts written');
}
