import { type FormEvent, useId, useState } from 'react';

import { Button } from '../base/button.tsx';
import { whyNotNode } from './node-url.ts';
import { RpcRow, type Probe } from './rpc-row.tsx';
import css from './settings.module.css';

type Props = {
  readonly chain: string;
  readonly nodes: readonly string[];
  readonly builtIn: readonly string[];
  readonly probe: (url: string) => Promise<Probe>;
  readonly onChange: (nodes: readonly string[]) => void;
};

function moved(nodes: readonly string[], at: number, by: number): readonly string[] {
  const here = nodes[at];
  const there = nodes[at + by];
  if (here === undefined || there === undefined) return nodes;
  return nodes.with(at, there).with(at + by, here);
}

function AddNode({ nodes, onAdd }: { nodes: readonly string[]; onAdd: (url: string) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const url = text.trim();
    const why = nodes.includes(url) ? 'That node is in the list.' : whyNotNode(url);
    setWrong(why ?? '');
    if (why !== null) return;
    onAdd(url);
    setText('');
  };
  return (
    <form className={css.add} onSubmit={add} noValidate>
      <label htmlFor={id}>Add a node</label>
      <input
        id={id}
        className={css.text}
        type="url"
        autoComplete="off"
        spellCheck={false}
        placeholder="https://"
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-invalid={wrong !== ''}
        aria-describedby={`${id}w`}
      />
      <Button type="submit">Add</Button>
      <output id={`${id}w`} className={css.wrong}>
        {wrong}
      </output>
    </form>
  );
}

/** The nodes of one chain, asked in this order. An empty list means the built-in ones. */
export function RpcEditor({ chain, nodes, builtIn, probe, onChange }: Props) {
  const own = nodes.length > 0;
  const shown = own ? nodes : builtIn;
  return (
    <section className={css.card}>
      <h2>{chain}</h2>
      <p className={css.small}>
        {own
          ? 'Your own nodes, asked in this order.'
          : 'The built-in nodes. Add one to use your own instead.'}
      </p>
      <ol className={css.nodes}>
        {shown.map((url, at) => (
          <RpcRow
            key={url}
            url={url}
            probe={probe}
            onRemove={own ? () => onChange(nodes.filter((node) => node !== url)) : null}
            onUp={own && at > 0 ? () => onChange(moved(nodes, at, -1)) : null}
            onDown={own && at < nodes.length - 1 ? () => onChange(moved(nodes, at, 1)) : null}
          />
        ))}
      </ol>
      <AddNode nodes={nodes} onAdd={(url) => onChange([...nodes, url])} />
      {nodes.length === 1 && (
        <p className={css.small}>With one node only, no answer is compared with another.</p>
      )}
    </section>
  );
}
