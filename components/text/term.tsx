import { useId, useState } from 'react';

import { glossary, type Part } from '../../lib/explain/index.ts';
import css from './term.module.css';

type TermId = Extract<Part, { kind: 'term' }>['term'];

/** A word of the field; a press shows its meaning in one line, in place, so that it cannot fall outside a small window. */
export function Term({ term, text }: { term: TermId; text: string }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={css.term}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {text}
      </button>
      {open && (
        <span id={id} className={css.meaning}>
          {glossary[term]}
        </span>
      )}
    </>
  );
}
