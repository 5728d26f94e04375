import * as v from 'valibot';
import type { MailboxRequest } from './mailbox-request.ts';

const text = v.exactOptional(v.pipe(v.string(), v.maxLength(500)));
const vault = v.exactOptional(v.pipe(v.string(), v.regex(/^(memory|demo-[a-z0-9]{1,16}\.)$/)));
const timeoutMs = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1_000), v.maxValue(300_000)));
const schema = v.pipe(
  v.string(),
  v.maxLength(4096),
  v.parseJson(),
  v.strictObject({
    server: text,
    issuer: text,
    imap: text,
    smtp: text,
    sieve: text,
    clientId: text,
    vault,
    timeoutMs,
  }),
);

export interface SandboxDefaults {
  /** What nobody types there. */
  readonly request: Partial<Omit<MailboxRequest, 'address'>>;
  /** `memory`, or how the names of keychain items begin (vault/sandbox-vault.ts); null for the keychain as it is. */
  readonly vault: string | null;
  /** Milliseconds a person has in the browser; null for the usual time. */
  readonly browserMs: number | null;
}

/**
 * How to work on a sandbox: `GATEPASS_SANDBOX` as JSON, e.g. `{"server":"https://localhost:1234","vault":"memory"}`.
 * Read only in a program that is not packaged. Anything else in it counts as nothing. Pure.
 */
export function sandboxDefaults(env: Readonly<Record<string, string | undefined>>): SandboxDefaults {
  const parsed = v.safeParse(schema, env['GATEPASS_SANDBOX']);
  if (!parsed.success) return { request: {}, vault: null, browserMs: null };
  const { vault = null, timeoutMs: browserMs = null, ...request } = parsed.output;
  return { request, vault, browserMs };
}
