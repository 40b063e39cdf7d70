import type { NodeProbe, Settings, SettingsReply } from '../../lib/messages/index.ts';

/** The options page's way to the background and to the browser; in tests and the gallery a stand-in. */
export type OptionsPort = {
  readonly version: string;
  load(): Promise<SettingsReply>;
  /** Gives the reason where nothing was saved, and null where it was. */
  save(settings: Settings): Promise<string | null>;
  probe(chainId: number, url: string): Promise<NodeProbe>;
  deleteData(what: 'checks' | 'settings' | 'all'): Promise<void>;
  /** Sites that the browser lets us into, as match patterns. */
  sites(): Promise<readonly string[]>;
  protectEverySite(): Promise<boolean>;
};
