import css from './yours-mark.module.css';

/** Marks a limit that the person set, as against one of the preset. */
export function YoursMark() {
  return <span className={css.yours}>yours</span>;
}
