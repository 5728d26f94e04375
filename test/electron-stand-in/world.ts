import { EventEmitter } from 'node:events';
import type { StandInWindow } from './parts/browser-window.ts';
import type { PageSources } from './parts/page-link.ts';
import type { StandInSession } from './parts/session.ts';
import type { SchemeMap } from './scheme-map.ts';

/** What tests read of everything that would have left the window. */
export interface Records {
  /** Addresses given to `shell.openExternal`. */
  readonly opened: string[];
  readonly notifications: { readonly title: string; readonly body: string; closed: boolean }[];
  readonly dialogs: { readonly kind: string; readonly options: unknown }[];
  readonly trays: { icon: string; tooltip: string; items: readonly MenuItemRecord[]; destroyed: boolean }[];
  menu: readonly MenuItemRecord[] | null;
  readonly windows: WindowRecord[];
  /** Schemes that were registered for the program. */
  readonly protocolClients: string[];
  /** Lines the developer tools' console would show. */
  sandboxed: boolean;
}

export interface WindowRecord {
  visible: boolean;
  focused: number;
  title: string;
  backgroundColor: string;
  closed: boolean;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface MenuItemRecord {
  readonly label: string;
  readonly role: string | null;
  readonly items: readonly MenuItemRecord[];
}

/** What the parts of the stand-in share. */
export interface World {
  readonly records: Records;
  readonly app: EventEmitter;
  readonly sessions: StandInSession[];
  readonly windows: Set<StandInWindow>;
  /** Called when a window has gone. */
  windowClosed: () => void;
  readonly schemes: Set<string>;
  readonly map: SchemeMap;
  /** Scripts of the two worlds; the preload is read per window. */
  readonly sources: Omit<PageSources, 'preload'>;
  readonly version: string;
  /** Whether tests drive this process: then nothing really leaves it. */
  readonly driven: boolean;
  /** What the next dialogs are answered with; an empty list means they are dismissed. */
  readonly dialogAnswers: unknown[];
  darkColours: boolean;
  /** Whether the computer has a network. */
  online: boolean;
  /** Language of the system, such as `de-DE`. */
  readonly locale: string;
}

export function createEvents(): EventEmitter {
  const events = new EventEmitter();
  events.setMaxListeners(50);
  return events;
}

/** An event as Electron emits it, that a listener can prevent. */
export function preventable<T extends object>(
  details: T,
): T & { preventDefault(): void; readonly defaultPrevented: boolean } {
  let prevented = false;
  return {
    ...details,
    preventDefault() {
      prevented = true;
    },
    get defaultPrevented() {
      return prevented;
    },
  };
}
