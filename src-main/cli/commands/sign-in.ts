import { Fault } from '../../fault.ts';
import { createChecklist } from '../checklist.ts';
import type { CommandCall } from '../command.ts';
import { deviceCodeLines } from '../device-code-lines.ts';

/** `gatepass sign-in ADDRESS`. JSON: `{"account":{...},"identity":"...","note":null,"steps":[{"name","ms"}]}`. */
export async function run(call: CommandCall): Promise<void> {
  const app = await call.app();
  const checklist = createChecklist(call.out);
  const steps: { name: string; ms: number }[] = [];
  try {
    const signedIn = await app.signIn(
      {
        address: call.positionals[0] ?? '',
        server: call.text('server'),
        issuer: call.text('issuer'),
        clientId: call.text('client-id'),
        scopes: call.text('scope')?.split(/\s+/).filter(Boolean) ?? null,
        audience: call.text('audience'),
        imap: call.text('imap'),
        smtp: call.text('smtp'),
        sieve: call.text('sieve'),
        acceptLogin: call.text('accept'),
        openBrowser: !call.on('no-browser'),
        port: wholeNumber(call.text('port'), 'port', 65_535),
        device: call.on('device'),
        timeoutMs: milliseconds(wholeNumber(call.text('timeout'), 'timeout', 3600)),
        keepConnections: false,
      },
      {
        signal: call.signal,
        onStep: (event) => {
          if (event.state === 'done') steps.push({ name: event.step, ms: Math.round(event.ms) });
          checklist.onStep(event);
        },
        onLink: (url, opened) => {
          if (call.on('no-browser')) checklist.say(`Open: ${url}`);
          else {
            checklist.say(
              opened
                ? 'Opening your browser. If nothing opens, use this link:'
                : 'Open this link in your browser:',
            );
            checklist.say(`  ${call.out.style('underline', url.href)}`);
          }
        },
        onDeviceCode: (shown) => {
          for (const line of deviceCodeLines(shown)) checklist.say(line);
        },
      },
    );
    checklist.stop();
    if (signedIn.note !== null) call.out.say(`\n  ${signedIn.note}`);
    call.out.result(
      { account: signedIn.account, identity: signedIn.account.login, note: signedIn.note, steps },
      `${signedIn.account.login} is ready. Next: gatepass passwords create --app thunderbird`,
    );
  } finally {
    checklist.stop();
  }
}

function milliseconds(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000;
}

function wholeNumber(text: string | null, option: string, most: number): number | null {
  if (text === null) return null;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw new Fault('input.invalid', `bad --${option}`, {
      facts: { what: `--${option} ${text} (a whole number from 1 to ${most})` },
    });
  }
  return value;
}
