import type { ReviewView } from '../../lib/messages/index.ts';

/** The view as it stands at a moment: a request whose time is over has ended, whoever forgot to say so. */
export function asOf(view: ReviewView, now: number): ReviewView {
  if (view.state === 'ended' || now < view.expiresAt) return view;
  return { ...view, state: 'ended', detail: 'No answer came in time. Nothing reaches your wallet.' };
}
