import { createServer } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TransportSecurity } from '../../src-main/discovery/mail-service.ts';
import { createImapProbe } from '../../src-main/mailbox/imap-probe.ts';
import type { LineProbeOptions } from '../../src-main/mailbox/line-probe.ts';
import { createSmtpProbe } from '../../src-main/mailbox/smtp-probe.ts';
import { Secret } from '../../src-main/secret.ts';
import { type Client, type LineServer, startLineServer } from '../mailbox/line-server.ts';
import { testCertificates } from '../mailbox/test-certificates.ts';
import type { Certificate, Certificates } from '../sandbox/certificates.ts';

let certificates: Certificates;
let servers: LineServer[] = [];
let heard: string[] = [];
const login = { user: 'alice', secret: new Secret('app_canary-secret') };
const base64 = Buffer.from('\0alice\0app_canary-secret').toString('base64');

beforeAll(async () => {
  certificates = await testCertificates();
});
afterEach(async () => {
  for (const server of servers) await server.stop();
  servers = [];
  heard = [];
});

async function serve(
  converse: (client: Client) => Promise<void> | void,
  security: TransportSecurity = 'tls',
  certificate: Certificate = certificates.server,
): Promise<LineServer> {
  const server = await startLineServer({ certificate, security, converse });
  servers.push(server);
  return server;
}

/** How each protocol begins, so that every lie is told to both. */
const protocols = {
  imap: {
    create: createImapProbe,
    greeting: '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hello\r\n',
    greetingBeforeTls: '* OK [CAPABILITY IMAP4rev1 STARTTLS SASL-IR AUTH=PLAIN] hello\r\n',
    greetingWithoutTls: '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hello\r\n',
    startTls: 'g2 OK begin\r\n',
    noStartTls: 'g2 BAD no\r\n',
    injected: '* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\ng3 OK done\r\n',
    yes: 'g4 OK in\r\n',
    no: 'g4 NO [AUTHENTICATIONFAILED] ',
  },
  smtp: {
    create: createSmtpProbe,
    greeting: '220 hello\r\n250-hello\r\n250 AUTH PLAIN\r\n',
    greetingBeforeTls: '220 hello\r\n250-hello\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n',
    greetingWithoutTls: '220 hello\r\n250-hello\r\n250 AUTH PLAIN\r\n',
    startTls: '220 begin\r\n',
    noStartTls: '454 no\r\n',
    injected: '250-hello\r\n250 AUTH PLAIN\r\n',
    yes: '235 2.7.0 in\r\n',
    no: '535 5.7.8 ',
  },
} as const;

async function listen(client: Client): Promise<string | null> {
  const line = await client.line();
  if (line !== null) heard.push(line);
  return line;
}
/** Listens until the client leaves. */
async function listenOn(client: Client): Promise<void> {
  while ((await listen(client)) !== null);
}

