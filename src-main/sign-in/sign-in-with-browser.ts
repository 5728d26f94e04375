import type { Watch } from '../steps.ts';
import { runSignIn, type SignInRunPorts } from './run-sign-in.ts';
import type { SignInClient, SignInResult } from './sign-in.ts';

export interface SignInWatch extends Watch {
  /**
   * The link the browser must open; `opened` is false when no browser could be started. `deadlineAt`, in milliseconds
   * since 1970, is when the wait for the browser ends.
   */
  readonly onLink: (url: URL, opened: boolean, deadlineAt: number) => void;
  /** The browser has come back; what is left needs nobody. */
  readonly onReturn?: () => void;
}

export interface BrowserSignIn {
  readonly client: SignInClient;
  readonly address: string;
  readonly timeoutMs: number;
  readonly openBrowser: boolean;
  /** Fixed loopback port, or null for any free one. */
  readonly port: number | null;
  readonly asSomeoneElse: boolean;
}

/** One sign-in through the browser, told to `watch` in the few words a face of the program needs. */
export function signInWithBrowser(
  ports: SignInRunPorts,
  { client, address, timeoutMs, openBrowser, port, asSomeoneElse }: BrowserSignIn,
  watch: SignInWatch,
): Promise<SignInResult> {
  let link: { readonly url: URL; readonly deadlineAt: number } | null = null;
  return runSignIn(ports, {
    client,
    loginHint: address,
    timeoutMs,
    openBrowser,
    asSomeoneElse,
    receiver: port === null ? {} : { port },
    signal: watch.signal,
    onEvent: (news) => {
      if (news.kind === 'open') link = news;
      if (news.kind === 'open' && !openBrowser) watch.onLink(news.url, false, news.deadlineAt);
      if (news.kind === 'browser' && link !== null) watch.onLink(link.url, news.opened, link.deadlineAt);
      if (news.kind === 'state' && news.state === 'exchanging') watch.onReturn?.();
    },
  });
}
