import * as v from 'valibot';
import { Fault, toFault } from '../fault.ts';
import { withDeadline } from '../platform/deadline.ts';
import type { Log } from '../platform/log.ts';
import type { Channel, Contract, Handlers, Message, Reply } from './message.ts';

/** The receiving end, as Electron's `ipcMain` has it. */
export interface IpcReceiver<Event> {
  handle(channel: string, listener: (event: Event, ...input: unknown[]) => Promise<unknown>): void;
  removeHandler(channel: string): void;
}

export interface ServeOptions<C extends Contract, Event> {
  readonly contract: C;
  readonly handlers: Handlers<C>;
  /** Whether the sender is the top frame of our own window. */
  readonly isTrusted: (event: Event) => boolean;
  readonly log: Log;
}

const usualDeadlineMs = 30_000;

/**
 * Answers the messages of the window: sender, then input, then the handler, then its output, each checked before the
 * next. Never rejects and never leaves a message without an answer: what goes wrong is a reply with a fault. The log
 * gets the name of the message and the fault, never what was in the message.
 *
 * @returns a function that stops it
 */
export function serve<C extends Contract, Event>(
  ipc: IpcReceiver<Event>,
  { contract, handlers, isTrusted, log }: ServeOptions<C, Event>,
): () => void {
  const channels = Object.keys(contract) as Channel<C>[];
  for (const channel of channels) {
    const message = contract[channel] as Message;
    // The handler fits its message, which the compiler has checked; over all messages at once it can't say so.
    const handler = handlers[channel] as (input: unknown) => Promise<unknown>;
    ipc.handle(channel, async (event, ...input): Promise<Reply<unknown>> => {
      try {
        if (!isTrusted(event)) throw new Fault('bug', 'a message from a frame that is not our window');
        if (input.length !== 1) throw new Fault('bug', 'a message with more or less than its input');
        const value = await answer(message, handler, input[0]);
        return { ok: true, value };
      } catch (thrown) {
        const { code, facts, retryable, message: why } = toFault(thrown);
        log.warn('ipc.fault', { channel, code, why });
        return { ok: false, fault: { code, facts, retryable } };
      }
    });
  }
  return () => {
    for (const channel of channels) ipc.removeHandler(channel);
  };
}

async function answer(
  message: Message,
  handler: (input: unknown) => Promise<unknown>,
  input: unknown,
): Promise<unknown> {
  const parsed = v.safeParse(message.in, input);
  if (!parsed.success) throw new Fault('bug', 'a message that is not in the contract');
  const value = await withDeadline(message.deadlineMs ?? usualDeadlineMs, undefined, async () =>
    handler(parsed.output),
  );
  const out = v.safeParse(message.out, value);
  // Not the issues' texts: they may quote the value.
  if (!out.success) throw new Fault('bug', 'an answer that is not in the contract');
  return out.output;
}
