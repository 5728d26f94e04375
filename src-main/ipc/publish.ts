/** The one channel from main to the window. */
export const viewChannel = 'view';

export interface PublisherOptions<V> {
  /** Sends the view to the window; does nothing while there is none. */
  readonly deliver: (view: V) => void;
  /** The view with only the keys the window may have: `cleanView`. */
  readonly clean: (view: V) => V;
  /** Runs `task` soon, once the work of the moment is done; `setImmediate` when absent. */
  readonly schedule?: (task: () => void) => void;
}

export interface Publisher<V> {
  /** Replaces the view. Many in a row are delivered as one, the last. */
  publish(view: V): void;
  /** The view as the window may have it, for a page that asks for it when it starts; undefined before the first. */
  latest(): V | undefined;
  /** Nothing is delivered after this. */
  stop(): void;
}

/**
 * Brings the state of the program into the window: always the whole of it, always the newest, never a queue. A
 * window that is slow or not there costs nothing and misses nothing.
 */
export function createPublisher<V>({
  deliver,
  clean,
  schedule = setImmediate,
}: PublisherOptions<V>): Publisher<V> {
  let latest: { readonly view: V } | undefined;
  let scheduled = false;
  let stopped = false;
  return {
    publish(view) {
      latest = { view: clean(view) };
      if (scheduled || stopped) return;
      scheduled = true;
      schedule(() => {
        scheduled = false;
        if (!stopped && latest !== undefined) deliver(latest.view);
      });
    },
    latest: () => latest?.view,
    stop() {
      stopped = true;
    },
  };
}
