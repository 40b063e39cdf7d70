import { shareText } from '../format/share.ts';
import css from './figure.module.css';

/** A share of the deposit, rounded against comfort. */
export function Percent({ wad, round }: { wad: string; round: 'up' | 'down' }) {
  return <bdi className={css.figure}>{shareText(wad, round)}</bdi>;
}
