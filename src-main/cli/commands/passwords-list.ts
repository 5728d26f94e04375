import type { CommandCall } from '../command.ts';
import { table } from '../table.ts';

/** `gatepass passwords list`. JSON: `{"appPasswords":[{"id","description","mailApp","madeHere","createdAt","expiresAt","proof"}]}`. */
export async function run(call: CommandCall): Promise<void> {
  const app = await call.app();
  const appPasswords = await app.listAppPasswords(call.text('account'), call.signal);
  const rows = appPasswords.map((one) => [
    one.id,
    one.description,
    day(one.createdAt),
    one.expiresAt === null ? 'never' : day(one.expiresAt),
    one.madeHere ? 'here' : 'elsewhere',
  ]);
  call.out.result(
    { appPasswords },
    appPasswords.length === 0
      ? 'No app passwords yet. Make one with: gatepass passwords create --app thunderbird'
      : table(['ID', 'Name', 'Made on', 'Valid until', 'Made'], rows),
  );
}

function day(iso: string | null): string {
  return iso === null ? 'unknown' : iso.slice(0, 10);
}
