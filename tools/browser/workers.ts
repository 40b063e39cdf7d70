import type { BrowserContext, CDPSession } from 'playwright-core';

/** Kills an extension's background worker as the browser does when it runs out of patience. */
export async function killWorkers(context: BrowserContext, extensionId: string): Promise<void> {
  await withWorkers(context, extensionId, async (session, ids) => {
    for (const targetId of ids) await session.send('Target.closeTarget', { targetId });
  });
}

/** How many background workers of an extension run now. */
export async function workersRunning(context: BrowserContext, extensionId: string): Promise<number> {
  return withWorkers(context, extensionId, (_, ids) => Promise.resolve(ids.length));
}

async function withWorkers<T>(
  context: BrowserContext,
  extensionId: string,
  work: (session: CDPSession, ids: readonly string[]) => Promise<T>,
): Promise<T> {
  const browser = context.browser();
  if (browser === null) throw new Error('no browser to speak to');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const ours = targetInfos.filter(
    ({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`),
  );
  const result = await work(
    session,
    ours.map(({ targetId }) => targetId),
  );
  await session.detach();
  return result;
}
