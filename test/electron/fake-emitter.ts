/** A hand-written emitter for fakes of Electron's objects: remembers listeners, and calls them with what tests say. */
export interface FakeEmitter {
  on(event: string, listener: (...args: never[]) => void): FakeEmitter;
  once(event: string, listener: (...args: never[]) => void): FakeEmitter;
  off(event: string, listener: (...args: never[]) => void): FakeEmitter;
  emit(event: string, ...args: unknown[]): void;
  events(): string[];
}

export function fakeEmitter(): FakeEmitter {
  const listeners = new Map<string, Set<(...args: never[]) => void>>();
  const emitter: FakeEmitter = {
    on(event, listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
      return emitter;
    },
    once: (event, listener) => emitter.on(event, listener),
    off(event, listener) {
      listeners.get(event)?.delete(listener);
      return emitter;
    },
    emit(event, ...args) {
      for (const listener of [...(listeners.get(event) ?? [])])
        (listener as (...args: unknown[]) => void)(...args);
    },
    events: () => [...listeners.keys()].filter((event) => (listeners.get(event)?.size ?? 0) > 0),
  };
  return emitter;
}

/** An event that can be prevented, with `details` of its own. */
export function fakeEvent<T extends object>(details: T): T & { preventDefault(): void; prevented: boolean } {
  const event = {
    ...details,
    prevented: false,
    preventDefault() {
      event.prevented = true;
    },
  };
  return event;
}
