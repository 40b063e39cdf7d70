import { RpcEditor } from '../../components/settings/rpc-editor.tsx';
import type { NodeProbe, Settings, SettingsReply } from '../../lib/messages/index.ts';
import css from './options.module.css';
import { withNodes } from './settings.ts';
import { Simulation } from './simulation.tsx';

type Props = {
  readonly reply: SettingsReply;
  readonly probe: (chainId: number, url: string) => Promise<NodeProbe>;
  readonly onSave: (settings: Settings) => void;
};

const CHAINS: Readonly<Record<string, string>> = { '1': 'Ethereum' };

/** Which nodes are asked, per chain. A change counts at once. */
export function SourcesSection({ reply, probe, onSave }: Props) {
  const { settings, builtInNodes } = reply;
  const chains = [...new Set([...Object.keys(builtInNodes), ...Object.keys(settings.nodes)])];
  return (
    <>
      <p className={css.intro}>
        Every figure is read from these nodes. They see which contracts are read, not your address or amount,
        but for a direct EigenLayer deposit, which needs your own shares. Two nodes are compared with each
        other.
      </p>
      {chains.map((chainId) => (
        <RpcEditor
          key={chainId}
          chain={CHAINS[chainId] ?? `Chain ${chainId}`}
          nodes={settings.nodes[chainId] ?? []}
          builtIn={builtInNodes[chainId] ?? []}
          probe={(url) => probe(Number(chainId), url)}
          onChange={(urls) => onSave(withNodes(settings, chainId, urls))}
        />
      ))}
      <Simulation settings={settings} onSave={onSave} />
    </>
  );
}
