import { randomBytes } from 'node:crypto';
import { randomText } from '../../src-main/app-passwords/random-text.ts';
import { sha512Crypt } from '../../src-main/app-passwords/sha512-crypt.ts';
import { createStalwartJmap } from '../../src-main/app-passwords/stalwart-jmap.ts';
import { createStalwartRest } from '../../src-main/app-passwords/stalwart-rest.ts';
import { discoverGeneration } from '../../src-main/discovery/generation.ts';
import { stalwartCall } from '../../src-main/discovery/stalwart-call.ts';
import { openProofLine } from '../../src-main/mailbox/proof-line.ts';
import { proofVerdict, proveAppPassword } from '../../src-main/mailbox/prove.ts';
import { createNodeHttp } from '../../src-main/platform/node-http.ts';
import { createSystemClock } from '../../src-main/platform/system-clock.ts';
import { Secret } from '../../src-main/secret.ts';
import { createOpenidSignIn } from '../../src-main/sign-in/openid-sign-in.ts';
import type { BenchCommand, BenchEndpoint, BenchNews, BenchPlace } from './critical-path-messages.ts';

const description = 'Bench';

/**
 * The least that can be done: exchange the code, create the app password, prove it; over connections that stand, with
 * everything prepared that can be.
 */
export async function runFloor(
  place: BenchPlace,
  tell: (news: BenchNews) => void,
  next: () => Promise<BenchCommand>,
): Promise<BenchNews> {
  const http = createNodeHttp();
  const clock = createSystemClock();
  const signIn = createOpenidSignIn({ http, clock });
  const server = new URL(place.server);
  const client = {
    issuer: place.issuer,
    clientId: place.clientId,
    scopes: ['openid', 'email', 'profile', 'offline_access'],
    audience: null,
  };
  const { kind: generation } = await discoverGeneration(http, server, place.address);
  const pending = await signIn.begin(client, 'http://127.0.0.1:9/callback', place.address);
  tell({ kind: 'link', url: pending.authorizationUrl.href });
  const landed = await next();
  if (landed.kind !== 'location') throw new Error('no location');

  const endpoint = (one: BenchEndpoint) => ({ ...one, origin: 'option' as const });
  const line = openProofLine(http, server, { imap: [endpoint(place.imap)], smtp: [endpoint(place.smtp)] });
  try {
    const [imap, smtp] = await Promise.all([line.imap, line.smtp]);
    const probes = { imap: imap.probe, smtp: smtp.probe, jmap: line.jmap };
    await Promise.all([
      probes.jmap.open(),
      http.send({ method: 'GET', url: new URL('.well-known/openid-configuration', `${place.issuer}/`) }),
    ]);
    const secret = randomText(randomBytes, 26);
    const password = sha512Crypt(secret, randomText(randomBytes, 16));
    tell({ kind: 'warm' });
    await next();

    const since = performance.now();
    const { tokens } = await signIn.finish(client, pending, new URL(landed.url));
    const token = () => Promise.resolve(tokens.accessToken);
    const api =
      generation === 'jmap'
        ? createStalwartJmap({ http, server, accountId: null, token })
        : createStalwartRest({ http, server, issuer: place.issuer, token, clock, random: randomBytes });
    let made = { serverId: description, secret: new Secret(secret) };
    if (generation === 'jmap') made = await api.create({ description, expiresAt: null });
    else {
      const body = [{ type: 'addAppPassword', name: description, password }];
      await stalwartCall(http, server, tokens.accessToken, {
        method: 'POST',
        path: 'api/account/auth',
        body,
      });
    }
    const proof = await proveAppPassword(probes, { user: place.address, secret: made.secret }, { clock });
    const ms = performance.now() - since;
    await api.destroy({ serverId: made.serverId, description });
    if (proofVerdict(proof) !== 'works') throw new Error(`not proved: ${JSON.stringify(proof)}`);
    return { kind: 'floor-done', ms };
  } finally {
    line.close();
  }
}
