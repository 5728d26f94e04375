import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCertificates } from './certificates.ts';
import { createFaultBook, type FaultBook } from './faults.ts';
import { startDovecot } from './mail/dovecot.ts';
import { dovecotInstalled } from './mail/dovecot-installed.ts';
import type { LoginDelays } from './mail/login-desk.ts';
import type { MailServers, ServerCertificate } from './mail/mail-servers.ts';
import { startStalwartLines } from './mail/stalwart-lines.ts';
import { people } from './people.ts';
import { type SandboxProvider, startProvider } from './provider/start-provider.ts';
import type { Sandbox, SandboxOptions, StalwartVersion } from './sandbox.ts';
import type { OidcEndpointOptions } from './stalwart/oidc-endpoint-directory.ts';
import type { MailListener } from './stalwart/server-options.ts';
import { type StalwartServer, startStalwart } from './stalwart/start-stalwart.ts';

/** A running sandbox with what only its own tests and stories look at. */
export interface OpenSandbox extends Sandbox {
  readonly version: StalwartVersion;
  readonly provider: SandboxProvider;
  readonly stalwart: StalwartServer;
  readonly mailServers: MailServers;
}

const newest: StalwartVersion = '0.16.18';

/**
 * Starts everything on loopback, on free ports, with a throw-away CA: an OpenID provider, a Stalwart-compatible server
 * of the wanted version, and its mail protocols. `stop()` leaves no process, no socket and no file behind.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<OpenSandbox> {
  const version = options.serverVersion ?? newest;
  const undo: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const each of undo.splice(0).toReversed()) await each();
  };
  try {
    const directory = mkdtempSync(join(tmpdir(), 'gp-sandbox-'));
    undo.push(() => rmSync(directory, { recursive: true, force: true }));
    const certificates = await createCertificates(directory);
    const faults = createFaultBook();

    const provider = await startProvider({
      tokens: options.tokens ?? (isJmap(version) ? 'jwt' : 'opaque'),
      faults,
      ...(options.accessTokenTtl === undefined ? {} : { accessTokenTtl: options.accessTokenTtl }),
    });
    undo.push(() => provider.stop());

    const stalwart = await startStalwart({
      version,
      issuer: options.ownOAuth ? null : provider.issuer,
      faults,
      ...(options.https === false ? {} : { tls: certificates.server }),
      ...(isJmap(version) || options.ownOAuth ? {} : { endpoint: endpointOf(provider) }),
      ...(options.accounts === undefined ? {} : { accounts: options.accounts }),
      ...(options.quick ? { refusalDelay: { min: 0, max: 5 }, rateLimit: null } : {}),
    });
    undo.push(() => stalwart.stop());

    const mailProtocols = options.mail ?? (dovecotInstalled() ? 'dovecot' : 'stalwart-lines');
    const mailServers = await startMail(
      mailProtocols,
      stalwart,
      provider,
      certificates.server,
      faults,
      options.quick,
    );
    undo.push(() => mailServers.stop());
    // Up to 0.15 autoconfig names the real listeners; 0.16 names 993 and 465 whatever it listens on.
    if (!isJmap(version)) stalwart.announceMail(listenersOf(mailServers));

    return {
      version,
      provider,
      stalwart,
      mailServers,
      issuer: provider.issuer,
      clientId: provider.clientId,
      server: stalwart.url,
      imap: mailServers.imap,
      smtp: mailServers.smtp,
      sieve: mailServers.sieve,
      ca: certificates.ca.certPath,
      people,
      mailProtocols,
      faults,
      stop,
    };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

function isJmap(version: StalwartVersion): boolean {
  return version.startsWith('0.16');
}

/**
 * Up to 0.15: UserInfo takes opaque tokens only (it refuses tokens of another audience, as recorded), so a provider of
 * JWTs is asked by introspection.
 */
function endpointOf(provider: SandboxProvider): OidcEndpointOptions {
  const fields = { email: 'email', username: 'preferred_username', fullName: 'name' };
  if (provider.shape.tokens === 'opaque') {
    return { url: provider.userInfoEndpoint, method: { kind: 'userinfo' }, timeoutSeconds: 5, fields };
  }
  const { clientId: username, clientSecret: secret } = provider.mailServer;
  return {
    url: provider.introspectionEndpoint,
    method: { kind: 'introspect', auth: { kind: 'basic', username, secret } },
    timeoutSeconds: 5,
    fields,
  };
}

function startMail(
  mailProtocols: 'dovecot' | 'stalwart-lines',
  stalwart: StalwartServer,
  provider: SandboxProvider,
  tls: ServerCertificate,
  faults: FaultBook,
  quick = false,
): Promise<MailServers> {
  const { authority } = stalwart;
  if (mailProtocols === 'dovecot') {
    return startDovecot({
      authority,
      tls,
      faults,
      introspection: {
        url: provider.introspectionEndpoint,
        ...provider.mailServer,
      },
    });
  }
  return startStalwartLines({ authority, tls, faults, ...(quick ? { delays: quickDelays } : {}) });
}

const quickDelays: LoginDelays = { refusal: { min: 0, max: 5 }, smtpRefusal: 20 };

function listenersOf(mail: MailServers): readonly MailListener[] {
  return [
    { type: 'imap', port: mail.imap.port, security: 'ssl' },
    { type: 'imap', port: mail.imapStartTls.port, security: 'starttls' },
    { type: 'smtp', port: mail.smtp.port, security: 'ssl' },
    { type: 'smtp', port: mail.submission.port, security: 'starttls' },
  ];
}
