import { type Address, type Hex, sameAddress } from '../core/index.ts';
import { CutOff, decodeArguments } from './abi.ts';
import { accountWrappers } from './accounts.ts';
import { batches } from './batches.ts';
import { bounds } from './bounds.ts';
import { toBytes, toHex } from './bytes.ts';
import type { Actor, Call, RequestNote, SignedIntent } from './call.ts';
import { isKnownMultiSend, safeWrappers } from './safe.ts';
import type { Frame, Inner, Wrapper } from './wrapper.ts';

const wrappers = new Map<string, Wrapper>(
  [...batches, ...safeWrappers, ...accountWrappers].map((wrapper) => [wrapper.selector, wrapper]),
);

type Delegated = { readonly account: Address; readonly to: Address; readonly data: Hex };
const multiSend = '0x8d80ff0a';

type Place = { readonly via: readonly string[]; readonly actors: readonly Actor[]; readonly depth: number };

/** One request being read: what was found, and what is left of the bounds. */
export class Walk {
  readonly calls: Call[] = [];
  readonly notes: RequestNote[] = [];
  /** Parts of calls that were not opened, to be searched by what they name. */
  readonly unread: SignedIntent[] = [];
  private opened = 0;
  private bytes = 0;
  /** Inner calls may share their bytes; handing the same ones out again and again has an end too. */
  private handedOut = 0;

  /** Adds a note once, with its first detail. */
  note(id: RequestNote['id'], detail: string): void {
    if (!this.notes.some((note) => note.id === id)) this.notes.push({ id, detail });
  }

  /** Opens a call as far as it wraps others and lists what it comes to, in the order of execution. */
  open(call: Call): void {
    const size = (call.data.length - 2) / 2;
    this.bytes += size;
    if (this.bytes > bounds.bytes) this.note('not-fully-read', 'more calldata than is read');
    if (call.to === null || this.bytes - size > bounds.bytes) return this.list(call);
    const data = toBytes(call.data, bounds.bytes);
    const frame = {
      to: call.to,
      self: call.to,
      caller: call.caller,
      value: call.value,
      data,
      delegated: false,
    };
    this.visit(call.chainId, frame, { via: call.via, actors: call.actors, depth: 0 }, call.data);
  }

  /** Keeps bytes that go along with a call, such as a paymaster's data: they may name what nobody opened. */
  keep(chainId: number, what: string, data: string): void {
    if (this.unread.length >= bounds.calls) this.note('not-fully-read', 'more calls than are read');
    else this.unread.push({ kind: 'unread', chainId, primaryType: what, text: data, body: data });
  }

  /** Opens what an account would run as its own code, such as a Safe transaction with operation 1. */
  openDelegated(run: Pick<Call, 'chainId' | 'via' | 'actors'> & Delegated): void {
    const { chainId, via, actors, account, to } = run;
    const data = toBytes(run.data, bounds.bytes);
    const frame = { to, self: account, caller: null, value: 0n, data, delegated: true };
    this.checkBatch(to, data);
    this.visit(chainId, frame, { via, actors, depth: 0 }, null);
  }

  private checkBatch(to: Address, data: Uint8Array): void {
    if (selectorOf(data) !== multiSend || isKnownMultiSend(to)) return;
    this.note('not-fully-read', 'a batch contract that is not known runs as the account');
  }

  private list(call: Call): void {
    if (this.calls.length >= bounds.calls) this.note('not-fully-read', 'more calls than are read');
    else this.calls.push(call);
  }

  private visit(chainId: number, frame: Frame, place: Place, whole: Hex | null): void {
    if (this.calls.length >= bounds.calls) return this.note('not-fully-read', 'more calls than are read');
    const inner = this.unwrap(frame, place);
    if (inner !== null) {
      const wrapper = wrappers.get(selectorOf(frame.data));
      if (wrapper !== undefined) for (const next of inner) this.enter(chainId, frame, place, wrapper, next);
      return;
    }
    if (frame.delegated) return this.note('not-fully-read', 'code of another contract runs as the account');
    const { to, caller, value } = frame;
    this.list({
      chainId,
      caller,
      to,
      value,
      data: whole ?? toHex(frame.data),
      via: place.via,
      actors: place.actors,
    });
  }

  /** The calls inside, or null where the call wraps none (or cannot be opened, which is noted). */
  private unwrap(frame: Frame, place: Place): readonly Inner[] | null {
    const wrapper = wrappers.get(selectorOf(frame.data));
    if (wrapper === undefined) return null;
    if (place.depth >= bounds.depth || this.opened >= bounds.calls) {
      this.note('not-fully-read', 'more layers than are read');
      return null;
    }
    this.opened += 1;
    try {
      return wrapper.open(decodeArguments(wrapper.types, frame.data.subarray(4)), frame);
    } catch (error) {
      if (!(error instanceof CutOff)) throw error;
      this.note('not-fully-read', `${wrapper.name}: ${error.message}`);
      return null;
    }
  }

  private enter(chainId: number, frame: Frame, place: Place, wrapper: Wrapper, inner: Inner): void {
    const beside = (inner.before?.data.length ?? 0) + (inner.aside?.data.length ?? 0);
    this.handedOut += inner.data.length + beside;
    if (this.handedOut > bounds.bytes * bounds.depth)
      return this.note('not-fully-read', 'more calldata than is read');
    const as = wrapper.as === 'account' ? 'smart-account' : null;
    const actors = as === null ? place.actors : withActor(place.actors, frame.self, as);
    const next: Place = { via: [...place.via, wrapper.name], actors, depth: place.depth + 1 };
    const to = inner.to === 'self' ? frame.self : inner.to;
    if (inner.how === 'delegatecall') this.checkBatch(to, inner.data);
    if (inner.userOperation === true) {
      const sender = { ...next, actors: withActor(actors, to, 'user-operation') };
      if (inner.aside !== undefined) this.keep(chainId, inner.aside.what, toHex(inner.aside.data));
      if (inner.before !== undefined) {
        const made = { ...called(inner.before.to, frame.self, inner), value: 0n, data: inner.before.data };
        this.visit(chainId, made, { ...sender, via: [...next.via, 'initCode'] }, null);
      }
      return this.visit(chainId, called(to, frame.self, inner), sender, null);
    }
    if (inner.how === 'same') return this.visit(chainId, { ...frame, data: inner.data }, next, null);
    if (inner.how === 'call') return this.visit(chainId, called(to, frame.self, inner), next, null);
    this.visit(
      chainId,
      { to, self: frame.self, caller: frame.caller, value: frame.value, data: inner.data, delegated: true },
      next,
      null,
    );
  }
}

function called(to: Address, caller: Address, inner: Inner): Frame {
  return { to, self: to, caller, value: inner.value, data: inner.data, delegated: false };
}

function selectorOf(data: Uint8Array): string {
  return toHex(data.subarray(0, 4));
}

/** Adds an account that acts, unless it is there already. */
export function withActor(actors: readonly Actor[], address: Address, as: Actor['as']): readonly Actor[] {
  return actors.some((actor) => sameAddress(actor.address, address)) ? actors : [...actors, { address, as }];
}
