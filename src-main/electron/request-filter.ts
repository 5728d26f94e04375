import { isAppUrl } from './app-url.ts';

/** What is asked of the details of Electron's `webRequest.onBeforeRequest`. */
export interface PageRequest {
  readonly url: string;
  readonly resourceType: string;
}

/**
 * Whether a page may make a request at all: only for our own files, and for images written into the page as data.
 * The second lock behind the content security policy, on every session: it also holds for requests no policy sees.
 * While developing, the pages of the developer tools as well.
 */
export function isAllowedRequest(request: PageRequest, devTools: boolean): boolean {
  if (isAppUrl(request.url)) return true;
  if (request.resourceType === 'image' && request.url.startsWith('data:image/')) return true;
  return devTools && request.url.startsWith('devtools://devtools/');
}
