import { Button } from '../../components/base/button.tsx';
import { VerdictBanner } from '../../components/verdict/verdict-banner.tsx';
import css from './review.module.css';

/** The background cannot be reached: nothing is shown that was not checked, and nothing goes on. */
export function Lost({ onClose, onRetry }: { onClose: () => void; onRetry: () => void }) {
  return (
    <div className={css.window}>
      <main className={css.main}>
        <VerdictBanner id="lost" tone="unknown" word="Not checked" headline="We lost touch with the check">
          <p>The request is still held. Try again, or go back.</p>
        </VerdictBanner>
      </main>
      <section aria-label="Decision" className={css.ended}>
        <Button onClick={onClose}>Go back</Button>
        <Button look="main" onClick={onRetry}>
          Try again
        </Button>
      </section>
    </div>
  );
}
