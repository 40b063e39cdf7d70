import { useId, useState } from 'react';

import { HowLink } from '../figures/how-link.tsx';
import { HowPanel } from '../figures/how-panel.tsx';
import type { FactorRow as Factor } from '../../lib/explain/index.ts';
import { SentenceText } from '../text/sentence.tsx';
import { levelTone, levelWord } from '../verdict/tone.ts';
import { VerdictLine } from '../verdict/verdict-line.tsx';
import css from './factor-row.module.css';
import { YoursMark } from './yours-mark.tsx';

/** One factor at its own level, with its value, the limit and how it was computed. */
export function FactorRow({ factor }: { factor: Factor }) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <li className={css.factor}>
      <div className={css.head}>
        <p className={css.name}>{factor.title}</p>
        <p className={css.value}>
          <SentenceText parts={factor.value} />
        </p>
      </div>
      <div className={css.foot}>
        <VerdictLine tone={levelTone(factor.level)} word={levelWord(factor)} />
        <p className={css.limit}>
          {factor.limit === null ? null : (
            <>
              Limit <SentenceText parts={factor.limit} />
            </>
          )}
          {factor.yours && <YoursMark />}
          {!factor.required && factor.group !== 'more' && (
            <span>{factor.limit === null ? 'optional' : '· optional'}</span>
          )}
        </p>
        <HowLink of={factor.title} open={open} panel={panel} onToggle={() => setOpen(!open)} />
      </div>
      {open && <HowPanel id={panel} how={factor.how} result={<SentenceText parts={factor.value} />} />}
    </li>
  );
}
