import { stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';

import { GuardError } from '../lib/core/index.ts';
import { createNode } from '../lib/platform/node-transport.ts';
import { protocols, stakes } from '../lib/protocols/index.ts';
import { allHold, reportOf } from './facts-verify/report.ts';
import { questionsOf, verify } from './facts-verify/verify.ts';

const usage = `Asks a live node whether what the registry says is so, and prints what differs.

  npm run facts:verify -- --rpc URL [--rpc URL …] [--only NAME]

  --rpc    a node; each is asked the facts of its own chain
  --only   facts whose line begins so, such as kelp or renzo-ezeth

Ends with 0 where all is as claimed, 1 where something differs or could not be read, 2 for bad input.
`;

/** Asks each node in turn. */
async function main(urls: readonly string[], only: string | null): Promise<number> {
  const questions = questionsOf(protocols, stakes, only);
  let holds = true;
  for (const url of urls) {
    const answers = await verify(
      createNode(url, { timeoutMs: 30_000 }),
      questions,
      AbortSignal.timeout(300_000),
    );
    stdout.write(reportOf(new URL(url).host, answers));
    holds &&= answers.length > 0 && allHold(answers);
  }
  return holds ? 0 : 1;
}

try {
  const { values } = parseArgs({
    options: { rpc: { type: 'string', multiple: true }, only: { type: 'string' } },
  });
  if (values.rpc === undefined) throw new GuardError('facts/usage', 'No node was named.', usage);
  process.exitCode = await main(values.rpc, values.only ?? null);
} catch (error) {
  stderr.write(error instanceof GuardError ? `${error.message} ${error.remedy}\n` : `${String(error)}\n`);
  process.exitCode = 2;
}
