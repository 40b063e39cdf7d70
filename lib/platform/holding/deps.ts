import type { Decision, Held, WentBack } from '../../decide/index.ts';
import type { CheckedView, CheckRow, ReviewView } from '../../messages/index.ts';

/** Who asked, as the browser says it. */
export type Asker = Pick<Held, 'tabId' | 'frameId' | 'documentId' | 'origin' | 'topOrigin' | 'incognito'>;

/** What outlives the worker beside the records: the review window, and what was just sent back. */
export type Meta = { readonly windowId: number | null; readonly backs: readonly WentBack[] };

/** `storage.session`. Each write may fail (quota); then nothing was changed. */
export type HeldStore = {
  readonly load: () => Promise<{ readonly held: readonly Held[]; readonly meta: Meta }>;
  readonly add: (held: Held) => Promise<void>;
  /** Writes state and decision only. */
  readonly mark: (held: Held) => Promise<void>;
  readonly drop: (id: string) => Promise<void>;
  readonly setMeta: (meta: Meta) => Promise<void>;
};

export type ReviewWindows = {
  /** Opens the one review window. Null where the browser would not. */
  readonly open: () => Promise<number | null>;
  readonly close: (windowId: number) => Promise<void>;
  readonly focus: (windowId: number) => Promise<void>;
  readonly exists: (windowId: number) => Promise<boolean>;
  /** A review window that stands open, known to us or not. */
  readonly find: () => Promise<number | null>;
};

/** What a request is about, as the pipeline is asked. */
export type TriageAsked = {
  readonly request: { readonly method: string; readonly params: unknown };
  readonly origin: string;
  readonly topOrigin: string;
  readonly chainId: number;
  readonly account: `0x${string}` | null;
};

export type Triaged = { readonly action: 'forward' | 'hold'; readonly popupLine?: string };

export type HoldingDeps = {
  readonly store: HeldStore;
  readonly windows: ReviewWindows;
  /**
   * Detection, and a trial on the person's own node where they switched that on. `popupLine` is worth a line in the
   * toolbar popup. Throwing counts as `hold`.
   */
  readonly triage: (asked: TriageAsked) => Promise<Triaged>;
  /** Reads and judges. `onUpdate` gets what is known while more is being read. */
  readonly check: (
    held: Held,
    onUpdate: (view: CheckedView) => void,
    signal: AbortSignal,
  ) => Promise<CheckedView>;
  /** Hands a decision to the document that asked. True once its bridge took it. */
  readonly deliver: (held: Held, decision: Decision) => Promise<boolean>;
  /** Whether the document that asked still waits for this request. */
  readonly stillWaits: (held: Held) => Promise<boolean>;
  readonly push: (windowId: number, view: ReviewView | null) => void;
  /** A request waits and no window could be opened (true), or that is over (false). */
  readonly attention: (needed: boolean) => void;
  readonly siteOff: (topOrigin: string) => Promise<boolean>;
  /** A request of a site that is switched off went on. */
  readonly passedOff: (tabId: number) => void;
  readonly remember: (row: CheckRow) => void;
  readonly line: (site: string, text: string) => void;
  /** Requests wait (true) or none does: whether tabs have to be watched. */
  readonly watch: (on: boolean) => void;
  readonly now: () => number;
  readonly later: (work: () => void, ms: number) => void;
};