describe.each(['imap', 'smtp'] as const)('%s', (name) => {
  const says = protocols[name];
  const probeOf = ({ endpoint }: LineServer, options: LineProbeOptions = {}) =>
    says.create(endpoint, { ca: [certificates.ca.cert], ...options });
  async function neverToldTheSecret(): Promise<void> {
    for (const server of servers) for (const client of server.clients) await client.gone;
    expect(heard.join('\n')).not.toMatch(/AUTH|LOGIN|canary/);
    expect(heard.join('\n')).not.toContain(base64);
  }

  test('STARTTLS taken out on the way: nothing goes in the clear', async () => {
    const server = await serve(async (client) => {
      client.write(says.greetingWithoutTls);
      await listenOn(client);
    }, 'starttls');
    expect(await probeOf(server).prove(login)).toMatchObject({ kind: 'unreachable', code: 'network.tls' });
    await neverToldTheSecret();
  });

  test('STARTTLS offered and then refused: nothing goes in the clear', async () => {
    const server = await serve(async (client) => {
      client.write(says.greetingBeforeTls);
      for (let line = await listen(client); line !== null; line = await listen(client)) {
        if (line.includes('STARTTLS')) client.write(says.noStartTls);
      }
    }, 'starttls');
    expect(await probeOf(server).prove(login)).toMatchObject({ kind: 'unreachable', code: 'network.tls' });
    await neverToldTheSecret();
  });

  test('answers put in front of the encryption are no answers', async () => {
    const server = await serve(async (client) => {
      client.write(says.greetingBeforeTls);
      for (let line = await listen(client); line !== null; line = await listen(client)) {
        if (line.includes('STARTTLS')) client.write(says.startTls + says.injected);
      }
    }, 'starttls');
    expect(await probeOf(server).prove(login)).toMatchObject({ kind: 'unreachable', code: 'server.broken' });
    await neverToldTheSecret();
  });

  test('nor are those that come while the handshake begins', async () => {
    const server = await serve(async (client) => {
      client.write(says.greetingBeforeTls);
      for (let line = await listen(client); line !== null; line = await listen(client)) {
        if (!line.includes('STARTTLS')) continue;
        client.write(says.startTls);
        // The first bytes of the client's handshake.
        await client.line();
        client.write(says.injected + says.yes);
      }
    }, 'starttls');
    const result = await probeOf(server, { connectMs: 2_000 }).prove(login);
    expect(result).toMatchObject({ kind: 'unreachable', code: 'network.tls' });
    await neverToldTheSecret();
  });

  test.each(['wrongHost', 'expired'] as const)(
    'a certificate that is %s: not a word is said',
    async (which) => {
      const server = await serve(listenOn, 'tls', certificates[which]);
      await expect(probeOf(server).open()).rejects.toMatchObject({ code: 'network.tls' });
      expect(await probeOf(server).prove(login)).toMatchObject({ kind: 'unreachable', code: 'network.tls' });
      expect(heard).toEqual([]);
    },
  );

  test('a certificate of an authority nobody trusts, after STARTTLS too', async () => {
    const server = await serve(async (client) => {
      client.write(says.greetingBeforeTls);
      for (let line = await listen(client); line !== null; line = await listen(client)) {
        if (!line.includes('STARTTLS')) continue;
        client.write(says.startTls);
        await client.startTls();
      }
    }, 'starttls');
    const probe = says.create(server.endpoint);
    expect(await probe.prove(login)).toMatchObject({ kind: 'unreachable', code: 'network.tls' });
    await neverToldTheSecret();
  });

  test('no TLS where TLS belongs', async () => {
    const server = await serve((client) => client.write(says.greeting), 'starttls');
    const probe = says.create({ ...server.endpoint, security: 'tls' }, { ca: [certificates.ca.cert] });
    expect(await probe.prove(login)).toMatchObject({ kind: 'unreachable', code: 'network.tls' });
  });

  test('an answer that is there before the question is not taken for one', async () => {
    const server = await serve(async (client) => {
      client.write(says.greeting + says.yes);
      await listenOn(client);
    });
    expect(await probeOf(server).prove(login)).toMatchObject({ kind: 'unreachable', code: 'server.broken' });
    await neverToldTheSecret();
  });

  test.each([
    ['a line without end', Buffer.alloc(64 * 1024, 0x61)],
    ['a line that is too long', Buffer.from(`* ${'a'.repeat(17 * 1024)}\r\n`)],
    ['zeros', Buffer.alloc(4 * 1024)],
    ['nothing but line ends', Buffer.from('\r\n\n\n\r\n')],
    ['HTTP', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ])('%s instead of a greeting', async (_, bytes) => {
    const server = await serve((client) => {
      client.write(bytes);
      client.end();
    });
    expect(await probeOf(server).prove(login)).toMatchObject({ kind: 'unreachable', code: 'server.broken' });
  });

  test('a line without end is not waited for', async () => {
    const server = await serve((client) => client.write(Buffer.alloc(64 * 1024, 0x61)));
    expect(await probeOf(server).prove(login)).toMatchObject({ kind: 'unreachable', code: 'server.broken' });
    await server.clients[0]?.gone;
  });

  test('talk that never ends', async () => {
    const line = name === 'imap' ? `* OK ${'a'.repeat(1_000)}\r\n` : `250-${'a'.repeat(1_000)}\r\n`;
    const server = await serve(async (client) => {
      client.write(says.greeting);
      await listen(client);
      for (let count = 0; count < 1_000; count++) client.write(line);
    });
    expect(await probeOf(server).prove(login)).toMatchObject({ kind: 'unreachable', code: 'server.broken' });
  });

  test('a byte now and then keeps nobody longer than the deadline', async () => {
    const server = await serve(async (client) => {
      client.write(says.greeting);
      const timer = setInterval(() => client.write('*'), 5);
      await client.gone;
      clearInterval(timer);
    });
    const result = await probeOf(server, { proveMs: 120 }).prove(login);
    expect(result.kind).toBe('unreachable');
    await server.clients[0]?.gone;
  });

  test('a refusal that echoes the password is a refusal without it', async () => {
    const server = await serve(async (client) => {
      client.write(says.greeting);
      for (let line = await client.line(); line !== null; line = await client.line()) {
        client.write(line.includes(base64) ? `${says.no}app_canary-secret ${base64}\r\n` : '');
      }
    });
    const result = await probeOf(server).prove(login);
    expect(result).toMatchObject({ kind: 'refused', reason: 'wrong-or-revoked' });
    expect(JSON.stringify(result)).not.toMatch(/canary|YXBw/);
  });

  test('cut off in the middle of an answer is no refusal', async () => {
    const server = await serve(async (client) => {
      client.write(says.greeting);
      for (let line = await client.line(); line !== null; line = await client.line()) {
        if (!line.includes(base64)) continue;
        client.write(says.yes.slice(0, 6));
        client.end();
      }
    });
    expect(await probeOf(server).prove(login)).toMatchObject({ kind: 'unreachable', code: 'server.broken' });
  });

  test('a reset after the login is no refusal', async () => {
    const server = await serve(async (client) => {
      client.write(says.greeting);
      for (let line = await client.line(); line !== null; line = await client.line()) {
        if (line.includes(base64)) client.reset();
      }
    });
    expect(await probeOf(server).prove(login)).toMatchObject({ kind: 'unreachable', code: 'network.reset' });
  });

  test('whatever bytes come, there is one result, and never a yes that was not said', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, early) => {
        const answer = Buffer.from(bytes);
        const server = await serve(async (client) => {
          client.write(early ? answer : says.greeting);
          while (!early && (await client.line())?.includes(base64) === false);
          if (!early) client.write(answer);
          client.end();
        });
        const result = await probeOf(server, { proveMs: 5_000 }).prove(login);
        const yes = answer.toString('latin1').includes(says.yes.slice(0, 3));
        if (!yes) expect(result.kind).not.toBe('accepted');
        if (early) expect(result.kind).toBe('unreachable');
        await server.stop();
      }),
      { numRuns: 40 },
    );
  });
});

test('IMAP: PREAUTH is not believed', async () => {
  const server = await serve((client) => client.write('* PREAUTH welcome back\r\n'));
  const probe = createImapProbe(server.endpoint, { ca: [certificates.ca.cert] });
  expect(await probe.prove(login)).toMatchObject({ kind: 'unreachable', code: 'server.broken' });
});

test('a port that takes connections and never speaks TLS', async () => {
  const mute = createServer((socket) => socket.on('error', () => undefined).resume());
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  const address = mute.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const endpoint = { host: '127.0.0.1', port: address.port, security: 'tls', origin: 'guess' } as const;
  const probe = createSmtpProbe(endpoint, { connectMs: 50 });
  expect(await probe.prove(login)).toMatchObject({ kind: 'unreachable', code: 'network.timeout' });
  await new Promise((resolve) => mute.close(resolve));
});
