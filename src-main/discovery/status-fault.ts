import * as v from 'valibot';
import { Fault } from '../fault.ts';
import type { HttpResponse } from '../platform/http.ts';

const usualWaitSeconds = 60;
const longestWaitSeconds = 24 * 60 * 60;

/** RFC 9457 problem details, as Stalwart writes them. `detail` is left out: it may echo the request (0.16). */
const problemSchema = v.object({
  type: v.fallback(v.pipe(v.string(), v.maxLength(200)), ''),
  title: v.fallback(v.pipe(v.string(), v.maxLength(200)), ''),
  limit: v.fallback(v.pipe(v.string(), v.maxLength(200)), ''),
});

/**
 * What a status other than 200 means, on every HTTP API of Stalwart and whatever stands in front of it.
 * 403 stands for a missing right here; an address that is banned gets the same 403, see `stalwart-call.ts`.
 *
 * @returns server.rejected-token, .forbidden, .limited, .banned, .not-stalwart, .refused, .broken or
 *   network.redirected; facts never hold a text of the server
 */
export function statusFault(response: HttpResponse, server: URL): Fault {
  const { status } = response;
  const problem = readProblem(response.body);
  const facts = { server: server.host };
  if (status >= 300 && status < 400) {
    return new Fault('network.redirected', `status ${status}`, { facts: { host: server.host } });
  }
  if (status >= 500) {
    return new Fault('server.broken', `status ${status}`, {
      retryable: true,
      facts: { ...facts, what: `status ${status}` },
    });
  }
  switch (status) {
    case 401:
      return new Fault('server.rejected-token', 'status 401', {
        facts: {
          ...facts,
          finding: 'It does not say why.',
          change: 'Sign in again. If it stays so, tell your mail admin this line.',
        },
      });
    case 402:
      // Accounts with a second factor at Stalwart itself, over Basic.
      return refused('it asks for a second factor', facts);
    case 403:
      return new Fault('server.forbidden', 'status 403', {
        facts: { ...facts, what: 'use this part of the server' },
      });
    case 404:
      return new Fault('server.not-stalwart', 'status 404', { facts: { server: server.href } });
    case 429:
      return problem.title.includes('Authentication Attempts')
        ? new Fault('server.banned', 'just banned', { facts })
        : limited(response, facts);
    default:
      break;
  }
  if (problem.type === 'urn:ietf:params:jmap:error:limit' && problem.limit === 'maxConcurrentRequests') {
    return limited(response, facts);
  }
  if (problem.type.endsWith(':error:notRequest') || problem.type.endsWith(':error:notJSON')) {
    return new Fault('server.broken', 'request not understood', {
      facts: { ...facts, what: 'it does not understand the question' },
    });
  }
  return refused(`status ${status}`, facts);
}

function refused(what: string, facts: { readonly server: string }): Fault {
  return new Fault('server.refused', what, { facts: { ...facts, what } });
}

function limited(response: HttpResponse, facts: { readonly server: string }): Fault {
  const seconds = retryAfterSeconds(response.headers);
  return new Fault('server.limited', `slow down for ${seconds} s`, {
    retryable: true,
    facts: { ...facts, seconds },
  });
}

/** RFC 9110 section 10.2.3: seconds or a date; a date counts from the server's own `Date`. */
function retryAfterSeconds(headers: Headers): number {
  const text = headers.get('retry-after')?.trim() ?? '';
  const sent = Date.parse(headers.get('date') ?? '');
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - sent) / 1000);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, longestWaitSeconds) : usualWaitSeconds;
}

function readProblem(body: string): v.InferOutput<typeof problemSchema> {
  const parsed = v.safeParse(v.pipe(v.string(), v.maxLength(65_536), v.parseJson(), problemSchema), body);
  return parsed.success ? parsed.output : { type: '', title: '', limit: '' };
}
