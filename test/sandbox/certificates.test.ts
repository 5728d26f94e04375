import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { type Certificate, type Certificates, createCertificates } from './certificates.ts';

/** The client's verdict on a server with this certificate: null, or the error's code. */
async function verdict(ours: Certificates, shown: Certificate, servername: string, host = '127.0.0.1') {
  const server = createServer({ cert: shown.cert, key: shown.key }, (socket) => socket.end());
  server.on('tlsClientError', () => undefined);
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const socket: TLSSocket = connect({
    port,
    host,
    ca: ours.ca.cert,
    ...(servername === '' ? {} : { servername }),
  });
  try {
    return await new Promise<string | null>((resolve) => {
      socket.once('secureConnect', () => resolve(null));
      socket.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    });
  } finally {
    socket.destroy();
    server.close();
  }
}

test('the server certificate is taken for every one of its names, by who trusts the CA', async () => {
  const certificates = await createCertificates(await temporaryDirectory());
  for (const name of ['localhost', 'mail.test.localhost']) {
    expect(await verdict(certificates, certificates.server, name)).toBeNull();
  }
  for (const host of ['127.0.0.1', '127.0.0.2', '::1']) {
    expect(await verdict(certificates, certificates.server, '', host)).toBeNull();
  }
  const other = await createCertificates(await temporaryDirectory());
  expect(await verdict(other, certificates.server, 'localhost')).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
});

test('the wrong and the expired certificate are refused for that reason', async () => {
  const certificates = await createCertificates(await temporaryDirectory());
  expect(await verdict(certificates, certificates.wrongHost, 'localhost')).toBe(
    'ERR_TLS_CERT_ALTNAME_INVALID',
  );
  expect(await verdict(certificates, certificates.expired, 'localhost')).toBe('CERT_HAS_EXPIRED');
});

test('the files hold what was returned, and keys are for their owner only', async () => {
  const certificates = await createCertificates(await temporaryDirectory());
  expect(await readFile(certificates.ca.certPath, 'utf8')).toBe(certificates.ca.cert);
  for (const one of [certificates.server, certificates.wrongHost, certificates.expired]) {
    expect(await readFile(one.certPath, 'utf8')).toBe(one.cert);
    expect(await readFile(one.keyPath, 'utf8')).toBe(one.key);
    if (process.platform !== 'win32') expect((await stat(one.keyPath)).mode & 0o777).toBe(0o600);
  }
});
