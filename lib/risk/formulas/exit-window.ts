/** Seconds; an end that is null is not known. */
export type SecsRange = { readonly lo: bigint | null; readonly hi: bigint | null };

/**
 * The time between being out and new code being in force (§3.8): [delay - exit.hi, delay - exit.lo], in seconds.
 * Negative: an upgrade can land while a person waits. Exact, nothing is rounded. An end is null where what it is
 * made of is not known.
 */
export function exitWindow(times: {
  readonly upgradeDelaySecs: bigint | null;
  readonly exitLoSecs: bigint | null;
  readonly exitHiSecs: bigint | null;
}): SecsRange {
  const { upgradeDelaySecs: delay, exitLoSecs, exitHiSecs } = times;
  const left = (exit: bigint | null): bigint | null =>
    delay === null || exit === null ? null : delay - exit;
  return { lo: left(exitHiSecs), hi: left(exitLoSecs) };
}
