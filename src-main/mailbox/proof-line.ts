import type { Endpoint } from '../discovery/mail-service.ts';
import type { Http } from '../platform/http.ts';
import { createImapProbe } from './imap-probe.ts';
import { createJmapProbe } from './jmap-probe.ts';
import type { MailProbe } from './mail-probe.ts';
import { openFirst } from './open-first.ts';
import { createSmtpProbe } from './smtp-probe.ts';

export interface MailCandidates {
  /** In order of preference, at least one. */
  readonly imap: readonly Endpoint[];
  readonly smtp: readonly Endpoint[];
}

export interface OpenedProbe {
  readonly probe: MailProbe;
  readonly endpoint: Endpoint;
}

/** The probes of one mail service, connecting while a person is still busy in the browser. */
export interface ProofLine {
  readonly imap: Promise<OpenedProbe>;
  readonly smtp: Promise<OpenedProbe>;
  readonly jmap: MailProbe;
  /**
   * Connects again what was dropped meanwhile: servers close silent connections after a minute, and people may take
   * longer in the browser.
   */
  reopen(): void;
  /** Idempotent; leaves no socket behind. */
  close(): void;
}

/**
 * Opens all probes side by side. Never rejects: where nothing answers, the first candidate stays and its probe will
 * say "unreachable" when it is asked to prove.
 */
export function openProofLine(http: Http, server: URL, candidates: MailCandidates): ProofLine {
  const closing = new AbortController();
  const imap = open(candidates.imap, createImapProbe, closing.signal);
  const smtp = open(candidates.smtp, createSmtpProbe, closing.signal);
  const jmap = createJmapProbe({ http, server });
  void jmap.open(closing.signal).catch(() => undefined);
  return {
    imap,
    smtp,
    jmap,
    reopen: () => {
      void jmap.open(closing.signal).catch(() => undefined);
      for (const opened of [imap, smtp]) {
        void opened.then(({ probe }) => probe.open(closing.signal)).catch(() => undefined);
      }
    },
    close: () => {
      closing.abort(new Error('proof line closed'));
      jmap.close();
      for (const opened of [imap, smtp]) void opened.then(({ probe }) => probe.close());
    },
  };
}

async function open(
  candidates: readonly Endpoint[],
  createProbe: (endpoint: Endpoint) => MailProbe,
  signal: AbortSignal,
): Promise<OpenedProbe> {
  const [first] = candidates;
  if (!first) throw new Error('no candidate to connect to');
  try {
    return await openFirst(candidates, createProbe, { signal });
  } catch {
    return { probe: createProbe(first), endpoint: first };
  }
}
