import type { ReactNode } from 'react';

import { blockText } from '../format/age.ts';
import type { How } from '../../lib/explain/index.ts';
import css from './how.module.css';

type Props = { readonly id: string; readonly how: How; readonly result: ReactNode };

/** How a figure came about: the formula, what went in, each step, and the result, so that a person can redo it. */
export function HowPanel({ id, how, result }: Props) {
  return (
    <div id={id} className={css.panel}>
      <p className={css.formula}>{how.formula === '' ? 'Nothing was computed for this.' : how.formula}</p>
      {how.inputs.length > 0 && (
        <dl className={css.inputs}>
          {how.inputs.map((input, at) => (
            <div key={`${String(at)}${input.name}`} className={css.input}>
              <dt>{input.name}</dt>
              <dd>
                <span className={css.value}>{input.value}</span>
                <span className={css.source}>
                  {input.source}
                  {input.block !== null && `, block ${blockText(input.block)}`}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {how.steps.length > 0 && (
        <ol className={css.steps}>
          {how.steps.map((step, at) => (
            <li key={`${String(at)}${step}`}>{step}</li>
          ))}
        </ol>
      )}
      <p>
        <span className={css.source}>Result: </span>
        <span className={css.value}>{result}</span>
      </p>
    </div>
  );
}
