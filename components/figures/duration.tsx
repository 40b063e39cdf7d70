import { durationText } from '../format/duration.ts';
import css from './figure.module.css';

/** A length of time, rounded against comfort. */
export function Duration({ secs, round }: { secs: string; round: 'up' | 'down' }) {
  return <bdi className={css.figure}>{durationText(secs, round)}</bdi>;
}
