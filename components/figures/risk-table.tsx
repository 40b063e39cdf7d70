import { Fragment, useId, useState } from 'react';

import type { BarLine } from './bar.ts';
import { HowLink } from './how-link.tsx';
import { HowPanel } from './how-panel.tsx';
import css from './risk-table.module.css';
import { Swatch } from './swatch.tsx';

function Row({ line }: { line: BarLine }) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <Fragment>
      <tr className={css.row}>
        <th scope="row">
          <span className={css.name}>
            <Swatch id={line.id} />
            <span>{line.label}</span>
          </span>
        </th>
        <td className={css.share}>{line.text}</td>
        <td className={css.how}>
          {line.how !== null && (
            <HowLink of={line.label} open={open} panel={panel} onToggle={() => setOpen(!open)} />
          )}
        </td>
      </tr>
      {open && line.how !== null && (
        <tr>
          <td colSpan={3}>
            <HowPanel id={panel} how={line.how} result={line.text} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** The parts of the bar as a table that adds up to 100 %. */
export function RiskTable({ lines, caption }: { lines: readonly BarLine[]; caption: string }) {
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {['Part', 'Share', 'How'].map((column) => (
            <th key={column} scope="col">
              <span className="visually-hidden">{column}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  );
}
