import { fileURLToPath } from 'node:url';

import { concatHex, type Hex, pad, toHex } from 'viem';

import { detect, detectOnAnyChain } from '../../lib/detect/index.ts';
import { readRequest } from '../../lib/request/index.ts';
import { encode, type Made, wrappings } from '../fuzz/wrappings.ts';
import { line } from './statistics.ts';

const DECODE_MS = 20;
const BYTES = 262_144;

const user: Hex = '0x1111111111111111111111111111111111111111';
const account: Hex = '0x2222222222222222222222222222222222222222';
const renzo: Hex = '0x74a09653A083691711cF8215a6ab074BB4e99ef5';
const deposit: Made = { to: renzo, value: 5n, data: '0xf6326fb3' };

function request(made: Made) {
  const params = [{ from: user, to: made.to, value: toHex(made.value), data: made.data }];
  return { method: 'eth_sendTransaction', params } as const;
}

/** Seven layers of wrappings around one batch that fills what is read, up to 256 kB. */
function nested(calls: readonly (readonly [Hex, bigint, Hex])[]): Made {
  let made: Made = { to: account, value: 0n, data: encode('execute((address,uint256,bytes)[])', [calls]) };
  for (const name of [
    'execute',
    'aggregate3',
    'executeBatch v0.7',
    'ERC-7579 batch',
    'multiSend',
    'execTransaction',
    'tryAggregate',
  ])
    made = wrappings.find((one) => one.name === name)?.wrap(made, account) ?? made;
  return made;
}

/** One call that fills what is left behind the deposit. */
function oneLarge(): Made {
  return nested([
    [deposit.to, 5n, deposit.data],
    [user, 0n, `0x12345678${'5a'.repeat(BYTES - 5_000)}`],
  ]);
}

/** As many small calls as there is room for. */
function manySmall(): Made {
  const fill = [user, 0n, `0x12345678${'5a'.repeat(300)}`] as const;
  return nested([[deposit.to, 5n, deposit.data], ...Array.from({ length: 511 }, () => fill)]);
}

function word(value: number): Hex {
  return pad(toHex(value), { size: 32 });
}

/** One list whose thousands of entries all point at the same list, which points at itself. */
function pointingAtItself(): Made {
  const entries = 8_000;
  const lists = concatHex([word(32), word(entries), ...Array.from({ length: entries }, () => word(0))]);
  return { to: account, value: 0n, data: concatHex(['0xac9650d8', lists]) };
}

/** Lists of lists, each entry the same bytes again: as much work as few bytes can ask for. */
function doubling(): Made {
  let data: Hex = `0x12345678${'5a'.repeat(64)}`;
  for (let layer = 0; layer < 8; layer += 1) {
    const entries = 24;
    const heads = Array.from({ length: entries }, () => word(entries * 32));
    const size = (data.length - 2) / 2;
    data = concatHex(['0xac9650d8', word(32), word(entries), ...heads, word(size), data]);
  }
  return { to: account, value: 0n, data };
}

const context = { chainId: 1, account: user } as const;
const site = { origin: 'https://app.uniswap.org' } as const;

function timed(rounds: number, run: () => unknown): number[] {
  for (let round = 0; round < 5; round += 1) run();
  return Array.from({ length: rounds }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
}

function finds(read: ReturnType<typeof readRequest>): boolean {
  return detect(read, site, context).deposits.length === 1;
}

/** Reading, and reading with detection, of calldata as large and as nested as is read. */
export function benchDecode(): void {
  const cases: readonly (readonly [string, Made])[] = [
    ['256 kB, eight layers, one large call', oneLarge()],
    ['256 kB, eight layers, 512 calls', manySmall()],
    ['256 kB, a list that points at itself', pointingAtItself()],
    ['a list of the same list, eight layers', doubling()],
  ];
  for (const [name, made] of cases) {
    const asked = request(made);
    const read = readRequest(asked, context);
    if (name.includes('eight layers, ') && !finds(read))
      throw new Error(`${name}: the deposit is not found any more.`);
    console.log(
      line(
        `decode, ${name}`,
        timed(50, () => readRequest(asked, context)),
        'ms',
        DECODE_MS,
      ),
    );
    console.log(
      line(
        `detect, ${name}`,
        timed(50, () => detect(read, site, context)),
        'ms',
      ),
    );
    const claimed = { ...context, claims: true } as const;
    console.log(
      line(
        `detect on every chain, ${name}`,
        timed(10, () => detectOnAnyChain(read, site, claimed)),
        'ms',
      ),
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchDecode();
