import { shareText } from '../format/share.ts';
import type { ServiceRow } from '../../lib/explain/index.ts';
import { Address } from '../text/address.tsx';
import { SentenceText } from '../text/sentence.tsx';
import css from './service-list.module.css';

function span(row: ServiceRow): string {
  const hi = shareText(row.hiWad, 'up');
  return row.loWad === row.hiWad ? hi : `${shareText(row.loWad, 'down')} to ${hi}`;
}

function Service({ row }: { row: ServiceRow }) {
  return (
    <li className={css.service}>
      <div className={css.head}>
        <p className={css.name}>
          <Address address={row.avs} label={row.label} />
        </p>
        <p className={css.share}>{span(row)}</p>
      </div>
      <dl className={css.facts}>
        <dt>Slashed funds</dt>
        <dd>
          <SentenceText parts={row.paidTo} />
        </dd>
        <dt>Who can slash</dt>
        <dd>
          <SentenceText parts={row.slasher} />
        </dd>
        <dt>Operators</dt>
        <dd className={css.operators}>
          {row.operators.map(({ address, label }) => (
            <Address key={address} address={address} label={label} />
          ))}
          {row.operators.length === 0 && 'Not known'}
        </dd>
      </dl>
    </li>
  );
}

/** The services that can slash this stake, with the share each could take. */
export function ServiceList({ services }: { services: readonly ServiceRow[] }) {
  if (services.length === 0) return <p>No service was found in what could be read.</p>;
  return (
    <ul className={css.list}>
      {services.map((row) => (
        <Service key={row.avs} row={row} />
      ))}
    </ul>
  );
}
