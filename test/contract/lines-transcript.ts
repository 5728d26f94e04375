import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { StalwartVersion } from '../sandbox/mail/mail-authority.ts';

/** One recorded conversation of a mail protocol. */
export interface LinesExchange {
  readonly version: StalwartVersion;
  readonly file: string;
  readonly name: string;
  /** The port the recorder connected to: 25, or the usual one behind 10000 or 20000. */
  readonly port: number;
  readonly secure: boolean;
  /** `C: ...`, `S: ...`, `-- TLS --` and `S: (connection closed)`. */
  readonly lines: readonly string[];
}

const transcriptSchema = v.object({
  exchanges: v.array(v.looseObject({ protocol: v.optional(v.string()) })),
});
const linesSchema = v.object({
  name: v.string(),
  port: v.number(),
  secure: v.boolean(),
  lines: v.array(v.pipe(v.string(), v.regex(/^(C: |S: |-- TLS --$)/))),
});
const root = new URL('../transcripts/', import.meta.url);

/** Every `protocol: "lines"` exchange recorded from one version. */
export function linesExchanges(version: StalwartVersion): readonly LinesExchange[] {
  return readdirSync(new URL(`${version}/`, root))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const { exchanges } = v.parse(
        transcriptSchema,
        JSON.parse(readFileSync(new URL(`${version}/${file}`, root), 'utf8')),
      );
      return exchanges
        .filter(({ protocol }) => protocol === 'lines')
        .map((exchange) => ({ version, file, ...v.parse(linesSchema, exchange) }));
    });
}
