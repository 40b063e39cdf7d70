import { useState } from 'react';

import { RpcEditor } from '../../components/settings/rpc-editor.tsx';
import type { NodeProbe, Settings, SettingsReply } from '../../lib/messages/index.ts';
import { AnotherChain } from './another-chain.tsx';
import css from './options.module.css';
import { withNodes } from './settings.ts';
import { Simulation } from './simulation.tsx';

type Props = {
  readonly reply: SettingsReply;
  readonly probe: (chainId: number, url: string) => Promise<NodeProbe>;
  readonly onSave: (settings: Settings) => void;
};

/** Which nodes are asked, per chain. A change counts at once. */
export function SourcesSection({ reply, probe, onSave }: Props) {
  const { settings, builtInNodes, chains } = reply;
  const [opened, setOpened] = useState<readonly string[]>([]);
  const used = Object.keys(settings.nodes).filter((chainId) => settings.nodes[chainId]?.length !== 0);
  const shown = [...new Set([...Object.keys(builtInNodes), ...used, ...opened])];
  return (
    <>
      <p className={css.intro}>
        Every figure is read from these nodes. They see which contracts are read, not your address or amount,
        but for a direct EigenLayer deposit, which needs your own shares. Two nodes are compared with each
        other.
      </p>
      {shown.map((chainId) => (
        <RpcEditor
          key={chainId}
          chain={chains[chainId] ?? `Chain ${chainId}`}
          nodes={settings.nodes[chainId] ?? []}
          builtIn={builtInNodes[chainId] ?? []}
          probe={(url) => probe(Number(chainId), url)}
          onChange={(urls) => onSave(withNodes(settings, chainId, urls))}
        />
      ))}
      <Simulation settings={settings} onSave={onSave} />
      {settings.simulate === true && (
        <AnotherChain
          chains={Object.entries(chains).filter(([chainId]) => !shown.includes(chainId))}
          onOpen={(chainId) => setOpened([...opened, chainId])}
        />
      )}
    </>
  );
}
