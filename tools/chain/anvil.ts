import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

import { GuardError } from '../../lib/core/index.ts';

const binary = fileURLToPath(
  new URL('../../node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil', import.meta.url),
);

export type AnvilOptions = {
  readonly chainId?: number;
  /** Gas an eth_call may use: anvil takes its block gas limit. */
  readonly gasLimit?: number;
  /** Unix seconds of the first block. */
  readonly timestamp?: number;
  readonly port?: number;
  /** Extra command line arguments. The code size limit is never lifted: it hides EIP-170. */
  readonly args?: readonly string[];
};

export type Anvil = { readonly url: string; readonly port: number; stop(): Promise<void> };

/** A port nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/**
 * Starts a local chain and waits until it answers. It dies with this process.
 * Throws `GuardError` where the binary is missing (other systems than Linux on x64) or does not come up.
 */
export async function startAnvil(options: AnvilOptions = {}): Promise<Anvil> {
  if (!existsSync(binary)) {
    throw new GuardError(
      'chain/no-anvil',
      'The local chain (anvil) is not installed for this system.',
      'Run npm ci on Linux x64 without --omit=optional.',
    );
  }
  const port = options.port ?? (await freePort());
  const child = spawn(
    binary,
    [
      '--silent',
      '--host=127.0.0.1',
      `--port=${port}`,
      `--chain-id=${options.chainId ?? 1}`,
      `--gas-limit=${options.gasLimit ?? 50_000_000}`,
      ...(options.timestamp === undefined ? [] : ['--timestamp', String(options.timestamp)]),
      ...(options.args ?? []),
    ],
    { stdio: 'ignore' },
  );
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    process.off('exit', kill);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) break;
    if (await answers(url)) return { url, port, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new GuardError(
    'chain/not-up',
    'The local chain did not start.',
    'Look for another program on its port.',
  );
}

async function answers(url: string): Promise<boolean> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]}',
    });
    return reply.ok;
  } catch {
    return false; // not listening yet
  }
}
