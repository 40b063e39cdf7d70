import { type Ref, useState } from 'react';

import { Button } from '../base/button.tsx';
import type { Override } from '../../lib/explain/index.ts';
import css from './decision-bar.module.css';
import { TypeToOverride } from './type-to-override.tsx';

/** The control that is suggested and takes the first focus. */
export type First = 'back' | 'continue' | 'retry';

type Props = {
  readonly first: First;
  readonly firstRef: Ref<HTMLButtonElement>;
  /** What going on takes; null while it is not possible, with the reason below. */
  readonly override: Override | null;
  readonly waiting: string | null;
  /** The input guard still runs: "Continue" is drawn as not yet ready. */
  readonly settling: boolean;
  /** Id of the headline, read out with each button. */
  readonly headline: string;
  readonly onBack: () => void;
  readonly onContinue: (event: Event, typed: string | null) => void;
  /** "Try again" or "Read again", where reading once more can help. */
  readonly onRetry: { readonly word: string; readonly press: () => void } | null;
  readonly onOptions: () => void;
};

function Onward(props: Props & { readonly onOpen: () => void }) {
  const { override, first, firstRef, settling, headline } = props;
  if (override === null || override.kind === 'options') return null;
  if (override.kind === 'type') {
    return (
      <Button onClick={props.onOpen} aria-describedby={headline}>
        Continue anyway…
      </Button>
    );
  }
  const main = first === 'continue';
  return (
    <Button
      look={main ? 'main' : 'plain'}
      {...(main ? { ref: firstRef } : {})}
      aria-describedby={headline}
      data-settling={settling}
      onClick={(event) => props.onContinue(event.nativeEvent, null)}
    >
      Continue
    </Button>
  );
}

function Retry({ first, firstRef, onRetry }: Pick<Props, 'first' | 'firstRef' | 'onRetry'>) {
  if (onRetry === null) return null;
  const main = first === 'retry';
  return (
    <Button look={main ? 'main' : 'plain'} {...(main ? { ref: firstRef } : {})} onClick={onRetry.press}>
      {onRetry.word}
    </Button>
  );
}

/** The decision, always in view: "Go back" works at once, "Continue" by the rules of the verdict. */
export function DecisionBar(props: Props) {
  const [typing, setTyping] = useState(false);
  const { override, first, firstRef, waiting } = props;
  const main = first === 'back';
  return (
    <section aria-label="Decision" className={css.bar}>
      {waiting !== null && <output className={css.waiting}>{waiting}</output>}
      {override?.kind === 'options' && (
        <p className={css.waiting}>
          Only a change in options lets this pass.{' '}
          <Button look="link" onClick={props.onOptions}>
            Open options
          </Button>
        </p>
      )}
      {typing && override?.kind === 'type' && (
        <TypeToOverride text={override.text} what={override.what} onPass={props.onContinue} />
      )}
      <div className={css.buttons}>
        <Button
          look={main ? 'main' : 'plain'}
          {...(main ? { ref: firstRef } : {})}
          aria-describedby={props.headline}
          onClick={props.onBack}
        >
          Go back
        </Button>
        <Retry first={first} firstRef={firstRef} onRetry={props.onRetry} />
        {!typing && <Onward {...props} onOpen={() => setTyping(true)} />}
      </div>
    </section>
  );
}
