import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createFaultBook } from './faults.ts';
import { startTcpListener } from './mail/line-listener.ts';

test('the longest matching route counts, and what is for all only where nothing else is', () => {
  const book = createFaultBook();
  book.set('POST /jmap', { kind: 'hang' });
  book.set('POST /jmap/upload', { kind: 'reset' });
  book.set('*', { kind: 'garbage' });
  expect(book.ofRequest('POST', '/jmap')?.kind).toBe('hang');
  expect(book.ofRequest('POST', '/jmap/upload/b')?.kind).toBe('reset');
  expect(book.ofRequest('GET', '/jmap')?.kind).toBe('garbage');
  expect(book.ofProtocol('imap')?.kind).toBe('garbage');
  book.clear();
  expect(book.ofRequest('POST', '/jmap')).toBeUndefined();
});

test('each change is told, until nobody wants to know', () => {
  const book = createFaultBook();
  const seen: (string | undefined)[] = [];
  const unsubscribe = book.onChange(() => seen.push(book.ofProtocol('imap')?.kind));
  book.set('imap', { kind: 'refuse' });
  book.clear('imap');
  book.set('*', { kind: 'hang' });
  book.clear();
  unsubscribe();
  book.set('imap', { kind: 'refuse' });
  expect(seen).toEqual(['refuse', undefined, 'hang', undefined]);
});

test('a refused protocol has its port closed, not only its connections, and opens again at the same port', async () => {
  const book = createFaultBook();
  const listener = await startTcpListener({
    protocol: 'imap',
    faults: book,
    serve: async (socket) => {
      socket.end('hello');
    },
  });
  onTestFinished(() => listener.stop());
  book.set('imap', { kind: 'refuse' });
  await expect(greeting(listener.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  book.clear('imap');
  await expect(greeting(listener.port)).resolves.toBe('hello');
});

async function greeting(port: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let heard = '';
  for await (const bytes of socket) heard += String(bytes);
  return heard;
}
