import { parseArgs } from 'node:util';
import { type StalwartVersion, stalwartVersions } from '../../test/sandbox/mail/mail-authority.ts';

export type DemoCommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly why: string }
  | {
      readonly kind: 'run';
      readonly json: boolean;
      readonly serverVersion: StalwartVersion;
      readonly byItself: boolean;
      readonly terminal: boolean;
      /** Where pictures of the window go; null for a new temporary folder. */
      readonly screenshots: string | null;
    };

export const usage = `npm run demo -- [--server-version VERSION] [--by-itself] [--screenshots DIR] [--terminal] [--json]

  The main job of Gatepass on this computer, with a mail server and a sign-in service of its own. Where there is a
  display the window opens and the job is yours; else the demo does it in the window by itself.

  --server-version VERSION  which Stalwart the mail server is like: ${stalwartVersions.join(', ')}
                            (default 0.16.18)
  --by-itself               sign in without a person, also where there is a display
  --screenshots DIR         where pictures of the window go, when the demo does the job by itself
                            (default a new temporary folder)
  --terminal                do it in the terminal instead of the window
  --json                    by itself, and one line of JSON on stdout
  --help                    this text`;

/** Reads the words after `npm run demo --`. Pure. */
export function parseDemoOptions(words: readonly string[]): DemoCommandLine {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        json: { type: 'boolean' },
        help: { type: 'boolean' },
        'by-itself': { type: 'boolean' },
        terminal: { type: 'boolean' },
        screenshots: { type: 'string' },
        'server-version': { type: 'string', default: '0.16.18' },
      },
    });
    if (values.help) return { kind: 'help' };
    const serverVersion = stalwartVersions.find((known) => known === values['server-version']);
    if (serverVersion === undefined) {
      return { kind: 'wrong', why: `there is no server version “${values['server-version']}” here` };
    }
    return {
      kind: 'run',
      json: values.json ?? false,
      serverVersion,
      byItself: values['by-itself'] ?? false,
      terminal: values.terminal ?? false,
      screenshots: values.screenshots ?? null,
    };
  } catch (thrown) {
    return {
      kind: 'wrong',
      why: thrown instanceof Error ? (thrown.message.split(/[.\n]/)[0] ?? '') : 'the options',
    };
  }
}
