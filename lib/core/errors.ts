/**
 * A broken border or a bug: one short line, and what the person can do about it.
 * Expected trouble is a `Reading` or a decision, never a throw.
 */
export class GuardError extends Error {
  readonly code: string;
  readonly remedy: string;

  constructor(code: string, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'GuardError';
    this.code = code;
    this.remedy = remedy;
  }
}
