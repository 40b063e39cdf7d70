import css from './queue-counter.module.css';

/** Where this request stands among those that wait: `1 of 2`. A single one needs no counter. */
export function QueueCounter({ position, total }: { position: number; total: number }) {
  if (total < 2) return null;
  return (
    <p className={css.counter}>
      <span className="visually-hidden">Request </span>
      {position} of {total}
    </p>
  );
}
