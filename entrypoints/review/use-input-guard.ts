import { useEffect, useState } from 'react';

import { createInputGuard, GUARD_MS, type InputGuard } from './input-guard.ts';

const awake = () => document.visibilityState === 'visible' && document.hasFocus();

function place(): string {
  return [window.screenX, window.screenY, window.innerWidth, window.innerHeight].join();
}

/** Calls back when the window has moved or changed its size; no event tells of a move, so each frame compares. */
function watchPlace(moved: () => void): () => void {
  let last = place();
  let frame = 0;
  const look = () => {
    const here = place();
    if (here !== last) moved();
    last = here;
    frame = requestAnimationFrame(look);
  };
  frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}

/** Tells the guard of every press, before any control sees it. */
function watchPresses(guard: InputGuard, signal: AbortSignal): void {
  const options = { capture: true, signal };
  // The click comes after the release, so the release is taken note of one task later.
  const release = () => setTimeout(() => guard.released(), 0);
  document.addEventListener('pointerdown', () => guard.pressed(false), options);
  document.addEventListener('keydown', (event) => guard.pressed(event.repeat), options);
  document.addEventListener('pointerup', release, options);
  document.addEventListener('pointercancel', release, options);
  document.addEventListener('keyup', release, options);
}

/** Calls back at everything that may have put the window under the person's hand. */
function watchSurroundings(restart: () => void, signal: AbortSignal): void {
  // Not in capture: there a focus that only moves within the page would arrive too.
  const options = { signal };
  window.addEventListener('focus', restart, options);
  window.addEventListener('blur', restart, options);
  window.addEventListener('resize', restart, options);
  document.addEventListener('visibilitychange', restart, options);
}

/**
 * The guard of this window. It starts again at focus, visibility, move and resize, and whenever `shown`
 * (request, revision, verdict) is another than before.
 *
 * @param matters - whether "Continue" can be pressed at all; only then is the window's place watched
 */
export function useInputGuard(shown: string, matters: boolean): { guard: InputGuard; settling: boolean } {
  const [guard] = useState(() => createInputGuard(() => performance.now(), awake));
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    if (!matters) return undefined;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const restart = () => {
      guard.restart();
      setSettled(null);
      clearTimeout(timer);
      timer = setTimeout(() => setSettled(guard.ready() ? shown : null), GUARD_MS + 20);
    };
    restart();
    watchSurroundings(restart, stop.signal);
    watchPresses(guard, stop.signal);
    const leave = watchPlace(restart);
    return () => {
      stop.abort();
      leave();
      clearTimeout(timer);
    };
  }, [guard, shown, matters]);
  return { guard, settling: settled !== shown };
}
