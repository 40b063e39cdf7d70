import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import * as z from 'zod/mini';

import type { Compiled } from '../../solidity.ts';

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const cache = `${modules}.cache/slashlight/`;
const folder = '@symbioticfi/core/src/contracts/';

/** The published contracts that are run, by file; each file holds the contract of its name. */
const FILES = [
  'VaultFactory',
  'DelegatorFactory',
  'SlasherFactory',
  'NetworkRegistry',
  'OperatorRegistry',
  'VaultConfigurator',
  'service/OptInService',
  'service/NetworkMiddlewareService',
  'vault/Vault',
  'vault/VaultTokenized',
  'delegator/NetworkRestakeDelegator',
  'delegator/FullRestakeDelegator',
  'delegator/OperatorSpecificDelegator',
  'delegator/OperatorNetworkSpecificDelegator',
  'slasher/Slasher',
  'slasher/VetoSlasher',
] as const;

type Compiler = {
  compile(
    input: string,
    callbacks: { import: (path: string) => { contents: string } | { error: string } },
  ): string;
};

const bytes = z.templateLiteral(['0x', z.string()]);
const kept = z.record(z.string(), z.object({ creation: bytes, runtime: bytes }));
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
 * Symbiotic's own contracts as npm publishes them (@symbioticfi/core), compiled with the compiler they name (0.8.25).
 * That takes most of a minute, so the result is kept under node_modules, keyed by the package and this file.
 */
export function symbioticContracts(): Record<string, Compiled> {
  const hash = createHash('sha256');
  hash.update(readFileSync(`${modules}@symbioticfi/core/package.json`));
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  const place = `${cache}symbiotic-${hash.digest('hex').slice(0, 32)}.json`;
  if (existsSync(place)) return kept.parse(JSON.parse(readFileSync(place, 'utf8')));
  const fresh = compile();
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(`${place}.${process.pid}`, JSON.stringify(fresh));
  renameSync(`${place}.${process.pid}`, place);
  return fresh;
}

function path(file: string): string {
  return `${folder}${file}.sol`;
}

function found(name: string): { contents: string } | { error: string } {
  return existsSync(modules + name)
    ? { contents: readFileSync(modules + name, 'utf8') }
    : { error: `no file ${name}` };
}

function compile(): Record<string, Compiled> {
  const solc: Compiler = createRequire(import.meta.url)('solc-symbiotic');
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(
      FILES.map((file) => [path(file), { content: readFileSync(modules + path(file), 'utf8') }]),
    ),
    settings: {
      evmVersion: 'cancun',
      optimizer: { enabled: true, runs: 200 },
      metadata: { bytecodeHash: 'none', appendCBOR: false },
      outputSelection: { '*': { '*': ['evm.bytecode.object', 'evm.deployedBytecode.object'] } },
    },
  };
  const result = output.parse(JSON.parse(solc.compile(JSON.stringify(input), { import: found })));
  const errors = (result.errors ?? []).filter((entry) => entry.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((entry) => entry.formattedMessage).join('\n'));
  return Object.fromEntries(
    FILES.flatMap((file): [string, Compiled][] => {
      const name = file.split('/').at(-1) ?? file;
      const evm = result.contracts?.[path(file)]?.[name]?.evm;
      return evm === undefined
        ? []
        : [[name, { creation: `0x${evm.bytecode.object}`, runtime: `0x${evm.deployedBytecode.object}` }]];
    }),
  );
}
