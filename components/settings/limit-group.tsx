import { useId } from 'react';

import { GROUPS } from '../../lib/explain/index.ts';
import { type LimitName, type Limits, presets } from '../../lib/limits/index.ts';
import { LimitField } from './limit-field.tsx';
import { LIMIT_SPECS, type LimitSpec } from './limit-spec.ts';
import css from './settings.module.css';

type Props = {
  readonly limits: Limits;
  readonly onChange: (name: LimitName, value: bigint | null) => void;
  readonly onValid: (name: LimitName, valid: boolean) => void;
};

function Group({ title, specs, ...props }: Props & { title: string; specs: readonly LimitSpec[] }) {
  const id = useId();
  const { limits, onChange, onValid } = props;
  return (
    <section aria-labelledby={id} className={css.group}>
      <h2 id={id} className={css.groupTitle}>
        {title}
      </h2>
      <div className={css.groupBody}>
        {specs.map((spec) => (
          <LimitField
            key={spec.name}
            spec={spec}
            value={limits.values[spec.name]}
            preset={presets[limits.preset].values[spec.name]}
            yours={limits.yours.includes(spec.name)}
            onChange={(value) => onChange(spec.name, value)}
            onValid={(valid) => onValid(spec.name, valid)}
          />
        ))}
      </div>
    </section>
  );
}

/** Every limit, group by group; the odds, which rest on guesses, come last. */
export function LimitGroups(props: Props) {
  return GROUPS.map(({ id, title }) => {
    const specs = LIMIT_SPECS.filter(({ group }) => group === id);
    return specs.length === 0 ? null : <Group key={id} title={title} specs={specs} {...props} />;
  });
}
