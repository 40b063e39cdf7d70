import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';

import * as z from 'zod/mini';

import type { Hex } from '../lib/core/index.ts';

type Compiler = { compile(input: string): string };

/** A compiled contract: creation code and runtime code, as hex. */
export type Compiled = { readonly creation: Hex; readonly runtime: Hex };

const code = z.object({ object: z.string() });
const output = z.object({
  errors: z.optional(z.array(z.object({ severity: z.string(), formattedMessage: z.string() }))),
  contracts: z.optional(
    z.record(
      z.string(),
      z.record(z.string(), z.object({ evm: z.object({ bytecode: code, deployedBytecode: code }) })),
    ),
  ),
});

/**
 * Compiles Solidity files with the pinned compiler, offline; the same source gives the same bytes on every machine.
 *
 * @param files - paths; imports among them are by file name
 * @returns every contract by name
 * @throws Error with the compiler's own messages
 */
export function compileSolidity(files: readonly string[]): Record<string, Compiled> {
  const solc: Compiler = createRequire(import.meta.url)('solc');
  const sources = Object.fromEntries(
    files.map((file) => [basename(file), { content: readFileSync(file, 'utf8') }]),
  );
  const input = {
    language: 'Solidity',
    sources,
    settings: {
      evmVersion: 'cancun',
      optimizer: { enabled: true, runs: 200 },
      viaIR: true,
      metadata: { bytecodeHash: 'none', appendCBOR: false },
      outputSelection: { '*': { '*': ['evm.bytecode.object', 'evm.deployedBytecode.object'] } },
    },
  };
  const result = output.parse(JSON.parse(solc.compile(JSON.stringify(input))));
  const errors = (result.errors ?? []).filter((entry) => entry.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((entry) => entry.formattedMessage).join('\n'));
  const compiled: Record<string, Compiled> = {};
  for (const contracts of Object.values(result.contracts ?? {})) {
    for (const [name, { evm }] of Object.entries(contracts)) {
      compiled[name] = { creation: `0x${evm.bytecode.object}`, runtime: `0x${evm.deployedBytecode.object}` };
    }
  }
  return compiled;
}
