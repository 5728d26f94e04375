import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** A client that says recorded lines and hears what comes back. */
export interface LinesPlayer {
  send(line: string): void;
  /** The next line, or `(connection closed)`. */
  hear(): Promise<string>;
  startTls(): Promise<void>;
  close(): void;
}

export interface LinesPlayerOptions {
  readonly port: number;
  readonly secure: boolean;
  /** PEM of the authority that signed the server's certificate. */
  readonly ca: string;
}

export async function startLinesPlayer({ port, secure, ca }: LinesPlayerOptions): Promise<LinesPlayer> {
  const tcp = connectTcp(port, '127.0.0.1');
  await once(tcp, 'connect');
  let stream: Socket = tcp;
  let text = '';
  let over = false;
  let wake: () => void = () => undefined;

  function listen(to: Socket): void {
    to.setEncoding('utf8');
    to.on('data', (chunk: string) => {
      text += chunk;
      wake();
    });
    for (const event of ['end', 'close', 'error']) {
      to.on(event, () => {
        over = true;
        wake();
      });
    }
  }
  async function upgrade(): Promise<void> {
    tcp.removeAllListeners('data');
    const tls = connectTls({ socket: tcp, servername: 'localhost', ca });
    await once(tls, 'secureConnect');
    stream = tls;
    listen(tls);
  }
  if (secure) await upgrade();
  else listen(tcp);

  return {
    send: (line) => void stream.write(`${line}\r\n`),
    async hear() {
      for (;;) {
        const end = text.indexOf('\r\n');
        if (end >= 0) {
          const line = text.slice(0, end);
          text = text.slice(end + 2);
          return line;
        }
        if (over) return text === '' ? '(connection closed)' : `${text} (no line end)`;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    startTls: upgrade,
    close: () => void tcp.destroy(),
  };
}
