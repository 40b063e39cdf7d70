import { readFileSync } from 'node:fs';
import { argv, stderr, stdout } from 'node:process';

import { GuardError } from '../lib/core/index.ts';
import { assessDocument, type Outcome } from './assess/document.ts';

const usage = 'Usage: npm run --silent assess -- FILE, or -- --lines FILE';

function write(document: unknown): void {
  stdout.write(`${JSON.stringify(document)}\n`);
}

/** One document in, one out. */
async function one(file: string): Promise<number> {
  const outcome = await assessDocument(parse(readFileSync(file, 'utf8')));
  if (outcome.document !== null) write(outcome.document);
  if (outcome.message !== null) stderr.write(`${outcome.message}\n`);
  return outcome.code;
}

/** One document a line in, one answer a line out, in the same order; a bad line never stops the others. */
async function lines(file: string): Promise<number> {
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    if (text.trim() === '') continue;
    let outcome: Outcome;
    let id: unknown;
    try {
      const input = parse(text);
      id = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
      outcome = await assessDocument(input);
    } catch (error) {
      outcome = { document: null, code: 2, message: messageOf(error) };
    }
    const document = outcome.document ?? { deposits: [], notes: [] };
    const named = id === undefined ? document : { id, ...document };
    write(outcome.message === null ? named : { ...named, error: outcome.message });
  }
  return 0;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new GuardError('assess/bad-json', 'The file is not JSON.', usage, { cause });
  }
}

function messageOf(error: unknown): string {
  return error instanceof GuardError ? `${error.message} ${error.remedy}` : String(error);
}

const [first, second] = argv.slice(2);
try {
  if (first === '--lines' && second !== undefined) process.exitCode = await lines(second);
  else if (first !== undefined && !first.startsWith('--')) process.exitCode = await one(first);
  else throw new GuardError('assess/usage', 'No file was named.', usage);
} catch (error) {
  stderr.write(`${messageOf(error)}\n`);
  // A missing or unreadable file is bad input as well; anything else that reaches this line is a bug.
  process.exitCode = error instanceof GuardError || (error instanceof Error && 'code' in error) ? 2 : 1;
}
