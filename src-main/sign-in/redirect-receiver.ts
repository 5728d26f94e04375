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

/** @throws Fault signin.port-taken */
export type OpenRedirectReceiver = (options?: { readonly port?: number }) => Promise<RedirectReceiver>;
