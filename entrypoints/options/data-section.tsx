import { useState } from 'react';

import { DeleteRow } from '../../components/settings/delete-row.tsx';
import css from './options.module.css';
import type { OptionsPort } from './port.ts';

type What = Parameters<OptionsPort['deleteData']>[0];

const ROWS: readonly { readonly what: What; readonly title: string; readonly about: string }[] = [
  { what: 'checks', title: 'Past checks', about: 'The list in the toolbar popup.' },
  {
    what: 'settings',
    title: 'Settings',
    about: 'Limits, nodes and sites go back to how they were at install.',
  },
  { what: 'all', title: 'Everything', about: 'Past checks and settings. Requests that wait now stay held.' },
];

/** What is kept on this computer, and how to be rid of it. */
export function DataSection({ port, onDone }: { port: OptionsPort; onDone: () => void }) {
  const [said, setSaid] = useState('');
  const remove = (what: What, title: string) => {
    port.deleteData(what).then(
      () => {
        setSaid(`Deleted: ${title}.`);
        onDone();
      },
      () => setSaid('Not deleted: Slashlight did not answer. Try again.'),
    );
  };
  return (
    <>
      <p className={css.intro}>
        All of this stays in this browser. There is no server of ours, and nothing is sent to us.
      </p>
      <ul className={css.cards}>
        {ROWS.map(({ what, title, about }) => (
          <DeleteRow key={what} title={title} about={about} onDelete={() => remove(what, title)} />
        ))}
      </ul>
      <output>{said}</output>
    </>
  );
}
