import type { ReceiverTexts } from './receiver-page.ts';

export interface RedirectReceiver {
  /** `http://127.0.0.1:<port>/callback` */
  readonly redirectUri: string;
  /**
   * Resolves with the full address once the browser came back on the own path with a matching `state`; anything
   * else is answered 404 and ignored. The listener closes after that one answer, on `close()` and on abort.
   * @throws the signal's reason when aborted
   */
  received(state: string, signal?: AbortSignal): Promise<URL>;
  close(): Promise<void>;
}

export interface RedirectReceiverOptions {
  /** Any free port when absent; a fixed one for providers that compare it. */
  readonly port?: number;
  /** The words of the page the browser ends on; English when absent. */
  readonly texts?: ReceiverTexts;
}

/** @throws Fault signin.port-taken */
export type OpenRedirectReceiver = (options?: RedirectReceiverOptions) => Promise<RedirectReceiver>;
