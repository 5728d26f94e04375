import type { LineSocket } from './line-socket.ts';

/**
 * What follows DATA, up to the line with a single dot, without the doubled dots (RFC 5321 section 4.5.2).
 * @returns 'too-big' after reading all of it, null when the connection ended
 */
export async function readMailData(socket: LineSocket, largest: number): Promise<Buffer | 'too-big' | null> {
  const lines: Buffer[] = [];
  let size = 0;
  for (;;) {
    const line = await socket.readRawLine();
    if (line === null) return null;
    const dotted = line[0] === 0x2e;
    if (dotted && /^\.\r?\n$/.test(line.toString('latin1'))) break;
    size += line.length;
    if (size <= largest) lines.push(dotted ? line.subarray(1) : line);
  }
  return size > largest ? 'too-big' : Buffer.concat(lines);
}
