import { ageText } from '../../components/format/age.ts';
import { siteText } from '../../components/format/short.ts';
import { Host } from '../../components/text/host.tsx';
import type { PopupStatus } from '../../lib/messages/index.ts';
import css from './popup.module.css';

const SHOWN = 3;

/** Requests that needed no window, such as an approval to a known contract. */
export function SeenLines({ lines, now }: { lines: PopupStatus['lines']; now: number }) {
  if (lines.length === 0) return null;
  return (
    <section className={css.part}>
      <h2>Also seen</h2>
      <ul className={css.lines}>
        {lines.slice(0, SHOWN).map(({ at, site, text }, index) => (
          <li key={`${String(at)}/${String(index)}`}>
            <p>{text}</p>
            <p className={css.small}>
              {ageText(at, now)}, on <Host host={siteText(site)} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
