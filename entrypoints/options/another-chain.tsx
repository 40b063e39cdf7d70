import { useId } from 'react';

import css from './options.module.css';

type Props = {
  /** Chain id and name. */
  readonly chains: readonly (readonly [string, string])[];
  readonly onOpen: (chainId: string) => void;
};

/** Opens the list of nodes of one more chain: a request can only be tried on a chain that has one. */
export function AnotherChain({ chains, onOpen }: Props) {
  const id = useId();
  return (
    <p className={css.another}>
      <label htmlFor={id}>On a chain without a node of yours, every such request is held. Add a chain:</label>
      <select id={id} value="" onChange={({ target }) => target.value !== '' && onOpen(target.value)}>
        <option value="">Choose</option>
        {chains.map(([chainId, name]) => (
          <option key={chainId} value={chainId}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}
