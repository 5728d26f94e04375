import type { ProbeLogin } from './mail-probe.ts';

/**
 * The one message of SASL PLAIN (RFC 4616), base64, without an authorization identity. Holds the secret: write it to
 * the socket at once and keep it nowhere.
 * @returns null for a login the mechanism cannot carry (a NUL in it)
 */
export function saslPlain({ user, secret }: ProbeLogin): string | null {
  const message = `\0${user}\0${secret.reveal()}`;
  return message.split('\0').length === 3 ? Buffer.from(message, 'utf8').toString('base64') : null;
}
