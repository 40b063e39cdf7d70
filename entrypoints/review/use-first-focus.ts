import { useEffect, useRef } from 'react';

import type { First } from '../../components/review/decision-bar.tsx';

/**
 * The first focus: the headline while the check runs, then the control that is suggested. It never takes the
 * focus away from where the person has moved it, unless the question itself is a new one.
 */
export function useFirstFocus(question: string, stage: 'heading' | First) {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const given = useRef<Element | null>(null);
  const asked = useRef('');
  useEffect(() => {
    const here = document.activeElement;
    const anew = asked.current !== question;
    const untouched = here === null || here === document.body || here === given.current || !here.isConnected;
    asked.current = question;
    if (!anew && !untouched) return;
    const target = stage === 'heading' ? heading.current : (first.current ?? heading.current);
    target?.focus({ preventScroll: true });
    given.current = target;
  }, [question, stage]);
  return { heading, first };
}
