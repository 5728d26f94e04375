import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createImapProbe } from '../../src-main/mailbox/imap-probe.ts';
import type { LineProbeOptions } from '../../src-main/mailbox/line-probe.ts';
import { Secret } from '../../src-main/secret.ts';
import type { Certificates } from '../sandbox/certificates.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { type Client, type LineServer, startLineServer } from './line-server.ts';
import { testCertificates } from './test-certificates.ts';

let certificates: Certificates;
let servers: LineServer[] = [];
const login = { user: 'alice', secret: new Secret('app_canary-secret') };
const greeting = '* OK [CAPABILITY SASL-IR AUTH=PLAIN] hello\r\n';

beforeAll(async () => {
  certificates = await testCertificates();
});
afterEach(async () => {
  for (const server of servers) await server.stop();
  servers = [];
});

async function serve(converse: (client: Client) => Promise<void> | void): Promise<LineServer> {
  const server = await startLineServer({ certificate: certificates.server, security: 'tls', converse });
  servers.push(server);
  return server;
}
function probeOf(server: LineServer, options: LineProbeOptions = {}) {
  return createImapProbe(server.endpoint, { ca: [certificates.ca.cert], ...options });
}
async function polite(client: Client): Promise<void> {
  client.write(greeting);
  if ((await client.line()) !== null) client.write('g4 OK in\r\n');
  if ((await client.line()) === 'g5 LOGOUT') client.end();
}

describe('the early connection', () => {
  test('is used, and opening twice opens once', async () => {
    const server = await serve(polite);
    const probe = probeOf(server);
    await Promise.all([probe.open(), probe.open()]);
    await probe.open();
    expect(await probe.prove(login)).toMatchObject({ kind: 'accepted' });
    expect(server.clients).toHaveLength(1);
    await server.clients[0]?.gone;
    expect(server.open()).toBe(0);
  });

  test('prove without open connects by itself; prove during open shares it', async () => {
    const server = await serve(polite);
    const alone = probeOf(server);
    expect(await alone.prove(login)).toMatchObject({ kind: 'accepted' });
    const shared = probeOf(server);
    const opened = shared.open();
    expect(await shared.prove(login)).toMatchObject({ kind: 'accepted' });
    await opened;
    expect(server.clients).toHaveLength(2);
  });

  test.each([
    ['closed', (client: Client) => client.end()],
    ['closed with a word', (client: Client) => client.end('* BYE idle\r\n')],
    ['said something and stays', (client: Client) => client.write('* BYE idle\r\n')],
    ['reset', (client: Client) => client.reset()],
  ])('that was %s while the person was away is made again, which is no second login', async (_, drop) => {
    const logins: string[] = [];
    const server = await serve(async (client) => {
      client.write(greeting);
      const line = await client.line();
      if (line === null) return;
      logins.push(line);
      client.write('g4 OK in\r\n');
    });
    const probe = probeOf(server);
    await probe.open();
    const [first] = server.clients;
    if (first) drop(first);
    // The news travels over loopback: give it turns until a fresh probe, opened after it, has gone the same way.
    const later = probeOf(server);
    await later.open();
    later.close();
    expect(await probe.prove(login)).toMatchObject({ kind: 'accepted' });
    expect(logins).toHaveLength(1);
  });

  test('that is too old is made again, by open too', async () => {
    let time = 0;
    const server = await serve(polite);
    const probe = probeOf(server, { freshMs: 1_000, now: () => time });
    await probe.open();
    time = 999;
    await probe.open();
    expect(server.clients).toHaveLength(1);
    time = 1_000;
    await Promise.all([probe.open(), probe.open()]);
    expect(server.clients).toHaveLength(2);
    await server.clients[0]?.gone;
    time = 5_000;
    expect(await probe.prove(login)).toMatchObject({ kind: 'accepted', ms: 0 });
    expect(server.clients).toHaveLength(3);
  });

  test('opens again after it failed', async () => {
    let refuse = true;
    const server = await serve((client) => (refuse ? client.reset() : polite(client)));
    const probe = probeOf(server);
    await expect(probe.open()).rejects.toMatchObject({ code: 'network.reset' });
    refuse = false;
    expect(await probe.prove(login)).toMatchObject({ kind: 'accepted' });
  });
});

