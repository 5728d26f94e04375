import * as v from 'valibot';
import type { MailboxRequest } from './mailbox-request.ts';

const text = v.exactOptional(v.pipe(v.string(), v.maxLength(500)));
const schema = v.pipe(
  v.string(),
  v.maxLength(4096),
  v.parseJson(),
  v.strictObject({ server: text, issuer: text, imap: text, smtp: text, sieve: text, clientId: text }),
);

/**
 * What nobody types in the sandbox: `GATEPASS_SANDBOX` as JSON, e.g. `{"server":"https://localhost:1234"}`. Read only in
 * a program that is not packaged. Anything else in it counts as nothing. Pure.
 */
export function sandboxDefaults(
  env: Readonly<Record<string, string | undefined>>,
): Partial<Omit<MailboxRequest, 'address'>> {
  const parsed = v.safeParse(schema, env['GATEPASS_SANDBOX']);
  return parsed.success ? parsed.output : {};
}
