import type { Faults, SandboxFault } from './sandbox.ts';

/** The faults that are switched on now, with the look-ups the servers need. */
export interface FaultBook extends Faults {
  /** The fault of the longest matching `<METHOD> <path prefix>`, or that of `*`. */
  ofRequest(method: string, path: string): SandboxFault | undefined;
  /** The fault of a mail protocol, or that of `*`. */
  ofProtocol(protocol: 'imap' | 'smtp' | 'sieve'): SandboxFault | undefined;
  /** Calls back after each change; returns the unsubscribe function. */
  onChange(listener: () => void): () => void;
}

/** One book can be shared by all servers of a sandbox. */
export function createFaultBook(): FaultBook {
  const faults = new Map<string, SandboxFault>();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  return {
    set: (route, fault) => {
      faults.set(route, fault);
      changed();
    },
    clear: (route) => {
      if (route === undefined) {
        faults.clear();
      } else {
        faults.delete(route);
      }
      changed();
    },
    ofRequest: (method, path) => {
      const line = `${method} ${path}`;
      const routes = [...faults.keys()].filter((route) => line.startsWith(route));
      const longest = routes.toSorted((a, b) => b.length - a.length)[0];
      return faults.get(longest ?? '*');
    },
    ofProtocol: (protocol) => faults.get(protocol) ?? faults.get('*'),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
