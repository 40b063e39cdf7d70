import { createServer } from 'node:http';
import { once } from 'node:events';

import type { Browser } from '../browsers.ts';
import { built } from '../browser/built.ts';
import { chooseNodes, startChromium } from '../browser/chromium.ts';
import { DEMO_ACCOUNT, startChain } from '../chain/world.ts';
import { demoDeposits } from './deposits.ts';
import { demoPages } from './pages.ts';
import { demoWorld } from './world.ts';

const firstBlock = 26_000_420n;

/** The demo in the person's own browser: starts chain and pages, opens the browser, says what to click. */
export async function demoForPerson(browser: Browser): Promise<void> {
  const timestamp = Math.floor(Date.now() / 1000);
  const moment = { block: firstBlock, timestamp: BigInt(timestamp), account: DEMO_ACCOUNT };
  const chain = await startChain({ world: demoWorld(moment), timestamp, blockTime: 12 });
  const url = await serve(chain.url);
  try {
    if (browser === 'firefox') await inFirefox(url, chain.url);
    else await inChromium(url, chain.url);
  } finally {
    await chain.stop();
  }
}

async function serve(chainUrl: string): Promise<string> {
  const answerTo = demoPages(chainUrl, demoDeposits(DEMO_ACCOUNT));
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      void answerTo(pathname, Buffer.concat(chunks).toString()).then(({ status, type, body }) =>
        response.writeHead(status, { 'content-type': type }).end(body),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/`;
}

function say(url: string): void {
  console.log(`
The demo dApp is open at ${url}
Press one of its buttons. The wallet on that page sees the request only after "Continue".
  Renzo       near the limits of the preset Balanced: nobody can promise how long leaving takes
  Kelp        over them
  Puffer      a part that cannot be read
  ether.fi    stake that nobody can trace
  EigenLayer  a position of your own
Each also says that it does not know this site: the page stands on your own machine.
All figures on this chain are made up. Close the browser to end the demo.`);
}

async function inChromium(url: string, chainUrl: string): Promise<void> {
  const { context, stop } = await startChromium({ extensions: [built('chrome-mv3-demo')], headless: false });
  await chooseNodes(context, [chainUrl]);
  const page = await context.newPage();
  await page.goto(url);
  say(url);
  await context.waitForEvent('close', { timeout: 0 });
  await stop();
}

async function inFirefox(url: string, chainUrl: string): Promise<void> {
  const { openFirefoxDemo } = await import('./firefox.ts');
  await openFirefoxDemo(url, chainUrl, () => say(url));
}
