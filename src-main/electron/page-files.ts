import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface PageFile {
  /** Absolute path, or a path inside app.asar. */
  readonly path: string;
  readonly contentType: string;
}

/** From the path of an address (`/index.html`) to the file behind it. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/** The kinds of file the renderer's build writes. A file of another kind is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

/**
 * The list of the built pages, taken once at start. Addresses are looked up in this list and never turned into
 * paths, so no address can lead out of the folder; a file that appears later is not served.
 *
 * @param folder the folder the renderer was built into
 */
export function listPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    // Neither folders nor links: a link could lead out of the folder.
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const contentType = contentTypes[entry.name.slice(entry.name.lastIndexOf('.') + 1)];
    if (contentType !== undefined)
      files.set(`/${relative(folder, path).split(sep).join('/')}`, { path, contentType });
  }
  return files;
}
