import { useState } from 'react';

import { Button } from '../base/button.tsx';
import css from './settings.module.css';

/** What a node said when it was tried. */
export type Probe =
  | { readonly ok: true; readonly ms: number; readonly detail: string }
  | { readonly ok: false; readonly detail: string };

type Props = {
  readonly url: string;
  readonly probe: (url: string) => Promise<Probe>;
  readonly onRemove: (() => void) | null;
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
};

function probeText(probe: Probe): string {
  return probe.ok
    ? `Works. Answered in ${String(Math.ceil(probe.ms))} ms. ${probe.detail}`
    : `Does not work. ${probe.detail}`;
}

/** One node, with a test that says which chain it is on and how quick it answers. */
export function RpcRow({ url, probe, onRemove, onUp, onDown }: Props) {
  const [said, setSaid] = useState('');
  const test = () => {
    setSaid('Testing…');
    probe(url).then(
      (result) => setSaid(probeText(result)),
      () => setSaid('The test could not be run. Try again.'),
    );
  };
  return (
    <li className={css.node}>
      <bdi dir="ltr" className={css.url} translate="no">
        {url}
      </bdi>
      <span className={css.nodeButtons}>
        <Button small onClick={test} aria-label={`Test ${url}`}>
          Test
        </Button>
        {(onUp !== null || onDown !== null) && (
          <>
            <Button small disabled={onUp === null} onClick={() => onUp?.()} aria-label={`Move up ${url}`}>
              Up
            </Button>
            <Button
              small
              disabled={onDown === null}
              onClick={() => onDown?.()}
              aria-label={`Move down ${url}`}
            >
              Down
            </Button>
          </>
        )}
        {onRemove !== null && (
          <Button small onClick={onRemove} aria-label={`Remove ${url}`}>
            Remove
          </Button>
        )}
      </span>
      <output className={css.small}>{said}</output>
    </li>
  );
}
