import { useSyncExternalStore } from 'react';

interface Said {
  readonly text: string;
  readonly assertive: boolean;
  readonly count: number;
}

let said: Said = { text: '', assertive: false, count: 0 };
const listeners = new Set<() => void>();

/** Has a screen reader say `text` once; assertive interrupts what it is saying. */
export function announce(text: string, assertive = false): void {
  said = { text, assertive, count: said.count + 1 };
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

/** The two live regions. They stay for the life of the window: a region that comes with its text is not read. */
export function Announcer() {
  const { text, assertive, count } = useSyncExternalStore(subscribe, () => said);
  // The same words twice in a row are a change only with a difference nobody hears.
  const words = count % 2 === 0 ? text : `${text}\u00a0`;
  return (
    <>
      <div className="unseen" role="status">
        {assertive ? '' : words}
      </div>
      <div className="unseen" role="alert">
        {assertive ? words : ''}
      </div>
    </>
  );
}
