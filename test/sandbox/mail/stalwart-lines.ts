import { createSecureContext } from 'node:tls';
import type { ListeningOn } from '../sandbox.ts';
import { serveImap } from './imap-session.ts';
import type { LineFaults } from './line-faults.ts';
import { type LineListener, startLineListener } from './line-listener.ts';
import type { LineSocket } from './line-socket.ts';
import { createLoginDesk, type LoginDelays, realisticDelays } from './login-desk.ts';
import type { MailAuthority, MailProtocol, StalwartVersion } from './mail-authority.ts';
import type { MailServers, ServerCertificate } from './mail-servers.ts';
import { createMailStore } from './mail-store.ts';
import { servePop3 } from './pop3-session.ts';
import { serveSieve } from './sieve-session.ts';
import { serveSmtp } from './smtp-session.ts';

export interface StalwartLinesOptions {
  readonly authority: MailAuthority;
  readonly tls: ServerCertificate;
  /** Whose words are spoken; the authority's version when absent. */
  readonly version?: StalwartVersion;
  /** What SMTP calls itself; `localhost` when absent. */
  readonly hostName?: string;
  /** `realisticDelays` when absent. */
  readonly delays?: LoginDelays;
  /** None when absent. */
  readonly faults?: LineFaults;
}

/** The mail protocols of a Stalwart server. 0.16 has no STARTTLS ports for IMAP and submission unless configured. */
export interface StalwartLines extends MailServers {
  readonly pop3: ListeningOn;
  /** Handshakes from now on show this certificate: a wrong one, or the right one again. */
  setCertificate(tls: ServerCertificate): void;
}

/** Starts line servers that say word for word what recorded Stalwart servers said, on free loopback ports. */
export async function startStalwartLines(options: StalwartLinesOptions): Promise<StalwartLines> {
  const { authority, tls, version = authority.version, hostName = 'localhost' } = options;
  const { delays = realisticDelays, faults = { ofProtocol: () => undefined } } = options;
  const desk = createLoginDesk(authority, version, delays);
  const store = createMailStore();
  let secureContext = createSecureContext(tls);
  const started: LineListener[] = [];

  async function start(
    protocol: MailProtocol,
    security: 'tls' | 'starttls',
    serve: (socket: LineSocket) => Promise<void>,
  ): Promise<ListeningOn> {
    const listener = await startLineListener({
      protocol,
      implicitTls: security === 'tls',
      secureContext: () => secureContext,
      faults,
      serve,
    });
    started.push(listener);
    return { host: listener.host, port: listener.port, security };
  }
  const imap = (socket: LineSocket) => serveImap(socket, { version, desk, store });
  const smtp = (role: 'submission' | 'reception') => (socket: LineSocket) =>
    serveSmtp(socket, { version, hostName, role, authority, desk, store });

  return {
    imap: await start('imap', 'tls', imap),
    imapStartTls: await start('imap', 'starttls', imap),
    smtp: await start('smtp', 'tls', smtp('submission')),
    submission: await start('smtp', 'starttls', smtp('submission')),
    reception: await start('smtp', 'starttls', smtp('reception')),
    pop3: await start('pop3', 'tls', (socket) => servePop3(socket, { desk, store })),
    sieve: await start('sieve', 'starttls', (socket) => serveSieve(socket, { desk })),
    setCertificate(next) {
      secureContext = createSecureContext(next);
    },
    async stop() {
      await Promise.all(started.map((listener) => listener.stop()));
    },
  };
}
