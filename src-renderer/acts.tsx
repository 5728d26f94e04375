import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import type { FaultView } from '../src-main/ipc/view.ts';
import type { Bridge, MessageInput, MessageName, MessageOutput, Reply } from './bridge.ts';

export interface ActsValue {
  /** Sends one intent. What goes wrong is shown on the screen; the caller need not look at the reply. */
  act<M extends MessageName>(
    message: M,
    ...input: MessageInput<M> extends null ? [] : [MessageInput<M>]
  ): Promise<Reply<MessageOutput<M>>>;
  /** How many intents wait for their answer. */
  readonly waiting: number;
  readonly fault: FaultView | null;
  dismissFault(): void;
}

const ActsContext = createContext<ActsValue | null>(null);

export function ActsProvider({
  bridge,
  children,
}: {
  readonly bridge: Bridge;
  readonly children: ReactNode;
}) {
  const [waiting, setWaiting] = useState(0);
  const [fault, setFault] = useState<FaultView | null>(null);
  const act = useCallback<ActsValue['act']>(
    async (message, ...input) => {
      setWaiting((count) => count + 1);
      setFault(null);
      try {
        const reply = await bridge.invoke(message, (input[0] ?? null) as never);
        if (!reply.ok) setFault(reply.fault);
        return reply;
      } catch {
        // The preload refuses messages it does not know; main itself always answers.
        const bug: FaultView = { code: 'bug', facts: {}, retryable: true };
        setFault(bug);
        return { ok: false, fault: bug };
      } finally {
        setWaiting((count) => count - 1);
      }
    },
    [bridge],
  );
  const value = useMemo(
    () => ({ act, waiting, fault, dismissFault: () => setFault(null) }),
    [act, waiting, fault],
  );
  return <ActsContext value={value}>{children}</ActsContext>;
}

export function useActs(): ActsValue {
  const acts = use(ActsContext);
  if (acts === null) throw new Error('no bridge: a screen outside of the app');
  return acts;
}
