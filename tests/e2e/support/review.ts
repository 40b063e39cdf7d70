import type { Page } from 'playwright-core';

/** Presses "Go back", which works at once. */
export async function goBack(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Go back' }).click();
}

/**
 * Presses "Continue" as a person does, until the window has taken it: waits for the verdict, types what it demands,
 * and does so again where a press came too early or the verdict changed meanwhile, which starts the window anew.
 */
export async function goOn(window: Page): Promise<void> {
  const anyway = window.getByRole('button', { name: 'Continue anyway…' });
  const plain = window.getByRole('button', { name: 'Continue', exact: true });
  await anyway.or(plain).first().waitFor({ timeout: 30_000 });
  const place = await placeOf(window);
  // Only for a moment does a window that has not taken it show neither button.
  for (let tries = 0, gone = 0; tries < 100 && gone < 5 && !window.isClosed(); tries += 1) {
    if ((await placeOf(window)) !== place) return;
    if (await shown(plain)) {
      gone = 0;
      await plain.click({ timeout: 2_000 }).catch(() => undefined); // it may go while it is pressed
    } else if (await shown(anyway)) {
      gone = 0;
      await typeDemanded(window, anyway);
    } else gone += 1;
    await window.waitForTimeout(300).catch(() => undefined);
  }
}

/** Opens the field and types the figure or word that the window asks for. */
async function typeDemanded(window: Page, anyway: ReturnType<Page['getByRole']>): Promise<void> {
  try {
    await anyway.click({ timeout: 2_000 });
    const demanded = await window.locator('label strong').innerText({ timeout: 2_000 });
    await window.getByRole('textbox').fill(demanded, { timeout: 2_000 });
  } catch {
    // the verdict changed under the hand: once more
  }
}

/** Which of several requests the window shows, such as `1 of 2`; empty for a single one. */
async function placeOf(window: Page): Promise<string> {
  const counter = window.getByText(/^Request \d+ of \d+$/).first();
  return (await counter.textContent({ timeout: 50 }).catch(() => null)) ?? '';
}

/** Whether a button is there; a window that closes meanwhile has none. */
async function shown(button: ReturnType<Page['getByRole']>): Promise<boolean> {
  return button.isVisible().catch(() => false);
}
