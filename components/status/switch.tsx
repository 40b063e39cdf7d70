import css from './status.module.css';

type Props = { readonly on: boolean; readonly label: string; readonly onChange: (on: boolean) => void };

/** On or off, told by position, fill and word. */
export function Switch({ on, label, onChange }: Props) {
  return (
    <span className={css.switchRow}>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-label={label}
        className={css.switch}
        onClick={() => onChange(!on)}
      >
        <span className={css.knob} />
      </button>
      <span className={css.state} aria-hidden="true">
        {on ? 'On' : 'Off'}
      </span>
    </span>
  );
}
