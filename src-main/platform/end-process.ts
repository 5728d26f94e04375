/**
 * Ends this process with `exitCode` once what was written to stdout and stderr has been handed over.
 * `process.exit()` waits for threads that are still in a native call, e.g. of a keychain that does not answer, however
 * long that takes. With `stuck` the process is killed instead, which no thread can hold up; its exit code is then that
 * of the signal (137 in a shell), not `exitCode`.
 */
export async function endProcess(exitCode: number, { stuck }: { readonly stuck: boolean }): Promise<never> {
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  if (stuck) process.kill(process.pid, 'SIGKILL');
  process.exit(exitCode);
}

/** Writing nothing calls back after everything before it; a reader that went away counts as done. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || !stream.writable) return resolve();
    stream.once('error', () => resolve());
    stream.write('', () => resolve());
  });
}
