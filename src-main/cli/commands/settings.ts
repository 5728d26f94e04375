import { Fault } from '../../fault.ts';
import { settingsText } from '../../mail-apps/settings-text.ts';
import type { CommandCall } from '../command.ts';

/** `gatepass settings --app ID`. JSON: `{"settings":{...}}`. */
export async function run(call: CommandCall): Promise<void> {
  const mailApp = call.text('app');
  if (mailApp === null) {
    throw new Fault('input.invalid', 'no --app', {
      facts: { what: '--app is missing: which mail app is it for?' },
    });
  }
  const app = await call.app();
  const settings = await app.settings(mailApp, call.text('account'));
  call.out.result({ settings }, settingsText(settings));
}
