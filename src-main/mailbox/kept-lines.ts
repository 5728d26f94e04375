import type { Http } from '../platform/http.ts';
import type { Account } from './account.ts';
import { openProofLine, type ProofLine } from './proof-line.ts';

/** Probes that were connected while a person was in the browser, one line a mailbox. */
export interface KeptLines {
  /** Closes the line that was kept before. */
  keep(accountId: string, line: ProofLine): void;
  /** The kept line, or a new one; the caller closes it. */
  take(account: Account): ProofLine;
  /** Closes all; idempotent. */
  close(): void;
}

export function createKeptLines(http: Http): KeptLines {
  const lines = new Map<string, ProofLine>();
  return {
    keep(accountId, line) {
      lines.get(accountId)?.close();
      lines.set(accountId, line);
    },
    take({ id, service: { server, imap, smtp } }) {
      const kept = lines.get(id);
      lines.delete(id);
      return kept ?? openProofLine(http, new URL(server), { imap: [imap], smtp: [smtp] });
    },
    close() {
      for (const line of lines.values()) line.close();
      lines.clear();
    },
  };
}
