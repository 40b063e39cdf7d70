import { useId } from 'react';

import { type FactorRow as Factor, GROUPS, type Sentence } from '../../lib/explain/index.ts';
import { Fold } from '../base/fold.tsx';
import { SentenceText } from '../text/sentence.tsx';
import css from './factor-row.module.css';
import { FactorRow } from './factor-row.tsx';

type Props = {
  readonly factors: readonly Factor[];
  /** What the odds come to, with the words that they are guesses. */
  readonly odds: readonly Sentence[];
};

function Rows({ factors, labelledBy }: { factors: readonly Factor[]; labelledBy?: string }) {
  return (
    <ul className={css.list} aria-labelledby={labelledBy}>
      {factors.map((factor) => (
        <FactorRow key={factor.id} factor={factor} />
      ))}
    </ul>
  );
}

function Group({ title, factors, odds }: { title: string } & Props) {
  const id = useId();
  return (
    <div className={css.group}>
      <p id={id} className={css.groupTitle}>
        {title}
      </p>
      {odds.map((sentence, at) => (
        <p key={String(at)} className={css.about}>
          <SentenceText parts={sentence} />
        </p>
      ))}
      {factors.length > 0 && <Rows factors={factors} labelledBy={id} />}
    </div>
  );
}

/**
 * Every factor, each at its own level: the verdict is only their headline. Figures without a limit stay folded away,
 * and the odds, which rest on guesses, come after every bound.
 */
export function FactorList({ factors, odds }: Props) {
  return GROUPS.map(({ id, title }) => {
    const own = factors.filter(({ group }) => group === id);
    const said = id === 'odds' ? odds : [];
    if (own.length === 0 && said.length === 0) return null;
    if (id !== 'more') return <Group key={id} title={title} factors={own} odds={said} />;
    return (
      <Fold key={id} title={title} note={`${String(own.length)} without a limit`}>
        <Rows factors={own} />
      </Fold>
    );
  });
}
