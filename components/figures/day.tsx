import { dayText, isoText } from '../format/date.ts';
import css from './figure.module.css';

/** A day in the person's own way of writing it; the tooltip holds the moment in UTC. */
export function Day({ at }: { at: string }) {
  return (
    <time className={css.figure} dateTime={isoText(at)} title={isoText(at)}>
      {dayText(at)}
    </time>
  );
}
