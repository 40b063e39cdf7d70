import { Choice } from '../../components/settings/choice.tsx';
import type { Settings } from '../../lib/messages/index.ts';
import css from './options.module.css';
import { hasOwnNode, withSimulation } from './settings.ts';

/** Whether requests are tried on the person's own node. Without such a node there is no choice. */
export function Simulation({
  settings,
  onSave,
}: {
  readonly settings: Settings;
  readonly onSave: (settings: Settings) => void;
}) {
  const on = settings.simulate === true;
  if (!on && !hasOwnNode(settings)) {
    return (
      <p className={css.intro}>
        Some contracts hide what they buy. With a node of your own, Slashlight can try a request there first.
        Add one above to switch that on.
      </p>
    );
  }
  return (
    <Choice
      legend="Deposits that hide in a contract"
      value={on ? 'try' : 'pass'}
      options={[
        {
          value: 'pass',
          name: 'Let them pass',
          about: 'What a request does not show is not seen.',
        },
        {
          value: 'try',
          name: 'Try each request on my own node first',
          about:
            'Your own nodes see each transaction and your address. One that shows no deposit and cannot be tried is held. Signed orders are not tried. Reload open pages.',
        },
      ]}
      onChange={(choice) => onSave(withSimulation(settings, choice === 'try'))}
    />
  );
}
