import { Fault } from '../../fault.ts';
import { settingsText } from '../../mail-apps/settings-text.ts';
import { createChecklist } from '../checklist.ts';
import type { CommandCall } from '../command.ts';

const spaceNote =
  '\n  This app password has a space in it, which belongs to it. POP3 does not take it; IMAP and everything else do.';

/**
 * `gatepass passwords create --app ID`. The password itself is not printed: `passwords show ID` does that.
 * JSON: `{"appPassword":{...},"proof":{"imap":true,"smtp":true,"jmap":true},"results":{...},"settings":{...},"vault":"...","steps":[...]}`.
 */
export async function run(call: CommandCall): Promise<void> {
  const mailApp = call.text('app');
  if (mailApp === null) {
    throw new Fault('input.invalid', 'no --app', {
      facts: { what: '--app is missing: which mail app is it for?' },
    });
  }
  const app = await call.app();
  const checklist = createChecklist(call.out);
  const steps: { name: string; ms: number }[] = [];
  try {
    const made = await app.createAppPassword(
      { account: call.text('account'), mailApp, name: call.text('name'), expires: call.text('expires') },
      {
        signal: call.signal,
        onStep: (event) => {
          if (event.state === 'done') steps.push({ name: event.step, ms: Math.round(event.ms) });
          checklist.onStep(event);
        },
      },
    );
    checklist.stop();
    if (made.note === 'space-in-secret') call.out.say(spaceNote);
    call.out.result(
      {
        appPassword: made.appPassword,
        proof: made.proved,
        results: made.appPassword.proof,
        settings: made.settings,
        vault: made.vault,
        note: made.note,
        steps,
      },
      [
        '',
        settingsText(made.settings),
        '',
        `The app password is in ${made.vault}. To see it: gatepass passwords show ${made.appPassword.id}`,
      ].join('\n'),
    );
  } finally {
    checklist.stop();
  }
}
