import { Fault } from '../fault.ts';

export interface SetError {
  readonly type: string;
  readonly description?: string | undefined;
  readonly properties?: readonly string[] | undefined;
}

/**
 * What a set error of `x:AppPassword/set` means (RFC 8620 section 5.3; texts of Stalwart 0.16.18). The server's text
 * is looked at, never passed on. Pure.
 */
export function setErrorFault(error: SetError, server: URL): Fault {
  const facts = { server: server.host };
  switch (error.type) {
    case 'overQuota':
      return new Fault('server.quota', 'over quota', { facts: { ...facts, quota: quotaOf(error) } });
    case 'forbidden':
      return new Fault('server.forbidden', 'set error forbidden', {
        facts: { ...facts, what: forbiddenWords(error) },
      });
    case 'rateLimit':
      return new Fault('server.limited', 'set error rateLimit', {
        retryable: true,
        facts: { ...facts, seconds: 60 },
      });
    default: {
      const what = refusedWords(error);
      return new Fault('server.refused', what, { facts: { ...facts, what } });
    }
  }
}

function quotaOf(error: SetError): number | string {
  const said = /\bquota of (\d{1,6})\b/.exec(error.description ?? '')?.[1];
  return said === undefined ? 'only so many' : Number(said);
}

/** 0.16.15 and later check that nobody grants more than they have. */
function forbiddenWords(error: SetError): string {
  return error.description?.includes('authorized to grant') ? 'give an app password these rights' : 'do this';
}

function refusedWords(error: SetError): string {
  const properties = (error.properties ?? []).filter((name) => /^[a-zA-Z0-9@/._-]{1,60}$/.test(name));
  if (properties.length > 0) return `it does not take ${properties.join(', ')}`;
  return /^[a-zA-Z]{1,40}$/.test(error.type) ? `it says ${error.type}` : 'it does not say why';
}
