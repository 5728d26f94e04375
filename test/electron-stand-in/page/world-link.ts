import { decode, encode } from './wire.ts';

/** What one world of a page knows of the other. */
export interface WorldLink {
  /** Sends `value`; functions in it can be called from the other side, at once and with an answer. */
  send(value: unknown): void;
}

type Fn = (...args: unknown[]) => unknown;

/**
 * Links the isolated world of the preload with the world of the page, as Electron's context bridge does: values are
 * copied, functions become functions that call over, promises become promises, errors keep their message. The two
 * worlds share nothing but the document, so they talk by events on it, which run at once; their names are made new
 * for every window, so that a page can neither hear nor send one.
 *
 * @param token the secret of this window
 * @param side events go from one side to the other
 */
export function linkWorlds(
  token: string,
  side: 'page' | 'preload',
  onValue: (value: unknown) => void,
): WorldLink {
  const other = side === 'page' ? 'preload' : 'page';
  // Taken before any script of the page has run: one could replace them.
  const target = document;
  const { CustomEvent: MakeEvent } = globalThis;
  const addListener = target.addEventListener.bind(target);
  const dispatch = target.dispatchEvent.bind(target);
  const own = new Map<number, Fn>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>();
  let lastId = 0;
  let answer: unknown;

  const crossing = {
    send(fn: Fn): number {
      own.set(++lastId, fn);
      return lastId;
    },
    receive(id: number): Fn {
      return (...args) => call(id, args);
    },
  };

  function post(message: unknown): void {
    dispatch(new MakeEvent(`${token}-${other}`, { detail: encode(message, crossing) }));
  }

  function call(id: number, args: readonly unknown[]): unknown {
    const promise = ++lastId;
    answer = undefined;
    post({ kind: 'call', id, args, promise });
    const { kind, value } = answer as { kind: string; value: unknown };
    if (kind === 'threw') throw value;
    if (kind === 'later') return new Promise((resolve, reject) => waiting.set(promise, { resolve, reject }));
    return value;
  }

  function run(id: number, args: unknown[], promise: number): void {
    try {
      const value = own.get(id)?.(...args);
      if (!isPromise(value)) {
        post({ kind: 'answer', value: { kind: 'value', value } });
        return;
      }
      value.then(
        (result) => post({ kind: 'settled', promise, ok: true, value: result }),
        (error) => post({ kind: 'settled', promise, ok: false, value: plainError(error) }),
      );
      post({ kind: 'answer', value: { kind: 'later', value: null } });
    } catch (error) {
      post({ kind: 'answer', value: { kind: 'threw', value: plainError(error) } });
    }
  }

  addListener(`${token}-${side}`, (event) => {
    const message = decode((event as CustomEvent<string>).detail, crossing) as {
      kind: 'value' | 'call' | 'answer' | 'settled';
      id: number;
      args: unknown[];
      promise: number;
      ok: boolean;
      value: unknown;
    };
    switch (message.kind) {
      case 'value':
        return onValue(message.value);
      case 'call':
        return run(message.id, message.args, message.promise);
      case 'answer':
        answer = message.value;
        return;
      case 'settled': {
        const promise = waiting.get(message.promise);
        waiting.delete(message.promise);
        if (message.ok) promise?.resolve(message.value);
        else promise?.reject(message.value);
      }
    }
  });

  return { send: (value) => post({ kind: 'value', value }) };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return (
    typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
  );
}

function plainError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
