import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './clock.ts';
import type { Log, LogFacts } from './log.ts';
import { isSecretName, redact } from './redact.ts';

export interface JsonLogOptions {
  /** The state directory; the log is its `log.jsonl`, the older half `log.1.jsonl`. */
  readonly directory: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Size at which the log becomes the older half; 1,000,000 bytes when absent. */
  readonly maxBytes?: number;
}

export const logFileName = 'log.jsonl';
const maxValueLength = 500;

/**
 * JSON lines `{"at","level","event",...facts}` in a file of mode 600. Each line is one append, so processes may share
 * it, and is there even when the process dies the next moment. A log that cannot be written never stops the work.
 */
export function createJsonLog({ directory, clock, maxBytes = 1_000_000 }: JsonLogOptions): Log {
  const path = join(directory, logFileName);

  function write(level: 'info' | 'warn', event: string, facts: LogFacts): void {
    const entry = {
      ...cleaned(facts),
      at: new Date(clock.now()).toISOString(),
      level,
      event: cut(redact(event)),
    };
    const line = `${JSON.stringify(entry, ['at', 'level', 'event', ...Object.keys(entry)])}\n`;
    try {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      if (sizeOf(path) + line.length > maxBytes) renameSync(path, join(directory, 'log.1.jsonl'));
      appendFileSync(path, line, { mode: 0o600 });
    } catch {
      // Nowhere to say it: the log is what failed.
    }
  }

  return {
    info: (event, facts = {}) => write('info', event, facts),
    warn: (event, facts = {}) => write('warn', event, facts),
  };
}

/** `facts` without what looks like a secret, by its name or its value. */
function cleaned(facts: LogFacts): LogFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      redact(name),
      value === null || typeof value === 'boolean'
        ? value
        : isSecretName(name)
          ? '[redacted]'
          : cleanedValue(value),
    ]),
  );
}

function cleanedValue(value: string | number): string | number {
  return typeof value === 'number' ? value : cut(redact(value));
}

function cut(text: string): string {
  return text.length > maxValueLength ? `${text.slice(0, maxValueLength)}…` : text;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
