import { useState } from 'react';

import { shortAddress } from '../format/short.ts';
import css from './address.module.css';

type Props = { readonly address: string; readonly label?: string | null };

/** An address: short at rest, whole on focus, copied on a press. A label is bundled data, never an on-chain name. */
export function Address({ address, label = null }: Props) {
  const [said, setSaid] = useState('');
  const copy = () => {
    navigator.clipboard.writeText(address).then(
      () => setSaid('Copied'),
      () => setSaid('Could not copy'),
    );
  };
  return (
    <span className={css.row}>
      {label !== null && <bdi>{label}</bdi>}
      <button type="button" className={css.address} title={address} onClick={copy}>
        <span className="visually-hidden">Copy address </span>
        <bdi dir="ltr" className={css.short}>
          {shortAddress(address)}
        </bdi>
        <bdi dir="ltr" className={css.full}>
          {address}
        </bdi>
      </button>
      <output className={css.said}>{said}</output>
    </span>
  );
}
