export type Serial = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs pieces of work one after the other, in the order they were given; one that fails does not stop the next. */
export function makeSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = last.then(work, work);
    last = run.catch(() => undefined); // whoever gave the work hears of its failure
    return run;
  };
}
