import { readFileSync, writeFileSync } from 'node:fs';
import { argv, stderr } from 'node:process';

import { methodologyPage } from './methodology/page.ts';

const target = new URL('../docs/methodology.md', import.meta.url);

if (argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== methodologyPage()) {
    stderr.write('docs/methodology.md is not what the code gives. Run: node tools/methodology.ts\n');
    process.exitCode = 1;
  }
} else writeFileSync(target, methodologyPage());
