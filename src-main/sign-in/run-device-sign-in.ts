import { Fault } from '../fault.ts';
import type { Browser } from '../platform/browser.ts';
import type { Clock } from '../platform/clock.ts';
import type { SignIn, SignInClient, SignInResult } from './sign-in.ts';

export interface DeviceSignInPorts {
  readonly signIn: Pick<SignIn, 'beginDevice' | 'finishDevice'>;
  readonly browser: Browser;
  readonly clock: Clock;
}

export interface DeviceSignInOptions {
  readonly client: SignInClient;
  /** How long the person may take; as long as the code lives, at most 900,000 ms, when absent. */
  readonly timeoutMs?: number;
  /** False: link and code are only shown. */
  readonly openBrowser: boolean;
  readonly onEvent?: (event: DeviceNews) => void;
  readonly signal?: AbortSignal;
}

/** What a face of the program shows while it waits. */
export type DeviceNews =
  | {
      readonly kind: 'code';
      /** The page; `code` is filled in there already where the issuer offers such an address. */
      readonly url: URL;
      /** What the person types, or compares with what the page shows. */
      readonly code: string;
      /** Milliseconds since 1970. */
      readonly deadlineAt: number;
    }
  /** Whether the browser could be started; comes after `code`, only where it was to be started. */
  | { readonly kind: 'browser'; readonly opened: boolean };

const usualTimeoutMs = 15 * 60_000;

/**
 * One sign-in with a device code, from asking for it to the tokens.
 * @throws Fault signin.cancelled when the signal is aborted (at any moment), signin.timeout, signin.denied,
 *   signin.no-device-code, and what else SignIn throws
 */
export async function runDeviceSignIn(
  ports: DeviceSignInPorts,
  options: DeviceSignInOptions,
): Promise<SignInResult> {
  const { client, signal } = options;
  let isOver = false;
  const tell = (news: DeviceNews) => {
    if (!isOver) options.onEvent?.(news);
  };
  try {
    signal?.throwIfAborted();
    const issued = await ports.signIn.beginDevice(client, signal);
    const deadlineAt = Math.min(issued.expiresAt, ports.clock.now() + (options.timeoutMs ?? usualTimeoutMs));
    const url = issued.verificationUriComplete ?? issued.verificationUri;
    tell({ kind: 'code', url, code: issued.userCode, deadlineAt });
    // Not waited for: the person may type the code on another device while this one still looks for a browser.
    if (options.openBrowser) {
      void ports.browser.open(url).then(
        (opened) => tell({ kind: 'browser', opened }),
        () => tell({ kind: 'browser', opened: false }),
      );
    }
    return await ports.signIn.finishDevice(client, { ...issued, expiresAt: deadlineAt }, signal);
  } catch (thrown) {
    if (signal?.aborted) throw new Fault('signin.cancelled', 'cancelled', { cause: signal.reason });
    throw thrown;
  } finally {
    isOver = true;
  }
}
