import { argv, exit } from 'node:process';

import { fuzzDetect } from './fuzz/detect.ts';

/** `node tools/fuzz-detect.ts [inputs] [seed]`: a million requests where nothing else is said. */
const inputs = Number(argv[2] ?? 1_000_000);
const seed = Number(argv[3] ?? 1);
if (!Number.isSafeInteger(inputs) || inputs < 1 || !Number.isSafeInteger(seed)) {
  console.error('Usage: fuzz-detect [number of inputs] [seed]');
  exit(2);
}

const started = performance.now();
const { planted, found, crashes, silent, missed, slowest } = fuzzDetect(inputs, seed);
const seconds = (performance.now() - started) / 1_000;
for (const line of [...crashes, ...silent, ...missed].slice(0, 20)) console.error(line);
console.log(
  `${inputs} inputs, seed ${seed}: ${crashes.length} crashes; ${planted} held a deposit, of which ${found} were listed, ` +
    `${planted - found - silent.length} said, ${silent.length} silent, ${missed.length} said that should be listed. Slowest ${slowest.toFixed(1)} ms, ${seconds.toFixed(0)} s in all.`,
);
exit(crashes.length + silent.length + missed.length > 0 ? 1 : 0);
