import type { Held } from '../../decide/index.ts';
import type { ReviewView } from '../../messages/index.ts';
import type { Run } from './runs.ts';

/** The whole view of a held request: what the check says, and what only its holder knows. */
export function viewOf(held: Held, run: Run, queue: ReviewView['queue']): ReviewView {
  return {
    ...run.view,
    requestId: held.id,
    revision: run.revision,
    site: siteName(held.topOrigin),
    frame: held.origin === held.topOrigin ? null : siteName(held.origin),
    realm: held.realm,
    queue,
    repeats: held.repeats,
    expiresAt: held.expiresAt,
    raw: { method: held.method, params: held.params },
  };
}

/** An origin as a person reads it: host in punycode, with the scheme where it is not https. */
export function siteName(origin: string): string {
  if (!URL.canParse(origin)) return 'a frame without an address';
  const url = new URL(origin);
  return url.protocol === 'https:' ? url.host : url.origin;
}
