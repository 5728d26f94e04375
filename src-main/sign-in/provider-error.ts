/**
 * The `error` of an OAuth answer as it may be shown and logged. RFC 6749 allows almost any text there and a provider
 * may put a token or markup into it, so only what looks like a registered code (lower-case words) goes through;
 * `error_description` never does.
 */
export function providerError(error: unknown): string {
  return typeof error === 'string' && /^[a-z][a-z_]{1,39}$/.test(error) ? error : 'unnamed_error';
}
