import { useState } from 'react';

import { Button } from '../../components/base/button.tsx';
import { Notice } from '../../components/base/notice.tsx';
import css from './options.module.css';

type Props = {
  readonly changed: boolean;
  /** A field holds something that is no limit. */
  readonly wrong: boolean;
  /** What would let through more than before. */
  readonly loosens: readonly string[];
  readonly ofPreset: boolean;
  readonly onSave: () => void;
  readonly onUndo: () => void;
  readonly onPreset: () => void;
};

function Confirm({
  loosens,
  onYes,
  onNo,
}: {
  loosens: readonly string[];
  onYes: () => void;
  onNo: () => void;
}) {
  return (
    <Notice tone="warn">
      <p className={css.strong}>This lets more through than before:</p>
      <ul className={css.plainList}>
        {loosens.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      <div className={css.row}>
        <Button onClick={onYes}>Loosen and save</Button>
        <Button look="main" onClick={onNo}>
          Keep as it was
        </Button>
      </div>
    </Notice>
  );
}

/** Save and undo. Loosening a limit asks once more, and says which. */
export function SaveBar({ changed, wrong, loosens, ofPreset, onSave, onUndo, onPreset }: Props) {
  const [asking, setAsking] = useState(false);
  const ready = changed && !wrong;
  const save = () => {
    if (!ready) return;
    if (loosens.length > 0) setAsking(true);
    else onSave();
  };
  return (
    <section aria-label="Save limits" className={css.saveBar}>
      {asking && ready && (
        <Confirm
          loosens={loosens}
          onYes={onSave}
          onNo={() => {
            setAsking(false);
            onUndo();
          }}
        />
      )}
      <div className={css.row}>
        <Button look="main" aria-disabled={!ready} onClick={save}>
          Save
        </Button>
        <Button aria-disabled={!changed && !wrong} onClick={onUndo}>
          Undo
        </Button>
        <Button disabled={ofPreset} onClick={onPreset}>
          Reset to preset
        </Button>
        <output className={css.small}>
          {wrong ? 'One field holds no number we can use.' : changed ? 'Not saved yet.' : ''}
        </output>
      </div>
    </section>
  );
}
