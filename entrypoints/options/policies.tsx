import { Choice } from '../../components/settings/choice.tsx';
import { UNFINISHED, UNTRACED } from '../../components/settings/loosened.ts';
import type { Limits } from '../../lib/limits/index.ts';
import css from './options.module.css';

/** What happens where something could not be read or traced. */
export function Policies({ limits, onChange }: { limits: Limits; onChange: (limits: Limits) => void }) {
  return (
    <div className={css.policies}>
      <Choice
        legend={UNFINISHED}
        value={limits.unknownPolicy}
        options={[
          { value: 'block', name: 'Stop me', about: 'Only a change here lets it pass.' },
          { value: 'ask', name: 'Ask me', about: 'You can go on by typing the word shown.' },
        ]}
        onChange={(unknownPolicy) => onChange({ ...limits, unknownPolicy })}
      />
      <Choice
        legend={UNTRACED}
        value={limits.untracedPolicy}
        options={[
          {
            value: 'strict',
            name: 'Count all of it as at risk',
            about: 'What we do not see may be the worst.',
          },
          {
            value: 'listed',
            name: 'Count it like the worst listed operator',
            about: 'Only where the chain lists every operator of a token.',
          },
        ]}
        onChange={(untracedPolicy) => onChange({ ...limits, untracedPolicy })}
      />
    </div>
  );
}
