const said: unknown[] = [];

/** Keeps what a page asked for, where a test can read it. */
export function record(entry: unknown): void {
  said.push(entry);
  document.documentElement.dataset.said = JSON.stringify(said);
}
