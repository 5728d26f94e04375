import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Client } from './line-server.ts';

const exchangesSchema = v.object({
  exchanges: v.array(
    v.object({
      name: v.string(),
      protocol: v.string(),
      secure: v.optional(v.boolean()),
      lines: v.optional(v.array(v.string())),
    }),
  ),
});

/** The recorded lines of one exchange of a real server. */
export function recordedLines(version: '0.16.18' | '0.15.5', name: string): readonly string[] {
  const file = new URL(`../transcripts/${version}/4-mail-protocols.json`, import.meta.url);
  const { exchanges } = v.parse(exchangesSchema, JSON.parse(readFileSync(file, 'utf8')));
  const lines = exchanges.find((exchange) => exchange.name === name)?.lines;
  if (!lines) throw new Error(`nothing recorded as "${name}"`);
  return lines;
}

export interface Playback {
  readonly converse: (client: Client) => Promise<void>;
  /** Every line the clients sent. */
  readonly heard: string[];
  /** Lines nothing was recorded for. */
  readonly unknown: string[];
}

/**
 * A server that knows nothing but recorded lines: what it says is word for word theirs. A client's line is answered
 * with what the real server answered to the next recorded command of the same kind; its tag is put in place.
 * @param chunks sizes of the pieces each answer is sent in, in turn; whole when empty
 */
export function playBack(lines: readonly string[], chunks: readonly number[] = []): Playback {
  const heard: string[] = [];
  const unknown: string[] = [];
  return {
    heard,
    unknown,
    async converse(client) {
      let at = 0;
      const send = createSplitter(client, chunks);
      for (;;) {
        at = await say(client, send, lines, at, '', '');
        const heardLine = await client.line();
        if (heardLine === null) return;
        heard.push(heardLine);
        const kind = kindOf(heardLine);
        const found = lines.findIndex(
          (line, index) => index >= at && line.startsWith('C: ') && kindOf(line.slice(3)) === kind,
        );
        if (found < 0) {
          unknown.push(heardLine);
          return;
        }
        at = await say(client, send, lines, found + 1, tagOf(lines[found]?.slice(3) ?? ''), tagOf(heardLine));
        if (kind === 'LOGOUT' || kind === 'QUIT') return client.end();
      }
    },
  };
}

async function say(
  client: Client,
  send: (text: string) => void,
  lines: readonly string[],
  from: number,
  recordedTag: string,
  tag: string,
): Promise<number> {
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '-- TLS --') await client.startTls();
    else if (line === 'S: (connection closed)') client.end();
    else if (!line.startsWith('S: ')) return at;
    else {
      const said = line.slice(3);
      const own = recordedTag !== '' && said.startsWith(`${recordedTag} `);
      send(`${own ? tag + said.slice(recordedTag.length) : said}\r\n`);
    }
  }
  return at;
}

/** The verb of a command. To a server LOGIN and AUTHENTICATE PLAIN ask the same. */
function kindOf(line: string): string {
  const words = line.replace(/^[ag]\d+ /, '').toUpperCase();
  if (/^(LOGIN|AUTHENTICATE PLAIN)\b/.test(words)) return 'LOGIN';
  return /^(AUTHENTICATE \S+|AUTH \S+|\S+)/.exec(words)?.[1] ?? '';
}

function tagOf(line: string): string {
  return /^([ag]\d+) /.exec(line)?.[1] ?? '';
}

function createSplitter(client: Client, chunks: readonly number[]): (text: string) => void {
  let turn = 0;
  return (text) => {
    let rest = Buffer.from(text, 'latin1');
    while (chunks.length > 0 && rest.length > 0) {
      const size = chunks[turn++ % chunks.length] ?? rest.length;
      client.write(rest.subarray(0, size));
      rest = rest.subarray(size);
    }
    if (rest.length > 0) client.write(rest);
  };
}
