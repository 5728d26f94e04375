import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly dev?: boolean;
        readonly devOptional?: boolean;
        readonly version?: string;
        readonly license?: string;
      }
    >
  >;
}

/** The licences of everything that may be in the bundles: all packages we depend on at run time, by package-lock.json. */
export function licencesText(): string {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const parts = Object.entries(packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && existsSync(path))
    .map(([path, entry]) => {
      const file = readdirSync(path).find((name) => /^licen[cs]e/i.test(name));
      const text =
        file === undefined
          ? `Licence: ${entry.license ?? 'not stated'}`
          : readFileSync(join(path, file), 'utf8').trim();
      return `${path.slice(path.lastIndexOf('node_modules/') + 13)} ${entry.version}\n\n${text}`;
    });
  return `Gatepass contains the following packages.\n\n${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
