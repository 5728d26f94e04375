import type { CustomFetch } from 'openid-client';
import { Fault } from '../fault.ts';
import type { Http } from '../platform/http.ts';

/** Token answers have 1 to 10 KB. */
const maxBytes = 256 * 1024;

/**
 * openid-client's requests over the Http port, so that its limits, deadline, errors and lack of cookies and
 * redirects hold for them too. `signal` is the caller's: openid-client has no way to hand one through.
 */
export function createOpenidFetch(http: Http, signal?: AbortSignal): CustomFetch {
  return async (url, options) => {
    if (options.method !== 'GET' && options.method !== 'POST')
      throw new Fault('bug', `unexpected ${options.method}`);
    const body = options.body;
    if (body !== undefined && body !== null && !(body instanceof URLSearchParams))
      throw new Fault('bug', 'unexpected body');
    const response = await http.send({
      method: options.method,
      url: new URL(url),
      headers: options.headers,
      maxBytes,
      ...(body ? { body: body.toString() } : {}),
      ...(signal === undefined ? {} : { signal }),
    });
    // The Response class refuses other numbers, and a body where HTTP has none.
    if (response.status < 200 || response.status > 599)
      throw new Fault('server.broken', `status ${response.status}`);
    const bodiless = [204, 205, 304].includes(response.status);
    return new Response(bodiless ? null : response.body, {
      status: response.status,
      headers: response.headers,
    });
  };
}
