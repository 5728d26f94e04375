import { showAppPassword } from '../../app-passwords/show-app-password.ts';
import type { CommandCall } from '../command.ts';

/** `gatepass passwords show ID`: the secret alone on stdout. JSON: `{"id":"...","secret":"..."}`. */
export async function run(call: CommandCall): Promise<void> {
  const id = call.positionals[0] ?? '';
  const secret = await showAppPassword(await call.vault(), id);
  call.out.result({ id, secret: secret.reveal() }, secret.reveal());
}
