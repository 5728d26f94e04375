import type * as v from 'valibot';
import type { FaultCode, FaultFacts } from '../fault.ts';

/** One message of the window to the main process: what may be in it, and what may be in its answer. */
export interface Message {
  /** What goes with the message, one value; null for nothing. Everything in it has a largest size. */
  readonly in: v.GenericSchema;
  /** The answer. Keys it does not name are dropped, so that no secret leaves by accident. */
  readonly out: v.GenericSchema;
  /** Milliseconds after which the window gets a fault instead of an answer; 30,000 when absent. */
  readonly deadlineMs?: number;
}

/** A literal list of messages by their names, which are `noun.verb`: an intent, never a capability. */
export type Contract = Readonly<Record<string, Message>>;

export type Channel<C extends Contract> = keyof C & string;

/** The input as a handler gets it. */
export type Input<C extends Contract, K extends Channel<C>> = v.InferOutput<C[K]['in']>;

/** The answer as the window gets it. */
export type Output<C extends Contract, K extends Channel<C>> = v.InferOutput<C[K]['out']>;

/** One handler for each message, all of them: a missing one does not compile. */
export type Handlers<C extends Contract> = {
  readonly [K in Channel<C>]: (input: Input<C, K>) => Promise<Output<C, K>>;
};

/** A fault as the window may know it: no message, no cause, which are for the log. */
export interface FaultReply {
  readonly code: FaultCode;
  readonly facts: FaultFacts;
  readonly retryable: boolean;
}

/** What every message is answered with; `invoke` itself never rejects for a reason of ours. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: FaultReply };

/** What the preload gives to the page as `window.gatepass`. */
export interface BridgeOf<C extends Contract, V> {
  invoke<K extends Channel<C>>(channel: K, input: v.InferInput<C[K]['in']>): Promise<Reply<Output<C, K>>>;
  /** Calls `listener` with every view that is published from now on. @returns a function that ends it */
  subscribe(listener: (view: V) => void): () => void;
}
