import type { Protocol } from 'electron';
import { appScheme, isAppUrl } from './app-url.ts';
import { pageHeaders } from './content-policy.ts';
import type { PageFiles } from './page-files.ts';

/** Reads one file whole; `readFile` of node:fs/promises, which also reads inside app.asar. */
export type ReadPageFile = (path: string) => Promise<Uint8Array>;

/**
 * Makes `app:` a scheme with hosts and origins, as https is; must be called before `ready`. No privilege it does not
 * need: no service workers, no CORS, no way around the content policy.
 */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the window's pages on its session; no other session knows the scheme. */
export function serveAppScheme(
  protocol: Pick<Protocol, 'handle'>,
  files: PageFiles,
  read: ReadPageFile,
): void {
  protocol.handle(appScheme, (request) => answerPageRequest(request, files, read));
}

/**
 * One answer: the listed file of exactly this path with our headers, else 404 (405 for another method, 400 for an
 * address that is not ours). The path is compared as it is, not decoded: the build writes no name that would need it.
 */
export async function answerPageRequest(
  request: { readonly method: string; readonly url: string },
  files: PageFiles,
  read: ReadPageFile,
): Promise<Response> {
  if (request.method !== 'GET') return refuse(405);
  if (!isAppUrl(request.url)) return refuse(400);
  const file = files.get(new URL(request.url).pathname);
  if (file === undefined) return refuse(404);
  try {
    // Copied into a plain ArrayBuffer, which is what a body may be made of.
    const body = new Uint8Array(await read(file.path));
    return new Response(body, { headers: { ...pageHeaders, 'content-type': file.contentType } });
  } catch {
    return refuse(404);
  }
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: pageHeaders });
}
