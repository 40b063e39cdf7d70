import { argv, stderr, stdout } from 'node:process';

import { asked, reportOn } from './check-facts/report.ts';

const question = asked(argv.slice(2), new Date().toISOString().slice(0, 10));
if (question === null) {
  stderr.write('Usage: npm run check:facts -- [--today YYYY-MM-DD] [--strict]\n');
  process.exitCode = 2;
} else {
  const { text, exitCode } = reportOn(question);
  stdout.write(text);
  process.exitCode = exitCode;
}
