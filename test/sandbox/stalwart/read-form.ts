import type { HttpRequest } from './http-request.ts';

const mostFormBytes = 16_384;

/** A urlencoded form; undefined for another content type or a form that is too large. */
export async function readForm(request: HttpRequest): Promise<URLSearchParams | undefined> {
  const type = request.header('content-type') ?? '';
  const body = await request.body(mostFormBytes);
  return body === undefined || !type.startsWith('application/x-www-form-urlencoded')
    ? undefined
    : new URLSearchParams(body.toString());
}
