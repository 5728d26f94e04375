import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether all of `programs` are on the PATH. */
export function installed(...programs: readonly string[]): boolean {
  const directories = (process.env['PATH'] ?? '').split(delimiter);
  return programs.every((program) => directories.some((directory) => isExecutable(join(directory, program))));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
