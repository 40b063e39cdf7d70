/** The life of one request: asked, shown, and then ended for good by an answer or by lapsing. */
export type State = 'asked' | 'shown' | 'answered' | 'lapsed';
export type Decision = 'allow' | 'deny';

export type HeldEvent =
  | 'show' // the review window drew it
  | 'continue' // the person said "Continue", and everything about that was right
  | 'back' // "Go back" or Esc
  | 'close' // the review window was closed
  | 'leave' // tab closed, page navigated away or went silent
  | 'expire'; // five minutes

export type Step = { readonly state: State; readonly decision: Decision | null };

const asked: Step = { state: 'asked', decision: null };
const shown: Step = { state: 'shown', decision: null };
const allowed: Step = { state: 'answered', decision: 'allow' };
const refused: Step = { state: 'answered', decision: 'deny' };
const lapsed: Step = { state: 'lapsed', decision: 'deny' };

/** Every state with every event. What was never shown cannot be continued; what ended stays as it ended. */
const open: { readonly [state in 'asked' | 'shown']: { readonly [event in HeldEvent]: Step } } = {
  asked: { show: shown, continue: asked, back: asked, close: lapsed, leave: lapsed, expire: lapsed },
  shown: { show: shown, continue: allowed, back: refused, close: lapsed, leave: lapsed, expire: lapsed },
};

/** The step a request takes at an event. `allow` comes from one cell alone: shown and continued. */
export function step(from: Step, event: HeldEvent): Step {
  return from.state === 'asked' || from.state === 'shown' ? open[from.state][event] : from;
}

/** Whether a request still waits for its end. */
export function isOpen(of: { readonly state: State }): boolean {
  return of.state === 'asked' || of.state === 'shown';
}
