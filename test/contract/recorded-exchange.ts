import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StalwartVersion } from '../sandbox/mail/mail-authority.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type RecordedHeaders = Readonly<Record<string, string | readonly string[]>>;

export interface HttpExchange {
  readonly protocol: 'http';
  readonly name: string;
  /** When it happened; files without it are replayed by themselves. */
  readonly at?: number;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Json;
  };
  readonly response: { readonly status: number; readonly headers: RecordedHeaders; readonly body: Json };
  /** What the server sent to the provider's endpoint meanwhile. */
  readonly toEndpoint?: readonly EndpointRequest[];
}

export interface EndpointRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface LinesExchange {
  readonly protocol: 'lines';
  readonly name: string;
  readonly at?: number;
  readonly port: number;
  readonly lines: readonly string[];
}

export type Exchange = HttpExchange | LinesExchange;

interface RecordedFile {
  readonly name: string;
  readonly exchanges: readonly Exchange[];
}

const folder = fileURLToPath(new URL('../transcripts/', import.meta.url));

/** The recordings of one version. They are test data of the project, so their form is taken as given. */
export function recordedFiles(version: StalwartVersion): readonly RecordedFile[] {
  return readdirSync(join(folder, version))
    .toSorted()
    .map((name) => {
      const file: { readonly exchanges: readonly Exchange[] } = JSON.parse(
        readFileSync(join(folder, version, name), 'utf8'),
      );
      return { name, exchanges: file.exchanges };
    });
}

/** All exchanges with a time, of all files, in the order in which they happened. */
export function exchangesInOrder(files: readonly RecordedFile[]): readonly Exchange[] {
  return files
    .flatMap(({ exchanges }) => exchanges)
    .filter(({ at }) => at !== undefined)
    .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

/** Files whose exchanges carry no time: each was recorded on a server of its own. */
export function separateFiles(files: readonly RecordedFile[]): readonly RecordedFile[] {
  return files.filter(({ exchanges }) => exchanges.every(({ at }) => at === undefined));
}

/** Puts back what the recorder replaced by `(as in "<name of another exchange>")`. */
export function expandRepeats(body: Json, all: readonly Exchange[], path: readonly string[] = []): Json {
  if (typeof body === 'string') {
    const other = /^\(as in "(.*)"\)$/s.exec(body)?.[1];
    const source = all.find(({ name, protocol }) => protocol === 'http' && name === other);
    return source?.protocol === 'http'
      ? expandRepeats(memberAt(source.response.body, path), all, path)
      : body;
  }
  if (Array.isArray(body)) {
    const items: readonly Json[] = body;
    return items.map((item, index) => expandRepeats(item, all, [...path, String(index)]));
  }
  return typeof body === 'object' && body !== null
    ? Object.fromEntries(
        Object.entries(body).map(([name, value]) => [name, expandRepeats(value, all, [...path, name])]),
      )
    : body;
}

function memberAt(body: Json, path: readonly string[]): Json {
  return path.reduce<Json>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (Object.entries(value).find(([name]) => name === step)?.[1] ?? null)
        : null,
    body,
  );
}
