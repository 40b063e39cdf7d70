import { useState } from 'react';

import { Button } from '../base/button.tsx';
import css from './settings.module.css';

/** Something that can be deleted for good: asks once more in the same place. */
export function DeleteRow({
  title,
  about,
  onDelete,
}: {
  title: string;
  about: string;
  onDelete: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const remove = () => {
    setAsking(false);
    onDelete();
  };
  return (
    <li className={css.siteRow}>
      <span className={css.siteHost}>
        <span className={css.name}>{title}</span>
        <span className={css.small}>{about}</span>
      </span>
      {asking ? (
        <span className={css.nodeButtons}>
          <Button small onClick={remove} aria-label={`Delete for good: ${title}`}>
            Delete for good
          </Button>
          <Button small look="main" onClick={() => setAsking(false)}>
            Keep
          </Button>
        </span>
      ) : (
        <Button small onClick={() => setAsking(true)} aria-label={`Delete: ${title}`}>
          Delete…
        </Button>
      )}
    </li>
  );
}
