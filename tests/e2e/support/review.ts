import type { Page } from 'playwright-core';

/** Presses "Go back", which works at once. */
export async function goBack(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Go back' }).click();
}

/** Presses "Continue" as a person does: waits for the verdict, types what it demands, and again where it was too early. */
export async function goOn(window: Page): Promise<void> {
  const anyway = window.getByRole('button', { name: 'Continue anyway…' });
  const plain = window.getByRole('button', { name: 'Continue', exact: true });
  await anyway.or(plain).first().waitFor({ timeout: 30_000 });
  if (await anyway.isVisible()) {
    await anyway.click();
    const demanded = await window.locator('label strong').innerText();
    await window.getByRole('textbox').fill(demanded);
  }
  await pressUntilGone(window, plain);
}

/** Presses again until the window takes it: the input guard ignores a press that comes too early. */
async function pressUntilGone(window: Page, button: ReturnType<Page['getByRole']>): Promise<void> {
  for (let tries = 0; tries < 60 && !window.isClosed() && (await stands(button)); tries += 1) {
    await button.click({ timeout: 2_000 }).catch(() => undefined); // it may go while it is pressed
    await window.waitForTimeout(400).catch(() => undefined);
  }
}

/** Whether the button is still there; a window that closes meanwhile has none. */
async function stands(button: ReturnType<Page['getByRole']>): Promise<boolean> {
  return button.isVisible().catch(() => false);
}
