import { argv, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';

import { scaffold } from './new-protocol/scaffold.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const [id, ...rest] = argv.slice(2);

if (id === undefined || rest.length > 0) {
  stderr.write('Usage: npm run new:protocol -- ID\n');
  process.exitCode = 2;
} else {
  const outcome = scaffold(root, id, new Date().toISOString().slice(0, 10));
  if ('refused' in outcome) {
    stderr.write(`${outcome.refused}\n`);
    process.exitCode = 2;
  } else {
    stdout.write(`Written: ${outcome.written.join(', ')}.\n`);
    stdout.write(
      'Fill the data and the vectors until npm run test:unit is content, then npm run generate.\n',
    );
  }
}
