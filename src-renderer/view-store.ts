import type { View } from '../src-main/ipc/view.ts';
import type { Bridge } from './bridge.ts';

export interface ViewStore {
  /** Null until main has answered for the first time. */
  current(): View | null;
  subscribe(changed: () => void): () => void;
}

/** The newest view main has published; one that arrives late (a lower serial) is dropped. */
export function createViewStore(bridge: Bridge): ViewStore {
  let view: View | null = null;
  const listeners = new Set<() => void>();
  const take = (next: View): void => {
    if (view !== null && next.serial <= view.serial) return;
    view = next;
    for (const changed of listeners) changed();
  };
  bridge.subscribe(take);
  void bridge.invoke('view.get', null).then((reply) => {
    if (reply.ok) take(reply.value);
  });
  return {
    current: () => view,
    subscribe(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
  };
}
