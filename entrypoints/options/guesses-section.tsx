import { Fold } from '../../components/base/fold.tsx';
import { GuessField } from '../../components/settings/guess-field.tsx';
import type { AssumptionName, Guesses } from '../../lib/risk/index.ts';
import { GUESSES } from './guess-specs.ts';
import css from './options.module.css';

type Props = {
  readonly guesses: Guesses;
  readonly onChange: (name: AssumptionName, own: number | null) => void;
  readonly onValid: (name: AssumptionName, valid: boolean) => void;
};

/** What the odds rest on. Nobody knows these numbers: each has a default, its basis, and room for the person's own. */
export function GuessesSection({ guesses, onChange, onValid }: Props) {
  const own = Object.keys(guesses).length;
  return (
    <div className={css.guesses}>
      <Fold title="Guesses" note={own === 0 ? 'all default' : `${String(own)} yours`}>
        <p className={css.small}>
          The odds rest on these numbers. Most have no firm source. Only the odds depend on them.
        </p>
        {GUESSES.map(({ name, spec }) => (
          <GuessField
            key={name}
            spec={spec}
            own={guesses[name] ?? null}
            onChange={(value) => onChange(name, value)}
            onValid={(valid) => onValid(name, valid)}
          />
        ))}
      </Fold>
    </div>
  );
}