describe('limits and ends', () => {
  test('a forgotten connection keeps no process running; NODE_EXTRA_CA_CERTS is honoured', async () => {
    const server = await serve((client) => client.write(greeting));
    const directory = await temporaryDirectory();
    const ca = join(directory, 'ca.pem');
    await writeFile(ca, certificates.ca.cert);
    const program = new URL('./idle-probe-child.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, ['--import', 'tsx', program, String(server.endpoint.port)], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: ca },
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 20_000,
      killSignal: 'SIGKILL',
    });
    const said = text(child.stdout);
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(await said).toBe('open\n');
  });

  test('a server that never greets', async () => {
    const server = await serve(() => undefined);
    const probe = probeOf(server, { connectMs: 40 });
    await expect(probe.open()).rejects.toMatchObject({
      code: 'network.timeout',
      facts: { host: '127.0.0.1' },
    });
    expect(await probe.prove(login)).toMatchObject({ kind: 'unreachable', code: 'network.timeout' });
    for (const client of server.clients) await client.gone;
  });

  test('a server that never answers the login', async () => {
    const server = await serve((client) => client.write(greeting));
    const probe = probeOf(server, { proveMs: 60 });
    await probe.open();
    expect(await probe.prove(login)).toMatchObject({ kind: 'unreachable', code: 'network.timeout' });
    await server.clients[0]?.gone;
    expect(server.clients).toHaveLength(1);
  });

  test('a refusal that takes its time is waited for', async () => {
    const server = await serve(async (client) => {
      client.write(greeting);
      await client.line();
      setTimeout(() => client.write('g4 NO [AUTHENTICATIONFAILED] no\r\n'), 150);
    });
    expect(await probeOf(server).prove(login)).toMatchObject({ kind: 'refused', reason: 'wrong-or-revoked' });
  });

  test('cancelling ends open and prove with the reason, and the sockets', async () => {
    const server = await serve((client) => client.write(greeting));
    const reason = new Error('Ctrl+C');
    const during = new AbortController();
    const probe = probeOf(server);
    await probe.open();
    const proving = probe.prove(login, during.signal);
    during.abort(reason);
    await expect(proving).rejects.toBe(reason);
    await expect(probe.prove(login, during.signal)).rejects.toBe(reason);
    const mute = await serve(() => undefined);
    const opening = new AbortController();
    const opened = probeOf(mute).open(opening.signal);
    opening.abort(reason);
    await expect(opened).rejects.toBe(reason);
    for (const client of [...server.clients, ...mute.clients]) await client.gone;
  });

  test('close ends a standing connection, one under way and a running proof; all later calls say so', async () => {
    const server = await serve((client) => client.write(greeting));
    const standing = probeOf(server);
    await standing.open();
    standing.close();
    standing.close();
    await server.clients[0]?.gone;
    await expect(standing.open()).rejects.toMatchObject({ code: 'network.reset' });
    let heard: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const silent = await serve(async (client) => {
      client.write(greeting);
      if ((await client.line())?.startsWith('g4')) heard();
    });
    const running = probeOf(silent);
    const proving = running.prove(login);
    await asked;
    running.close();
    expect(await proving).toMatchObject({ kind: 'unreachable', code: 'network.reset' });
    expect([server.clients.length, silent.clients.length]).toEqual([1, 1]);
  });

  test('nobody listening, a name nobody has, and an own way to connect', async () => {
    const server = await serve(polite);
    const { endpoint } = server;
    await server.stop();
    const refused = createImapProbe(endpoint);
    expect(await refused.prove(login)).toMatchObject({ kind: 'unreachable', code: 'network.refused' });
    const other = await serve(polite);
    const dialled: string[] = [];
    const probe = createImapProbe(
      { ...endpoint, host: 'localhost' },
      {
        ca: [certificates.ca.cert],
        openSocket: ({ host }) => {
          dialled.push(host);
          return connect(other.endpoint.port, '127.0.0.1');
        },
      },
    );
    expect(await probe.prove(login)).toMatchObject({ kind: 'accepted' });
    expect(dialled).toEqual(['localhost']);
  });
});
