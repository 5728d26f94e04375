import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GeneralName, Extension as X509Extension } from '@peculiar/x509';

/** A certificate and its key, PEM, in memory and as files. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly certPath: string;
  readonly keyPath: string;
}

export interface Certificates {
  /** The throw-away CA every certificate here is signed by. Its key is thrown away at once. */
  readonly ca: { readonly cert: string; readonly certPath: string };
  /** For localhost, mail.test.localhost, 127.0.0.1, 127.0.0.2 and ::1. */
  readonly server: Certificate;
  /** Signed by the CA, but for a host that is not ours. */
  readonly wrongHost: Certificate;
  /** For our hosts, but it ended yesterday. */
  readonly expired: Certificate;
}

const day = 24 * 60 * 60 * 1000;

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

type X509 = typeof import('@peculiar/x509');

const ourHosts: readonly (readonly ['dns' | 'ip', string])[] = [
  ['dns', 'localhost'],
  ['dns', 'mail.test.localhost'],
  ['ip', '127.0.0.1'],
  ['ip', '127.0.0.2'],
  ['ip', '::1'],
];

/**
 * Makes a CA and three server certificates in `directory` (created when missing; key files mode 600). EC P-256,
 * SHA-256, profile of RFC 5280, so that OpenSSL 3, Dovecot and browsers take them. Good for 30 days.
 */
export async function createCertificates(directory: string): Promise<Certificates> {
  // The library is put together by a container that needs this polyfill to be there first.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  await mkdir(directory, { recursive: true });
  const authority = await webcrypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const from = new Date(Date.now() - day);
  const until = new Date(Date.now() + 30 * day);
  const name = `CN=Gatepass sandbox CA ${randomBytes(3).toString('hex')}`;
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name,
    notBefore: from,
    notAfter: until,
    signingAlgorithm: algorithm,
    keys: authority,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authority.publicKey),
    ],
  });

  async function issue(
    file: string,
    hosts: typeof ourHosts,
    notBefore: Date,
    notAfter: Date,
  ): Promise<Certificate> {
    const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const certificate = await x509.X509CertificateGenerator.create({
      serialNumber: serialNumber(),
      subject: `CN=${hosts[0]?.[1] ?? ''}`,
      issuer: ca.subject,
      notBefore,
      notAfter,
      signingAlgorithm: algorithm,
      publicKey: keys.publicKey,
      signingKey: authority.privateKey,
      extensions: await serverExtensions(x509, hosts, keys.publicKey, authority.publicKey),
    });
    const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
    const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    return save(directory, file, pem(certificate), String(key.export({ format: 'pem', type: 'pkcs8' })));
  }

  const certPath = join(directory, 'ca.pem');
  const [server, wrongHost, expired] = await Promise.all([
    issue('server', ourHosts, from, until),
    issue('wrong-host', [['dns', 'elsewhere.example']], from, until),
    issue('expired', ourHosts, new Date(from.getTime() - 30 * day), from),
    writeFile(certPath, pem(ca)),
  ]);
  return { ca: { cert: pem(ca), certPath }, server, wrongHost, expired };
}

async function serverExtensions(
  x509: X509,
  hosts: typeof ourHosts,
  subjectKey: webcrypto.CryptoKey,
  issuerKey: webcrypto.CryptoKey,
): Promise<X509Extension[]> {
  const names: GeneralName[] = hosts.map(([type, host]) => new x509.GeneralName(type, host));
  return [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    new x509.SubjectAlternativeNameExtension(names),
    await x509.SubjectKeyIdentifierExtension.create(subjectKey),
    await x509.AuthorityKeyIdentifierExtension.create(issuerKey),
  ];
}

async function save(directory: string, file: string, cert: string, key: string): Promise<Certificate> {
  const certPath = join(directory, `${file}.pem`);
  const keyPath = join(directory, `${file}.key`);
  await Promise.all([writeFile(certPath, cert), writeFile(keyPath, key, { mode: 0o600 })]);
  return { cert, key, certPath, keyPath };
}

/** Positive, at most 20 bytes (RFC 5280 section 4.1.2.2). */
function serialNumber(): string {
  return `4${randomBytes(15).toString('hex').slice(1)}`;
}

function pem(certificate: { toString(format: 'pem'): string }): string {
  return `${certificate.toString('pem')}\n`;
}
