import { createChecklist } from '../checklist.ts';
import type { CommandCall } from '../command.ts';

/** `gatepass passwords revoke ID`. JSON: `{"revoked":"<id>","description":"..."}`. */
export async function run(call: CommandCall): Promise<void> {
  const app = await call.app();
  const checklist = createChecklist(call.out);
  const id = call.positionals[0] ?? '';
  try {
    const { description } = await app.revokeAppPassword(id, call.text('account'), {
      signal: call.signal,
      onStep: checklist.onStep,
    });
    checklist.stop();
    call.out.result({ revoked: id, description }, `${description} stops getting and sending mail at once.`);
  } finally {
    checklist.stop();
  }
}
