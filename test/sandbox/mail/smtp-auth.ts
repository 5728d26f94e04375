import { assertNever } from '../../../src-main/assert-never.ts';
import type { LineSocket } from './line-socket.ts';
import type { LoginDesk } from './login-desk.ts';
import type { StalwartVersion } from './mail-authority.ts';
import { isJmapGeneration } from './refusal.ts';
import { type Credentials, readSaslMessage, saslMechanism } from './sasl.ts';

export type SmtpAuthResult =
  | { readonly kind: 'accepted'; readonly addresses: readonly string[] }
  /** Refused, and the client has been told. */
  | { readonly kind: 'refused' }
  /** The connection is to be closed. */
  | { readonly kind: 'close' };

interface SmtpAuthOptions {
  readonly socket: LineSocket;
  readonly version: StalwartVersion;
  readonly desk: LoginDesk;
}

/** Stalwart's default: the failed attempt with this number ends the connection. */
const lastAttempt = 3;

/** The AUTH command (RFC 4954) of one connection: called with what stands behind `AUTH `, it answers the client. */
export function createSmtpAuth({
  socket,
  version,
  desk,
}: SmtpAuthOptions): (rest: string) => Promise<SmtpAuthResult> {
  let failures = 0;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const refuse = async (line: string): Promise<SmtpAuthResult> => {
    await say(line);
    return { kind: 'refused' };
  };

  async function auth(rest: string): Promise<SmtpAuthResult> {
    const [name = '', initial = ''] = rest.split(/\s+/);
    const mechanism = saslMechanism(name);
    const login = name.toUpperCase() === 'LOGIN';
    // Passwords only over TLS; tokens are taken without it.
    const offered = socket.isSecure() || (!login && mechanism !== 'PLAIN');
    if (!offered || (!login && mechanism === null))
      return refuse('554 5.7.8 Authentication mechanism not supported.');
    if (mechanism === null) {
      const [user = null, secret = null] = await ask(['334 VXNlcm5hbWU6', '334 UGFzc3dvcmQ6'], initial);
      if (user === null || secret === null) return { kind: 'close' };
      const decoded = [user, secret].map((each) => Buffer.from(each, 'base64').toString('utf8'));
      return decide(
        decoded.includes('') ? null : { kind: 'password', user: decoded[0] ?? '', secret: decoded[1] ?? '' },
      );
    }
    // Up to 0.15 the empty challenge has words in it (smtp/src/inbound/auth.rs).
    const [message = null] = await ask([isJmapGeneration(version) ? '334 ' : '334 Go ahead.'], initial);
    return message === null ? { kind: 'close' } : decide(readSaslMessage(mechanism, message));
  }

  /** The client's answers to `prompts`; fewer where the connection ended. An initial response is the first of them. */
  async function ask(prompts: readonly string[], initial: string): Promise<readonly string[]> {
    const answers = initial === '' ? [] : [initial];
    for (const prompt of prompts.slice(answers.length)) {
      await say(prompt);
      const line = await socket.readLine();
      if (line === null) return [];
      answers.push(line.trim());
    }
    return answers;
  }

  async function decide(credentials: Credentials | null): Promise<SmtpAuthResult> {
    if (credentials === null) {
      await desk.waitAsSmtpRefusal(socket);
      return countFailure('500 5.5.6 Invalid challenge.');
    }
    const verdict = await desk.check(credentials, socket, 'smtp');
    if (verdict.kind === 'accepted') {
      await say('235 2.7.0 Authentication succeeded.');
      return { kind: 'accepted', addresses: verdict.addresses };
    }
    const { event } = verdict.refusal;
    switch (event) {
      case 'failed':
        return countFailure('535 5.7.8 Authentication credentials invalid.');
      case 'error':
      case 'expired':
        return refuse('454 4.7.0 Temporary authentication failure');
      case 'forbidden-protocol':
        return refuse('550 5.7.1 Your account is not authorized to use this service.');
      case 'forbidden-address':
        return { kind: 'close' };
      default:
        return assertNever(event);
    }
  }

  async function countFailure(answer: string): Promise<SmtpAuthResult> {
    failures += 1;
    await say(answer);
    if (failures < lastAttempt) return { kind: 'refused' };
    await say('455 4.3.0 Too many authentication errors, disconnecting.');
    return { kind: 'close' };
  }

  return auth;
}
