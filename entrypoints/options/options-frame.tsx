import { type ReactNode, useEffect, useRef } from 'react';

import { BrandMark } from '../../components/base/brand-mark.tsx';
import { Notice } from '../../components/base/notice.tsx';
import css from './options.module.css';
import { SECTIONS, useSection } from './use-section.ts';
import type { Stored } from './use-settings.ts';

/** Head, sections and the place where "Saved" is said. A change of section moves the focus to its headline. */
export function OptionsFrame({ said, children }: { said: Stored['said']; children: ReactNode }) {
  const section = useSection();
  const title = useRef<HTMLHeadingElement>(null);
  const last = useRef(section);
  useEffect(() => {
    if (last.current !== section) title.current?.focus();
    last.current = section;
  }, [section]);
  const name = SECTIONS.find(({ id }) => id === section)?.title ?? '';
  return (
    <div className={css.page}>
      <header className={css.head}>
        <p className={css.brand}>
          <BrandMark size={28} />
          <span>Slashlight</span>
        </p>
        <nav aria-label="Settings">
          <ul className={css.tabs}>
            {SECTIONS.map(({ id, title: label }) => (
              <li key={id}>
                <a href={`#${id}`} className={css.tab} aria-current={id === section ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main className={css.main}>
        <h1 ref={title} tabIndex={-1}>
          {name}
        </h1>
        <output className={css.said}>
          {said !== null && (
            <Notice tone={said.tone}>
              <span>{said.text}</span>
            </Notice>
          )}
        </output>
        {children}
      </main>
    </div>
  );
}
