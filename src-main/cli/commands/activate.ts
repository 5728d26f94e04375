import { createChecklist } from '../checklist.ts';
import type { CommandCall } from '../command.ts';

/** `gatepass activate`. JSON: `{"account":{...},"identity":"...","note":null}`. */
export async function run(call: CommandCall): Promise<void> {
  const app = await call.app();
  const checklist = createChecklist(call.out);
  try {
    const { account, note } = await app.activate(call.text('account'), {
      signal: call.signal,
      onStep: checklist.onStep,
    });
    checklist.stop();
    if (note !== null) call.out.say(`\n  ${note}`);
    call.out.result(
      { account, identity: account.login, note },
      `The mail server knows you as ${account.login}.`,
    );
  } finally {
    checklist.stop();
  }
}
