import type { AnswerRefusal, ReviewView } from '../../lib/messages/index.ts';

/** What the person decided about one request, at the revision that was on screen. */
export type Choice = {
  readonly requestId: string;
  readonly revision: number;
  readonly decision: 'continue' | 'back';
  /** What was typed to go past a limit; null where one click is enough. */
  readonly typed: string | null;
};

/** The window's way to the background and to the browser; in tests and the gallery a stand-in. */
export type ReviewPort = {
  /** Says that this window is there, and asks what to show; null when nothing waits any more. */
  open(): Promise<ReviewView | null>;
  /** Calls back for each new view; null ends the window. Returns how to stop. */
  watch(show: (view: ReviewView | null) => void): () => void;
  /** Gives the reason where the answer did not count, and null where it did. */
  answer(choice: Choice): Promise<AnswerRefusal | null>;
  retry(requestId: string): Promise<void>;
  openOptions(): void;
  close(): void;
};
