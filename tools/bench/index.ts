import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';

import { ensureBrowsers } from '../browsers.ts';
import { benchDecode } from './decode.ts';
import { benchFrame } from './frame.ts';
import { benchLensGas } from './lens-gas.ts';
import { benchRisk } from './risk.ts';
import { benchTokens } from './tokens.ts';
import { benchUnrelated } from './unrelated.ts';
import { benchVerdict } from './verdict.ts';

ensureBrowsers(['chromium']);
execFileSync('npx', ['wxt', 'build', '-b', 'chrome'], { stdio: ['ignore', 'ignore', 'inherit'] });
console.log(`Load of this machine at the start: ${loadavg()[0]?.toFixed(2)} on ${cpus().length} cores`);
console.log('# A frame of a protected page');
await benchFrame();
console.log('# A request that is none of our business');
await benchUnrelated();
console.log('# A verdict, both nodes 100 ms away');
await benchVerdict();
console.log('# Gas of the lens');
await benchLensGas();
console.log('# What is known of each token on the embedded chain');
await benchTokens();
console.log('# The risk engine');
await benchRisk();
console.log('# Reading of calldata');
benchDecode();
