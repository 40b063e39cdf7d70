import { classes } from '../base/classes.ts';
import type { Tone } from './tone.ts';
import css from './verdict-line.module.css';
import { VerdictIcon } from './verdict-icon.tsx';

/** A verdict in one line of a list: small shape and its word. */
export function VerdictLine({ tone, word }: { tone: Tone; word: string }) {
  return (
    <span className={classes(css.line, css[tone])}>
      <VerdictIcon tone={tone} size="s" />
      <span>{word}</span>
    </span>
  );
}
