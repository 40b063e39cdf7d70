import { useState } from 'react';

import { LIMIT_SPECS } from '../../components/settings/limit-spec.ts';
import { LimitField } from '../../components/settings/limit-field.tsx';
import { loosened, sameLimits } from '../../components/settings/loosened.ts';
import { PresetPicker } from '../../components/settings/preset-picker.tsx';
import { type LimitName, type Limits, limitsFrom, presets, withLimit } from '../../lib/limits/index.ts';
import css from './options.module.css';
import { Policies } from './policies.tsx';
import { SaveBar } from './save-bar.tsx';

type Props = {
  readonly saved: Limits;
  /** The store could not be read: these limits are not in it yet, so they can be saved as they are. */
  readonly unsaved: boolean;
  readonly onSave: (limits: Limits) => void;
};

/** The limits of the person: a preset, and what they changed in it. Nothing counts before it is saved. */
export function LimitsSection({ saved, unsaved, onSave }: Props) {
  const [draft, setDraft] = useState(saved);
  const [wrong, setWrong] = useState<ReadonlySet<LimitName>>(new Set());
  const [round, setRound] = useState(0);
  const mark = (name: LimitName, valid: boolean) =>
    setWrong((before) => new Set([...before].filter((other) => other !== name).concat(valid ? [] : [name])));
  const start = (limits: Limits) => {
    setDraft(limits);
    setWrong(new Set());
    setRound(round + 1);
  };
  const own = Object.fromEntries(draft.yours.map((name) => [name, draft.values[name]]));
  return (
    <>
      <PresetPicker chosen={draft.preset} onChoose={(id) => start(limitsFrom(id, { values: own }))} />
      <div className={css.limits} key={round}>
        {LIMIT_SPECS.map((spec) => (
          <LimitField
            key={spec.name}
            spec={spec}
            value={draft.values[spec.name]}
            preset={presets[draft.preset].values[spec.name]}
            yours={draft.yours.includes(spec.name)}
            onChange={(value) => setDraft((before) => withLimit(before, spec.name, value))}
            onValid={(valid) => mark(spec.name, valid)}
          />
        ))}
      </div>
      <Policies limits={draft} onChange={setDraft} />
      <SaveBar
        changed={unsaved || !sameLimits(saved, draft)}
        wrong={wrong.size > 0}
        loosens={loosened(saved, draft)}
        ofPreset={draft.yours.length === 0}
        onSave={() => onSave(draft)}
        onUndo={() => start(saved)}
        onPreset={() => start(limitsFrom(draft.preset))}
      />
    </>
  );
}
