import { createChecklist } from '../checklist.ts';
import type { CommandCall } from '../command.ts';

/** `gatepass sign-out`. JSON: `{"signedOut":"<address>","tokens":"revoked"|"not-offered"|"unreachable","stillValid":["<description>"],"sessionPage":"<url>"|null}`. */
export async function run(call: CommandCall): Promise<void> {
  const app = await call.app();
  const checklist = createChecklist(call.out);
  try {
    const done = await app.signOut(
      {
        account: call.text('account'),
        revokePasswords: call.on('revoke-passwords'),
        openBrowser: !call.on('no-browser'),
      },
      { signal: call.signal, onStep: checklist.onStep },
    );
    checklist.stop();
    if (done.tokens === 'unreachable')
      call.out.say('  The provider could not be told; its session ends by itself later.');
    if (done.sessionPage !== null && call.on('no-browser')) call.out.say(`Open: ${done.sessionPage}`);
    const still =
      done.stillValid.length === 0
        ? ''
        : ` These app passwords go on working in their mail apps: ${done.stillValid.join(', ')}.`;
    call.out.result(
      done,
      `Signed out of ${done.signedOut}; its secrets are gone from this computer.${still}`,
    );
  } finally {
    checklist.stop();
  }
}
