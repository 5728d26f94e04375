import { execFile } from 'node:child_process';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import type { ListeningOn } from '../sandbox.ts';

export interface ClientLogin {
  readonly user: string;
  /** Either of them. */
  readonly pass?: string;
  readonly accessToken?: string;
}

export interface ImapVisit {
  readonly folders: readonly string[];
  /** Subjects of the mails in INBOX, oldest first. */
  readonly subjects: readonly string[];
}

/**
 * Logs in with npm imapflow, lists the folders and reads INBOX.
 * @param patienceMs how long it waits for a word of the server; its own 5 minutes when absent
 * @throws what imapflow throws when refused, `code` ETIMEOUT when the server stays silent
 */
export async function visitWithImapFlow(
  on: ListeningOn,
  ca: string,
  login: ClientLogin,
  patienceMs?: number,
): Promise<ImapVisit> {
  const { user, pass, accessToken } = login;
  const client = new ImapFlow({
    host: 'localhost',
    port: on.port,
    secure: on.security === 'tls',
    auth: accessToken === undefined ? { user, pass: pass ?? '' } : { user, accessToken },
    tls: { ca },
    logger: false,
    ...(patienceMs === undefined ? {} : { socketTimeout: patienceMs }),
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const folders = (await client.list()).map((folder) => folder.path);
    await client.mailboxOpen('INBOX');
    const subjects: string[] = [];
    for await (const mail of client.fetch('1:*', { envelope: true, uid: true, source: true })) {
      subjects.push(mail.envelope?.subject ?? '');
    }
    await client.logout();
    return { folders, subjects };
  } finally {
    client.close();
  }
}

export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
}

/** Sends with npm nodemailer. @throws what nodemailer throws when refused */
export async function sendWithNodemailer(
  on: ListeningOn,
  ca: string,
  login: ClientLogin,
  mail: OutgoingMail,
): Promise<void> {
  const { user, pass, accessToken } = login;
  const transport = createTransport({
    host: 'localhost',
    port: on.port,
    secure: on.security === 'tls',
    requireTLS: true,
    tls: { ca },
    auth: accessToken === undefined ? { user, pass: pass ?? '' } : { type: 'OAuth2', user, accessToken },
  });
  try {
    await transport.sendMail({ ...mail, text: '.a first line with a dot\nand a second one\n' });
  } finally {
    transport.close();
  }
}

/** How a program ended: its exit code and what it said on stdout and stderr. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs a program with its standard input; never throws for what the program does. */
export function runProgram(file: string, args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(file, [...args], { timeout: 20_000 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, output: `${stdout}${stderr}` });
    });
    child.stdin?.end(input);
  });
}

/** Runs curl with the secret in a config on its standard input, where `ps` does not show it. */
export function runCurl(
  caPath: string,
  url: string,
  user: string,
  secret: string,
  more: readonly string[] = [],
): Promise<Ended> {
  return runProgram(
    'curl',
    ['-sS', '--cacert', caPath, '--config', '-', ...more, url],
    `user = "${user}:${secret}"\n`,
  );
}
