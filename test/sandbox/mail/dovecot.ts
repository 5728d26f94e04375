import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import type { ListeningOn } from '../sandbox.ts';
import { createAppPasswordSlots } from './app-password-slots.ts';
import { type DovecotConfig, dovecotConfig, dovecotOauth2Config } from './dovecot-config.ts';
import { dovecotProgram } from './dovecot-installed.ts';
import { type DovecotProcess, startDovecotProcess } from './dovecot-process.ts';
import { startFaultProxy } from './fault-proxy.ts';
import { freePorts } from './free-ports.ts';
import { type Introspection, startIntrospectionRelay } from './introspection-relay.ts';
import type { LineFaults } from './line-faults.ts';
import { startLineListener } from './line-listener.ts';
import { createLoginDesk, realisticDelays } from './login-desk.ts';
import type { MailAuthority, MailProtocol } from './mail-authority.ts';
import type { MailServers, ServerCertificate } from './mail-servers.ts';
import { createMailStore } from './mail-store.ts';
import { deliverIntoMaildir } from './maildir-delivery.ts';
import { type ServiceUser, serviceUser } from './service-user.ts';
import { serveSmtp } from './smtp-session.ts';

export interface DovecotOptions {
  readonly authority: MailAuthority;
  readonly tls: ServerCertificate;
  readonly introspection: Introspection;
  /** Where its directory is made. Short (sockets live there) and open to `nobody` when we are root; `/tmp` when absent. */
  readonly dir?: string;
  /** The mail domain of logins without one (up to 0.15); `example.org` when absent. */
  readonly defaultDomain?: string;
  /** App passwords per person; 16 when absent. */
  readonly slots?: number;
  /** Seconds before each refusal; 0 when absent. */
  readonly refusalSeconds?: number;
  /** When given, every port can be made to fail. */
  readonly faults?: LineFaults;
}

export interface DovecotServers extends MailServers {
  /** The directory with everything of this Dovecot, gone after `stop`. */
  readonly directory: string;
  readonly pid: number;
}

const noFaults: LineFaults = { ofProtocol: () => undefined };
const expiryCheckMs = 500;

/**
 * Starts a real Dovecot 2.3 as mail server: app passwords from the authority's list, tokens introspected at the
 * provider, sent mail delivered back into the mailboxes. Only hashes and the throw-away TLS key are on disk.
 * @throws Error when there is no Dovecot (see `dovecotInstalled`) or it does not come up
 */
export async function startDovecot(options: DovecotOptions): Promise<DovecotServers> {
  const { authority, tls, introspection, dir = '/tmp', defaultDomain = 'example.org' } = options;
  const { slots = 16, refusalSeconds = 0, faults = noFaults } = options;
  const program = dovecotProgram();
  if (program === null) throw new Error('Dovecot is not installed');
  const user = serviceUser();
  // In the order in which they are undone.
  const undo: (() => Promise<void> | void)[] = [];
  async function stop(): Promise<void> {
    for (const each of undo.splice(0).toReversed()) await each();
  }

  try {
    const directory = mkdtempSync(join(dir, 'gp-dovecot-'));
    undo.push(() => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }));
    user.own(directory);
    for (const name of ['run', 'mail']) ownDirectory(join(directory, name), user);

    const relay = await startIntrospectionRelay(introspection);
    undo.push(relay.stop);
    const reception = await startReception(authority, tls, join(directory, 'mail'), user);
    undo.push(reception.stop);

    const passwords = createAppPasswordSlots({ authority, directory, slots, own: user.own });
    passwords.write();
    undo.push(authority.onChange(passwords.write));
    // Nobody is told when an app password expires.
    const timer = setInterval(passwords.write, expiryCheckMs).unref();
    undo.push(() => clearInterval(timer));

    const put = (name: string, text: string) => {
      const path = join(directory, name);
      writeFileSync(path, text, { mode: 0o600 });
      user.own(path);
      return path;
    };
    put('server.pem', tls.cert);
    put('server.key', tls.key);
    const tokenFiles = relay.urls.map((url, index) =>
      put(`tokens-${index}.conf.ext`, dovecotOauth2Config(url)),
    );
    const config = {
      directory,
      user: user.name,
      group: user.group,
      defaultDomain,
      tokenFiles,
      slotFiles: passwords.configFiles,
      refusalSeconds,
    };
    const { process, ports } = await startOnFreePorts(program, user, config, reception.port);
    undo.push(process.stop);

    async function front(
      protocol: MailProtocol,
      port: number,
      security: 'tls' | 'starttls',
    ): Promise<ListeningOn> {
      if (options.faults === undefined) return { host: '127.0.0.1', port, security };
      const proxy = await startFaultProxy({ protocol, faults, port });
      undo.push(proxy.stop);
      return { host: proxy.host, port: proxy.port, security };
    }
    return {
      directory,
      pid: process.pid,
      imap: await front('imap', ports.imaps, 'tls'),
      imapStartTls: await front('imap', ports.imap, 'starttls'),
      smtp: await front('smtp', ports.submissions, 'tls'),
      submission: await front('smtp', ports.submission, 'starttls'),
      reception: { host: reception.host, port: reception.port, security: 'starttls' },
      sieve: await front('sieve', ports.sieve, 'starttls'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Port 25 of this mail server, which is where Dovecot's submission hands its mail to. */
function startReception(
  authority: MailAuthority,
  tls: ServerCertificate,
  mailRoot: string,
  user: ServiceUser,
) {
  const secureContext = createSecureContext(tls);
  const desk = createLoginDesk(authority, authority.version, realisticDelays);
  const store = {
    ...createMailStore(),
    deliver: (address: string, raw: Buffer) => deliverIntoMaildir(mailRoot, address, raw, user.own),
  };
  return startLineListener({
    protocol: 'smtp',
    implicitTls: false,
    secureContext: () => secureContext,
    // The relay must work while the ports in front of Dovecot fail.
    faults: noFaults,
    serve: (socket) =>
      serveSmtp(socket, {
        version: authority.version,
        hostName: 'localhost',
        role: 'reception',
        authority,
        desk,
        store,
      }),
  });
}

/** Somebody may take a port between the moment it was found free and the moment Dovecot opens it. */
async function startOnFreePorts(
  program: string,
  user: ServiceUser,
  config: Omit<DovecotConfig, 'ports'>,
  relay: number,
): Promise<{ readonly process: DovecotProcess; readonly ports: DovecotConfig['ports'] }> {
  const configPath = join(config.directory, 'dovecot.conf');
  const logPath = join(config.directory, 'dovecot.log');
  for (let attempt = 1; ; attempt++) {
    const [imap = 0, imaps = 0, submission = 0, submissions = 0, sieve = 0] = await freePorts(5);
    const ports = { imap, imaps, submission, submissions, sieve, relay };
    writeFileSync(configPath, dovecotConfig({ ...config, ports }), { mode: 0o600 });
    user.own(configPath);
    try {
      const process = await startDovecotProcess({
        program,
        configPath,
        logPath,
        user,
        greetingPorts: [imap, submission, sieve],
      });
      return { process, ports };
    } catch (error) {
      if (attempt === 4 || !/already in use/i.test(String(error))) throw error;
    }
  }
}

function ownDirectory(path: string, user: ServiceUser): void {
  mkdirSync(path, { mode: 0o700 });
  user.own(path);
}
