import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultWordsEn } from '../assets/messages/fault-words.en.ts';
import { faultCodes } from '../src-main/fault.ts';
import { actsOnImport } from './architecture/acts-on-import.ts';
import { projectFiles, readSource, root, type SourceFile } from './architecture/source-tree.ts';

// The rules of docs/architecture.md. Each test names the files that break its rule.

const files = projectFiles();
const sources = files
  .filter((path) => /^(src-main|src-renderer|assets|test|scripts)\/.*\.(ts|tsx|mjs)$/.test(path))
  .map(readSource);
const main = sources.filter(({ path }) => path.startsWith('src-main/'));
const byPath = new Map(sources.map((source) => [source.path, source]));

const compositionRoots = [
  'src-main/cli.ts',
  'src-main/node-app.ts',
  'src-main/desktop.ts',
  'src-main/preload.ts',
];
const folders = [
  'app-passwords',
  'cli',
  'discovery',
  'electron',
  'ipc',
  'journey',
  'mail-apps',
  'mailbox',
  'platform',
  'policy',
  'sign-in',
  'vault',
];

/** Models, machines, settings, exports and ports: their files touch nothing outside themselves. */
const purePatterns = [
  /-machine\.ts$/,
  /^src-main\/mail-apps\/(catalogue|settings|exports\/)/,
  /^src-main\/(fault|fault-words|assert-never)\.ts$/,
  /^src-main\/discovery\/mail-service\.ts$/,
  /^src-main\/sign-in\/(token-set|token-store|sign-in|redirect-receiver|provider-error)\.ts$/,
  /^src-main\/mailbox\/(account|mail-probe)\.ts$/,
  /^src-main\/app-passwords\/(app-password|app-password-name|provisioning|proof-refusal)\.ts$/,
  /^src-main\/vault\/(vault|vault-item|keychain-fault)\.ts$/,
  /^src-main\/platform\/(clock|log|http|browser|redact)\.ts$/,
  // The journey is pure but for what runs it and the files it keeps.
  /^src-main\/journey\/(?!(run|perform|answer|diagnose)|activity-book|preferences-file)/,
  /^src-main\/cli\/(exit-code|table)\.ts$/,
];

/** Technology + role: what only a composition root may choose. */
const adapter =
  /\/([a-z]+-(vault|http|browser|clock|log)|sealed-token-store|openid-sign-in|loopback-receiver|stalwart-(jmap|rest)|(imap|smtp|jmap)-probe)\.ts$/;

function broken(
  where: readonly SourceFile[],
  breaks: (source: SourceFile) => readonly string[] | boolean,
): readonly string[] {
  return where.flatMap((source) => {
    const found = breaks(source);
    if (typeof found === 'boolean') return found ? [source.path] : [];
    return found.map((what) => `${source.path}: ${what}`);
  });
}

describe('the house', () => {
  test('folders of src-main are nouns of the design', () => {
    expect(
      broken(main, ({ path }) => path.split('/').length > 2 && !folders.includes(path.split('/')[1] ?? '')),
    ).toEqual([]);
  });

  test('names are in kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
    expect(
      sources.map(({ path }) => path).filter((path) => !path.split('/').every((part) => kebab.test(part))),
    ).toEqual([]);
  });

  test('no drawers for odds and ends', () => {
    expect(
      broken(sources, ({ path }) =>
        /^(utils?|types?|constants?|helpers?|common|misc|shared|index)\./.test(basename(path)),
      ),
    ).toEqual([]);
  });

  test('a file fits into a head: at most 250 lines, of a test 400, of words 500', () => {
    const limit = (path: string) =>
      path.startsWith('assets/messages/') ? 500 : path.startsWith('test/') ? 400 : 250;
    expect(broken(sources, ({ path, text }) => text.split('\n').length - 1 > limit(path))).toEqual([]);
  });

  test('the project stands alone: nothing refers to the place it was made in', () => {
    const elsewhere = new RegExp(['\\.\\./share', 'd\\b|/wor', 'k/(shared|main|desktop)\\b'].join(''));
    const texts = files.filter(
      (path) => /\.(ts|tsx|mjs|md|json|html|css|yml)$|^\.ci\//.test(path) && path !== 'package-lock.json',
    );
    expect(texts.filter((path) => elsewhere.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });

  test('versions of packages are exact', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>;
    const versions = Object.entries({ ...dependencies, ...devDependencies });
    expect(
      versions.filter(([, version]) => !/^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+[\w.-]*$/.test(version)),
    ).toEqual([]);
  });
});

