import { Notice } from '../../components/base/notice.tsx';
import { VerdictLine } from '../../components/verdict/verdict-line.tsx';
import css from './review.module.css';

/** What the shapes mean, and which keys there are. */
export function Help({ id }: { id: string }) {
  return (
    <section id={id} aria-label="Help" className={css.help}>
      <Notice>
        <ul className={css.legend}>
          <li>
            <VerdictLine tone="ok" word="Within limits" />
          </li>
          <li>
            <VerdictLine tone="warn" word="Near limit" />
          </li>
          <li>
            <VerdictLine tone="stop" word="Over limit, or stop" />
          </li>
          <li>
            <VerdictLine tone="unknown" word="Not checked" />
          </li>
        </ul>
        <p className={css.small}>
          <kbd>Esc</kbd> goes back. <kbd>Enter</kbd> presses only the button in focus. Closing this window
          goes back too.
        </p>
      </Notice>
    </section>
  );
}
