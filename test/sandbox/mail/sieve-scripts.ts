/** The scripts of one ManageSieve conversation. */
export interface SieveScripts {
  /** The whole answer, or null for a command that is not about scripts. */
  handle(name: string, args: readonly string[]): string | null;
}

const missing = 'NO (NONEXISTENT) "There is no script by that name"\r\n';

/** Scripts live as long as the conversation: enough for clients that list and upload after they logged in. */
export function createSieveScripts(): SieveScripts {
  const scripts = new Map<string, string>();
  let active = '';
  return {
    handle(name, args) {
      const [script = '', second = ''] = args;
      switch (name) {
        case 'LISTSCRIPTS':
          return `${[...scripts.keys()].map((each) => `"${each.replace(/["\\]/g, '\\$&')}"${each === active ? ' ACTIVE' : ''}\r\n`).join('')}OK\r\n`;
        case 'PUTSCRIPT':
          if (script === '') return 'NO "Script name cannot be empty."\r\n';
          scripts.set(script, second);
          return 'OK "Success."\r\n';
        case 'CHECKSCRIPT':
          return 'OK "Script is valid."\r\n';
        case 'HAVESPACE':
          return 'OK\r\n';
        case 'GETSCRIPT': {
          const text = scripts.get(script);
          return text === undefined ? missing : `{${Buffer.byteLength(text)}}\r\n${text}\r\nOK\r\n`;
        }
        case 'SETACTIVE':
          if (script !== '' && !scripts.has(script)) return missing;
          active = script;
          return 'OK "Success"\r\n';
        case 'DELETESCRIPT':
          return scripts.delete(script) ? 'OK "Deleted."\r\n' : missing;
        default:
          return null;
      }
    },
  };
}
