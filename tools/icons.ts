import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

const SIZES = [16, 32, 48, 96, 128];
/** The stores want air around the largest one: 96 px of drawing in 128 px. */
const AIR: Readonly<Record<number, number>> = { 128: 16 };

const folder = new URL('../public/', import.meta.url);
const drawing = readFileSync(new URL('icon.svg', folder), 'utf8');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const size of SIZES) {
  const air = AIR[size] ?? 0;
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;margin:${String(air)}px;width:${String(size - 2 * air)}px;height:auto}</style>${drawing}`,
  );
  writeFileSync(
    fileURLToPath(new URL(`icon/${String(size)}.png`, folder)),
    await page.screenshot({ omitBackground: true }),
  );
}
await browser.close();
