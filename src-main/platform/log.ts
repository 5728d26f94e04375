/** What may be logged beside a message: plain, non-secret facts. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** One line per event. Never given a token, a secret, a server's own line or a request body. */
export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
}
