import { readFileSync } from 'node:fs';
import { ImapFlow } from 'imapflow';
import type { Endpoint } from '../../../src-main/discovery/mail-service.ts';
import { createImapProbe } from '../../../src-main/mailbox/imap-probe.ts';
import { Secret } from '../../../src-main/secret.ts';

export interface MailAppLogin {
  readonly imap: Endpoint;
  readonly user: string;
  readonly secret: string;
  /** Path of a file with further authorities. */
  readonly ca: string | null;
}

/** Logs in with npm imapflow and counts the folders. @throws what it throws when refused */
export async function logInAsMailApp({ imap, user, secret, ca }: MailAppLogin): Promise<number> {
  const client = new ImapFlow({
    host: imap.host,
    port: imap.port,
    secure: imap.security === 'tls',
    auth: { user, pass: secret },
    logger: false,
    socketTimeout: 20_000,
    ...(ca === null ? {} : { tls: { ca: readFileSync(ca, 'utf8') } }),
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const folders = await client.list();
    await client.logout();
    return folders.length;
  } finally {
    client.close();
  }
}

/** One attempt that must be refused: 0.16 leaves mail apps waiting then, which the probe knows. @throws when it is not */
export async function expectRefused({ imap, user, secret, ca }: MailAppLogin): Promise<void> {
  const probe = createImapProbe(imap, ca === null ? {} : { ca: [readFileSync(ca, 'utf8')] });
  try {
    const { kind } = await probe.prove({ user, secret: new Secret(secret) });
    if (kind !== 'refused') throw new Error(`the revoked app password was not refused, but ${kind}`);
  } finally {
    probe.close();
  }
}
