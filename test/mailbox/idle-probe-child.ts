import { createImapProbe } from '../../src-main/mailbox/imap-probe.ts';

/** Opens a probe to the port in its argument, says so, and forgets it: nothing may keep this process running. */
const endpoint = {
  host: 'localhost',
  port: Number(process.argv[2]),
  security: 'tls',
  origin: 'option',
} as const;
await createImapProbe(endpoint).open();
process.stdout.write('open\n');
