import type { CommandCall } from '../command.ts';
import { table } from '../table.ts';

/** `gatepass accounts`. JSON: `{"accounts":[{...account,"signedIn":true}]}`. */
export async function run(call: CommandCall): Promise<void> {
  const app = await call.app();
  const accounts = await app.accounts();
  const rows = accounts.map((account) => [
    account.address,
    account.login,
    new URL(account.service.server).host,
    account.signedIn ? 'signed in' : 'signed out',
  ]);
  call.out.result(
    { accounts },
    accounts.length === 0
      ? 'No mailbox yet. Begin with: gatepass sign-in ADDRESS --server URL'
      : table(['Address', 'User name', 'Server', ''], rows),
  );
}
