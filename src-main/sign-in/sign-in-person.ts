import type { Generation, MailService } from '../discovery/mail-service.ts';
import type { Browser } from '../platform/browser.ts';
import type { Clock } from '../platform/clock.ts';
import type { Watch } from '../steps.ts';
import type { OpenRedirectReceiver } from './redirect-receiver.ts';
import { runDeviceSignIn } from './run-device-sign-in.ts';
import { runSignIn } from './run-sign-in.ts';
import type { SignIn, SignInClient, SignInResult } from './sign-in.ts';

export interface PersonPorts {
  readonly signIn: SignIn;
  readonly openReceiver: OpenRedirectReceiver;
  readonly browser: Browser;
  readonly clock: Clock;
}

/** How a person wants to sign in. */
export interface PersonRequest {
  readonly address: string;
  readonly openBrowser: boolean;
  /** True: by a code that is typed on any device, instead of a browser that comes back to this computer. */
  readonly device: boolean;
  /** Fixed loopback port for providers that insist on one; null for any free one. */
  readonly port: number | null;
  /** Milliseconds; null for the usual patience: three minutes with the browser, fifteen with a code. */
  readonly timeoutMs: number | null;
  /** Ask who it is even where the browser still knows somebody (`prompt=login`); false when absent. */
  readonly asSomeoneElse?: boolean;
}

/** A code the person types at `url`, or compares with what is filled in there. */
export interface DeviceCodeToShow {
  readonly url: URL;
  readonly code: string;
  /** The server did not say where people sign in, so its own page was taken: that may be the wrong place. */
  readonly guessed: boolean;
  /** When the wait ends, milliseconds since 1970. */
  readonly deadlineAt: number;
}

export interface SignInWatch extends Watch {
  /**
   * The link the browser must open; `opened` is false when no browser could be started. `deadlineAt`, in milliseconds
   * since 1970, is when the wait for the browser ends.
   */
  readonly onLink: (url: URL, opened: boolean, deadlineAt: number) => void;
  /** Comes before a browser is started. To be shown with a warning: codes are what phishers send. */
  readonly onDeviceCode: (shown: DeviceCodeToShow) => void;
  /** The browser has come back; what is left needs nobody. */
  readonly onReturn?: () => void;
}

export interface PersonToSignIn {
  readonly place: { readonly generation: Generation; readonly issuer: MailService['issuer'] };
  readonly client: SignInClient;
  readonly request: PersonRequest;
  readonly watch: SignInWatch;
  /** Called when the person has done their part; the tokens may still have to be fetched. */
  readonly onReturn: () => void;
}

/**
 * Signs the person in with the browser, or by a device code where that was asked for or is the only way: up to 0.15
 * the server's own OAuth has no PKCE and refuses redirects over http.
 * @throws Fault signin.*, issuer.*, network.*
 */
export function signInPerson(ports: PersonPorts, person: PersonToSignIn): Promise<SignInResult> {
  const { issuer, generation } = person.place;
  const isOnlyWay = issuer.kind === 'stalwart' && generation === 'rest';
  return isOnlyWay || person.request.device
    ? withDevice(ports, person, isOnlyWay)
    : withBrowser(ports, person);
}

async function withDevice(
  ports: PersonPorts,
  { client, request, watch, onReturn }: PersonToSignIn,
  guessed: boolean,
): Promise<SignInResult> {
  const result = await runDeviceSignIn(ports, {
    ...common(client, request, watch),
    onEvent: (news) => {
      if (news.kind !== 'code') return;
      const { url, code, deadlineAt } = news;
      watch.onDeviceCode({ url, code, deadlineAt, guessed });
    },
  });
  onReturn();
  watch.onReturn?.();
  return result;
}

function withBrowser(
  ports: PersonPorts,
  { client, request, watch, onReturn }: PersonToSignIn,
): Promise<SignInResult> {
  let link: { readonly url: URL; readonly deadlineAt: number } | null = null;
  return runSignIn(ports, {
    ...common(client, request, watch),
    loginHint: request.address,
    asSomeoneElse: request.asSomeoneElse ?? false,
    receiver: request.port === null ? {} : { port: request.port },
    onEvent: (news) => {
      if (news.kind === 'state' && news.state === 'exchanging') {
        onReturn();
        watch.onReturn?.();
      }
      if (news.kind === 'open') link = news;
      if (news.kind === 'open' && !request.openBrowser) watch.onLink(news.url, false, news.deadlineAt);
      if (news.kind === 'browser' && link !== null) watch.onLink(link.url, news.opened, link.deadlineAt);
    },
  });
}

function common(client: SignInClient, { openBrowser, timeoutMs }: PersonRequest, { signal }: SignInWatch) {
  return { client, openBrowser, signal, ...(timeoutMs === null ? {} : { timeoutMs }) };
}
