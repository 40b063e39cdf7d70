import {
  type ChangeEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';

import { Button } from '../base/button.tsx';
import css from './decision-bar.module.css';

type Props = {
  /** What must be typed, such as `12.4`. */
  readonly text: string;
  readonly what: 'figure' | 'word';
  readonly onPass: (event: Event, typed: string) => void;
};

function bare(value: string): string {
  const plain = value
    .trim()
    .replace(/\s*%$/, '')
    .replace(/,(?=\d{3}(?!\d))/g, '');
  return plain.replace(',', '.').toLowerCase();
}

/**
 * Whether the typed text is the one asked for. Forgiven: a comma for the point, commas between thousands,
 * a percent sign, spaces around it, and capitals.
 */
function matches(typed: string, text: string): boolean {
  return bare(typed) === bare(text);
}

function why(typed: string, text: string, what: Props['what']): string {
  if (typed.trim() === '') return `Nothing is typed yet. Type ${text}.`;
  return what === 'figure'
    ? `That is not the figure of this deposit. Type ${text}.`
    : `That is not the word. Type ${text}.`;
}

/**
 * Going past a limit takes this case's own figure, typed or pasted; a wrong one says why.
 * Not a form: Enter in the field never answers, it only leads on to the button.
 */
export function TypeToOverride({ text, what, onPass }: Props) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => input.current?.focus(), []);
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    setTyped(event.target.value);
    setWrong('');
  };
  const refuse = () => {
    setWrong(why(typed, text, what));
    input.current?.focus();
  };
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (matches(typed, text)) button.current?.focus();
    else refuse();
  };
  const pass = (event: MouseEvent) => (matches(typed, text) ? onPass(event.nativeEvent, text) : refuse());
  return (
    <div className={css.override}>
      <label htmlFor={id}>
        Type <strong>{text}</strong> to go past {what === 'figure' ? 'your limit' : 'this stop'}
      </label>
      <div className={css.typing}>
        <input
          ref={input}
          id={id}
          className={css.input}
          value={typed}
          onChange={change}
          onKeyDown={enter}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={wrong !== ''}
          aria-describedby={`${id}w`}
        />
        <Button ref={button} onClick={pass}>
          Continue
        </Button>
      </div>
      <output id={`${id}w`} className={css.wrong}>
        {wrong}
      </output>
    </div>
  );
}
