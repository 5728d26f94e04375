import { Fault } from '../fault.ts';
import type { SignIn } from '../sign-in/sign-in.ts';

/**
 * Whether a server up to 0.15 signs people in itself in a way that is open to Gatepass: with a device code. Its own
 * OAuth has no PKCE and refuses redirects over http, so no browser can come back to this computer.
 * @param server base address with a trailing slash
 * @throws Fault issuer.unreachable, network.*; the signal's reason
 */
export async function offersDeviceCode(
  signIn: Pick<SignIn, 'discover'>,
  server: URL,
  signal?: AbortSignal,
): Promise<boolean> {
  try {
    const options = signal === undefined ? {} : { signal };
    const { deviceCode } = await signIn.discover(server.href, { kind: 'stalwart', ...options });
    return deviceCode;
  } catch (thrown) {
    // Before 0.10.2 there is no document, and a proxy may not pass it on.
    if (thrown instanceof Fault && thrown.code === 'issuer.invalid') return false;
    throw thrown;
  }
}
