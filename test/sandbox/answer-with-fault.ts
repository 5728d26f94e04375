import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { TLSSocket } from 'node:tls';
import { assertNever } from '../../src-main/assert-never.ts';
import type { SandboxFault } from './sandbox.ts';
import type { Reply } from './stalwart/reply.ts';

/**
 * Writes the reply, as it is or as the fault wants it. The work behind `produce` is done only where a real server
 * would have done it: not when the fault refuses, resets or hangs, but before an answer is lost.
 */
export async function answerWithFault(
  fault: SandboxFault | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  produce: () => Promise<Reply>,
): Promise<void> {
  if (fault === undefined) {
    writeReply(response, await produce());
    return;
  }
  switch (fault.kind) {
    case 'latency':
      await wait(fault.ms, undefined, { ref: false });
      writeReply(response, await produce());
      return;
    case 'refuse':
      request.socket.destroy();
      return;
    case 'reset':
      reset(request.socket);
      return;
    case 'hang':
      return;
    case 'status':
      writeReply(response, {
        status: fault.status,
        headers: Object.entries(fault.headers ?? {}),
        body: fault.body ?? '',
      });
      return;
    case 'lose-answer':
      await produce();
      request.socket.destroy();
      return;
    case 'truncate': {
      const reply = await produce();
      const half = Buffer.from(reply.body).subarray(0, Math.floor(Buffer.byteLength(reply.body) / 2));
      writeHead(response, reply);
      response.write(half, () => request.socket.destroy());
      return;
    }
    case 'huge':
      await produce();
      writeHuge(response, fault.bytes);
      return;
    case 'garbage':
      writeReply(response, {
        ...(await produce()),
        body: '\u0000\u0001{"methodResponses":[[[[<html>\ufffd',
      });
      return;
    default:
      assertNever(fault);
  }
}

/** Only a TCP connection can be reset; one under TLS is dropped without a word, which clients take for the same. */
function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

function writeReply(response: ServerResponse, reply: Reply): void {
  writeHead(response, reply);
  response.end(reply.body);
}

function writeHead(response: ServerResponse, reply: Reply): void {
  response.statusCode = reply.status;
  for (const [name, value] of reply.headers) {
    response.appendHeader(name, value);
  }
  response.setHeader('content-length', Buffer.byteLength(reply.body));
}

function writeHuge(response: ServerResponse, bytes: number): void {
  response.statusCode = 200;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  const chunk = Buffer.alloc(64 * 1024, 'x');
  let left = bytes;
  response.write('"');
  const more = () => {
    while (left > 0) {
      const part = chunk.subarray(0, Math.min(chunk.length, left));
      left -= part.length;
      if (!response.write(part)) {
        response.once('drain', more);
        return;
      }
    }
    response.end('"');
  };
  more();
}
