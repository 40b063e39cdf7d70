/** How long a "Continue" must have been in view, in focus and unmoved before it counts. */
export const GUARD_MS = 700;

export type InputGuard = {
  /** Something changed under the person's hand: the time starts again. */
  restart(): void;
  /** A pointer or key went down. */
  pressed(repeat: boolean): void;
  released(): void;
  ready(): boolean;
  /** Whether this event may act as "Continue". */
  allows(event: { readonly isTrusted: boolean }): boolean;
};

/**
 * Decides whether an input may count as "Continue": a real one, made by a press that began after the window
 * had been awake and unchanged for 700 ms. A key held down from before, its repeats, and a press that
 * began too early do not count, however late they end.
 *
 * @param now - milliseconds of a clock that never runs back
 * @param awake - whether the window is visible and focused
 */
export function createInputGuard(now: () => number, awake: () => boolean): InputGuard {
  let since = now();
  let pressing = false;
  let tainted = false;
  const ready = () => awake() && now() - since >= GUARD_MS;
  return {
    restart() {
      since = now();
      tainted ||= pressing;
    },
    pressed(repeat) {
      tainted = repeat || !ready();
      pressing = true;
    },
    released() {
      pressing = false;
      tainted = false;
    },
    ready,
    allows: (event) => event.isTrusted && ready() && !tainted,
  };
}
