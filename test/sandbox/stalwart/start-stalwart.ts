import { createECDH, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { answerWithFault } from '../answer-with-fault.ts';
import { createFaultBook } from '../faults.ts';
import type { MailAuthority } from '../mail/mail-authority.ts';
import type { Faults } from '../sandbox.ts';
import { type AccountsStore, createAccountsStore } from './accounts-store.ts';
import { createAuthenticator } from './authenticator.ts';
import { configuredDirectory } from './configured-directory.ts';
import { readHttpRequest, socketAddress } from './http-request.ts';
import { createOutgoingHttp } from './outgoing-http.ts';
import { createOwnOAuth } from './own-oauth.ts';
import { problem } from './problem.ts';
import { createRequestLimits } from './request-limits.ts';
import { createRouteRequest } from './route-request.ts';
import { createDirectorySetting, type ServerContext } from './server-context.ts';
import type { MailListener, StalwartOptions } from './server-options.ts';
import { createMailAuthority } from './stalwart-mail-authority.ts';
import { versionTraits } from './version-traits.ts';

export interface StalwartServer {
  /** `https://localhost:<port>`, `http://` without TLS; it listens on 127.0.0.1 only. */
  readonly url: string;
  readonly port: number;
  /** What the mail protocols ask. */
  readonly authority: MailAuthority;
  /** The faults of this server, or those of the book it was given. */
  readonly faults: Faults;
  /** The accounts and domains, for tests. */
  readonly store: AccountsStore;
  /** What autoconfig and Autodiscover list from now on: mail protocols start after this server. */
  announceMail(listeners: readonly MailListener[]): void;
  /** Fetches the provider's metadata and keys again, as a settings reload does. */
  reloadSettings(): Promise<void>;
  /** Moves the server's clock, in milliseconds from the real one. */
  skewClock(milliseconds: number): void;
  stop(): Promise<void>;
}

/** 0.16 names these whatever it listens on. */
const fixedListeners: readonly MailListener[] = [
  { type: 'imap', port: 993, security: 'ssl' },
  { type: 'pop3', port: 995, security: 'ssl' },
  { type: 'smtp', port: 465, security: 'ssl' },
];

/** Starts a Stalwart-compatible HTTP server on a free port of 127.0.0.1. */
export async function startStalwart(options: StalwartOptions): Promise<StalwartServer> {
  const traits = versionTraits(options.version);
  const clock = options.now ?? Date.now;
  let skew = 0;
  const now = () => clock() + skew;
  let listeners = options.mail ?? (traits.generation === 'jmap' ? fixedListeners : []);
  let url = '';

  const store = createAccountsStore(traits.generation === 'rest', now);
  fillStore(store, options);
  const http = createOutgoingHttp(options.providerCa);
  const directory = createDirectorySetting(
    await configuredDirectory(options, traits, http, now),
    options.directory?.directoryIsDefault ?? true,
  );
  const rates = options.rateLimit === undefined ? { anonymous: 100, authenticated: 1000 } : options.rateLimit;
  const banAfter = options.banAfter === undefined ? 100 : options.banAfter;
  const hostname = options.hostname ?? 'localhost';
  const context: ServerContext = {
    options,
    traits,
    store,
    directory,
    limits: createRequestLimits(rates, banAfter, traits.generation === 'jmap', now),
    oauth: await createOwnOAuth(traits, now),
    sessionState: randomBytes(4).toString('hex'),
    pushKey: createECDH('prime256v1').generateKeys('base64url'),
    hostname,
    now,
    baseUrl: () => {
      if (options.bootstrap === true) {
        return '';
      }
      return traits.honoursPublicUrl ? (options.publicUrl ?? url) : `https://${hostname}`;
    },
    mailListeners: () => listeners,
  };
  const authenticator = createAuthenticator(context);
  const route = createRouteRequest(context, authenticator);
  const faults = options.faults ?? createFaultBook();
  const address = options.remoteAddress ?? socketAddress;

  const answer = (incoming: IncomingMessage, response: ServerResponse) => {
    const request = readHttpRequest(incoming, address(incoming));
    const fault = faults.ofRequest(request.method, request.path);
    answerWithFault(fault, incoming, response, () => route(request)).catch(() => {
      if (response.headersSent) {
        incoming.socket.destroy();
        return;
      }
      const internal = problem(
        500,
        'Internal Server Error',
        'There was a problem while processing your request. Please contact the system administrator if this problem persists.',
      );
      response.writeHead(internal.status, { 'content-type': 'application/problem+json' });
      response.end(internal.body);
    });
  };
  const server =
    options.tls === undefined ? createHttpServer(answer) : createHttpsServer({ ...options.tls }, answer);
  // Node closes idle connections after 5 s, which no server does that people run for their mail.
  server.keepAliveTimeout = 75_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const listening = server.address();
  if (listening === null || typeof listening === 'string') {
    throw new Error('the server has no port');
  }
  url = `${options.tls === undefined ? 'http' : 'https'}://localhost:${listening.port}`;

  return {
    url,
    port: listening.port,
    authority: createMailAuthority(context, authenticator),
    faults,
    store,
    announceMail: (next) => {
      listeners = next;
    },
    reloadSettings: directory.reload,
    skewClock: (milliseconds) => {
      skew = milliseconds;
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function fillStore(store: AccountsStore, options: StalwartOptions): void {
  for (const domain of options.domains ?? ['example.org']) {
    store.addDomain(domain);
  }
  for (const { address, name, password } of options.accounts ?? []) {
    store.add({
      name: address,
      emails: [address],
      description: name ?? null,
      ...(password === undefined ? {} : { password }),
    });
  }
}
