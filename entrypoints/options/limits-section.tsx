import { useState } from 'react';

import { LimitGroups } from '../../components/settings/limit-group.tsx';
import { loosened, sameLimits } from '../../components/settings/loosened.ts';
import { PresetPicker } from '../../components/settings/preset-picker.tsx';
import { type Limits, limitsFrom, withLimit } from '../../lib/limits/index.ts';
import type { Guesses } from '../../lib/risk/index.ts';
import { loosenedGuesses, sameGuesses, withGuess } from './guess-specs.ts';
import { GuessesSection } from './guesses-section.tsx';
import { Policies } from './policies.tsx';
import { SaveBar } from './save-bar.tsx';

/** What a person sets of the judgement: their limits, and their guesses for the odds. */
export type Own = { readonly limits: Limits; readonly guesses: Guesses };

type Props = {
  readonly saved: Own;
  /** The store could not be read: these limits are not in it yet, so they can be saved as they are. */
  readonly unsaved: boolean;
  readonly onSave: (own: Own) => void;
};

/** Names of fields that hold something which cannot be saved. */
function useWrong() {
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const mark = (name: string, valid: boolean) =>
    setWrong((before) => new Set([...before].filter((other) => other !== name).concat(valid ? [] : [name])));
  return { wrong: wrong.size > 0, mark, clear: () => setWrong(new Set()) };
}

/** The limits of the person: a preset, what they changed in it, and their guesses. Nothing counts before it is saved. */
export function LimitsSection({ saved, unsaved, onSave }: Props) {
  const [{ limits, guesses }, setDraft] = useState(saved);
  const { wrong, mark, clear } = useWrong();
  const [round, setRound] = useState(0);
  const edit = (change: Partial<Own>) => setDraft((before) => ({ ...before, ...change }));
  const start = (own: Own) => {
    setDraft(own);
    clear();
    setRound(round + 1);
  };
  const own = Object.fromEntries(limits.yours.map((name) => [name, limits.values[name]]));
  return (
    <>
      <PresetPicker
        chosen={limits.preset}
        onChoose={(id) => start({ limits: limitsFrom(id, { values: own }), guesses })}
      />
      <LimitGroups
        key={`limits${String(round)}`}
        limits={limits}
        onChange={(name, value) =>
          setDraft((before) => ({ ...before, limits: withLimit(before.limits, name, value) }))
        }
        onValid={mark}
      />
      <GuessesSection
        key={`guesses${String(round)}`}
        guesses={guesses}
        onChange={(name, value) =>
          setDraft((before) => ({ ...before, guesses: withGuess(before.guesses, name, value) }))
        }
        onValid={mark}
      />
      <Policies limits={limits} onChange={(changed) => edit({ limits: changed })} />
      <SaveBar
        changed={unsaved || !sameLimits(saved.limits, limits) || !sameGuesses(saved.guesses, guesses)}
        wrong={wrong}
        loosens={[...loosened(saved.limits, limits), ...loosenedGuesses(saved.guesses, guesses)]}
        ofPreset={limits.yours.length === 0}
        onSave={() => onSave({ limits, guesses })}
        onUndo={() => start(saved)}
        onPreset={() => start({ limits: limitsFrom(limits.preset), guesses })}
      />
    </>
  );
}
