import type { Generation } from '../discovery/mail-service.ts';
import { Fault } from '../fault.ts';
import type { Clock } from '../platform/clock.ts';
import type { Http } from '../platform/http.ts';
import type { Secret } from '../secret.ts';
import { readAccessToken } from './access-token.ts';
import type { TokenFinding } from './token-finding.ts';
import { diagnoseTokenRefusal } from './token-refusal.ts';
import { askUserinfo } from './userinfo-claims.ts';

export interface RefusedToken {
  readonly token: Secret;
  readonly server: URL;
  readonly generation: Generation;
  readonly issuer: string;
  readonly address: string;
}

/**
 * The fault to show after the mail server's 401, with the cause as far as it can be found out from here. Asks the
 * provider's UserInfo once, the mail server not at all: each refused token counts towards a ban there.
 *
 * @returns server.rejected-token with facts `finding`, `change`, `whose` and `kinds` (of all findings)
 * @throws the signal's reason
 */
export async function explainTokenRefusal(
  ports: { readonly http: Http; readonly clock: Clock },
  refused: RefusedToken,
  signal?: AbortSignal,
): Promise<Fault> {
  const findings = diagnoseTokenRefusal({
    token: readAccessToken(refused.token),
    generation: refused.generation,
    issuer: refused.issuer,
    address: refused.address,
    now: ports.clock.now(),
    userinfo: await askUserinfo(ports.http, refused.issuer, refused.token, signal),
  });
  return rejectedToken(findings, refused.server);
}

function rejectedToken(findings: readonly TokenFinding[], server: URL): Fault {
  const [first] = findings;
  return new Fault('server.rejected-token', findings.map(({ kind }) => kind).join(' '), {
    facts: {
      server: server.host,
      finding: findings.map(({ found }) => found).join(' '),
      change: findings.map(({ whatToChange }) => whatToChange).join(' '),
      whose: first?.whose ?? 'server',
      kinds: findings.map(({ kind }) => kind).join(' '),
    },
  });
}
