import type { PopupStatus } from '../../lib/messages/index.ts';

/** The popup's way to the background and to the browser; in tests and the gallery a stand-in. */
export type PopupPort = {
  status(): Promise<PopupStatus>;
  switchSite(host: string, on: boolean): Promise<void>;
  showReview(): Promise<void>;
  /** Asks the browser for access to one site; true where it was given. */
  requestAccess(host: string): Promise<boolean>;
  reloadTab(): Promise<void>;
  openOptions(): void;
};
