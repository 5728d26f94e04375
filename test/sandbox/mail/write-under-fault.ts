import type { Socket } from 'node:net';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { assertNever } from '../../../src-main/assert-never.ts';
import type { SandboxFault } from '../sandbox.ts';

interface Writing {
  readonly stream: Socket;
  /** The TCP connection under `stream`, which is the one that can be reset. */
  readonly transport: Socket;
  readonly answer: Buffer;
  readonly fault: SandboxFault | undefined;
  /** Aborted when the connection is over. */
  readonly over: AbortSignal;
}

/** No UTF-8, no protocol, and a line end, so that a client that reads lines gets to see it. */
const garbage = Buffer.from('\u0000\u00ff\u00fe}{ ] garbage \u0007\u0080\r\n', 'latin1');

/** Sends one answer, or what is left of it under the fault that is switched on for this protocol. */
export async function writeUnderFault({ stream, transport, answer, fault, over }: Writing): Promise<void> {
  if (fault === undefined) return send(stream, answer);
  switch (fault.kind) {
    case 'latency':
      await setTimeout(fault.ms, undefined, { signal: over }).catch(() => undefined);
      return send(stream, answer);
    case 'reset':
      await reset(stream, transport);
      return;
    case 'hang':
      return;
    case 'lose-answer':
      // The work is done by now; only its answer is lost.
      stream.destroySoon();
      return;
    case 'truncate':
      await send(stream, answer.subarray(0, Math.ceil(answer.length / 2)));
      stream.destroySoon();
      return;
    case 'garbage':
      return send(stream, garbage);
    case 'huge':
      return sendHuge(stream, fault.bytes, over);
    case 'refuse':
    case 'status':
      // `refuse` is the listener's business, `status` has no meaning without HTTP.
      return send(stream, answer);
    default:
      return assertNever(fault);
  }
}

/** Node 20 crashes when the TCP connection below a TLS stream is reset while that stream is still in use. */
async function reset(stream: Socket, transport: Socket): Promise<void> {
  if (stream !== transport) {
    stream.pause();
    await setImmediate();
  }
  transport.resetAndDestroy();
}

async function sendHuge(stream: Socket, bytes: number, over: AbortSignal): Promise<void> {
  const block = Buffer.alloc(64 * 1024, 'x');
  for (let sent = 0; sent < bytes && !over.aborted; sent += block.length) {
    await send(stream, block.subarray(0, Math.min(block.length, bytes - sent)));
  }
  await send(stream, Buffer.from('\r\n'));
}

function send(stream: Socket, bytes: Buffer): Promise<void> {
  if (stream.destroyed || !stream.writable) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      stream.removeListener('close', done);
      resolve();
    };
    stream.once('close', done);
    stream.write(bytes, done);
  });
}