describe('who may import what', () => {
  test('pure files touch nothing outside themselves', () => {
    const pure = main.filter(({ path }) => purePatterns.some((pattern) => pattern.test(path)));
    expect(pure.length).toBeGreaterThan(10);
    const outside =
      /\bfetch\(|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bsetTimeout\(|\bperformance\./;
    expect(
      broken(pure, ({ imports, text }) => [
        ...imports
          .filter(({ specifier, typeOnly }) => /^(node:|electron$)/.test(specifier) && !typeOnly)
          .map((one) => one.specifier),
        ...(outside.exec(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')) ?? []),
      ]),
    ).toEqual([]);
  });

  test('electron only in its folder, desktop.ts and preload.ts', () => {
    const allowed = /^src-main\/(electron\/.*|desktop\.ts|preload\.ts)$/;
    expect(
      broken(
        main,
        ({ path, imports }) =>
          !allowed.test(path) && imports.some(({ specifier }) => /^electron(\/|$)/.test(specifier)),
      ),
    ).toEqual([]);
  });

  test('only composition roots choose adapters of other folders', () => {
    expect(
      broken(main, ({ path, imports }) => {
        if (compositionRoots.includes(path)) return [];
        const folder = path.slice(0, path.lastIndexOf('/') + 1);
        return imports
          .filter(
            (one) =>
              !one.typeOnly && one.path && adapter.test(`/${one.path}`) && !one.path.startsWith(folder),
          )
          .map(({ specifier }) => specifier);
      }),
    ).toEqual([]);
  });

  test('use cases and folders know nothing of the terminal or the composition roots', () => {
    expect(
      broken(main, ({ path, imports }) => {
        if (compositionRoots.includes(path) || path.startsWith('src-main/cli/')) return [];
        return imports
          .filter(
            (one) =>
              one.path && (compositionRoots.includes(one.path) || one.path.startsWith('src-main/cli/')),
          )
          .map(({ specifier }) => specifier);
      }),
    ).toEqual([]);
  });

  test('the pages take types only from src-main', () => {
    const pages = sources.filter(({ path }) => path.startsWith('src-renderer/'));
    expect(
      broken(pages, ({ imports }) =>
        imports
          .filter((one) => one.path?.startsWith('src-main/') && !one.typeOnly)
          .map(({ specifier }) => specifier),
      ),
    ).toEqual([]);
  });

  test('src-main imports neither tests nor scripts', () => {
    expect(
      broken(main, ({ imports }) =>
        imports
          .filter((one) => one.path && /^(test|scripts)\//.test(one.path))
          .map(({ specifier }) => specifier),
      ),
    ).toEqual([]);
  });

  test('no circles', () => {
    expect(circles(main)).toEqual([]);
  });
});

describe('what files do', () => {
  test('no module acts on import', () => {
    const quiet = main.filter(
      ({ path }) => !['src-main/cli.ts', 'src-main/desktop.ts', 'src-main/preload.ts'].includes(path),
    );
    expect(broken(quiet, ({ tree }) => actsOnImport(tree))).toEqual([]);
  });

  test('findCredentials, which crashes on a locked keyring, is never called', () => {
    expect(broken(main, ({ text }) => /findCredentials\s*\(/.test(text))).toEqual([]);
  });

  test('TLS is never switched off', () => {
    expect(
      broken(main, ({ text }) =>
        /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/.test(text),
      ),
    ).toEqual([]);
  });

  test('every fault has words', () => {
    expect(Object.keys(faultWordsEn).sort()).toEqual([...faultCodes].sort());
  });
});

/** Circles among imports that exist when the program runs. */
function circles(where: readonly SourceFile[]): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) found.push([...way.slice(at), path].join(' -> '));
    if (at >= 0 || done.has(path)) return;
    for (const one of byPath.get(path)?.imports ?? []) {
      if (one.path && !one.typeOnly) visit(one.path, [...way, path]);
    }
    done.add(path);
  };
  for (const { path } of where) visit(path, []);
  return found;
}
