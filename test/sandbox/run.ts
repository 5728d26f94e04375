import { parseArgs } from 'node:util';
import { stalwartVersions } from './mail/mail-authority.ts';
import type { SandboxOptions } from './sandbox.ts';
import { startSandbox } from './start-sandbox.ts';

// `npm run sandbox`: the sandbox alone, until it is ended with Ctrl+C.

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    'server-version': { type: 'string' },
    tokens: { type: 'string' },
    mail: { type: 'string' },
    http: { type: 'boolean', default: false },
    'access-token-ttl': { type: 'string' },
    'own-oauth': { type: 'boolean', default: false },
  },
});

const version = stalwartVersions.find((known) => known === values['server-version']);
if (values['server-version'] !== undefined && version === undefined) {
  console.error(`--server-version: one of ${stalwartVersions.join(', ')}`);
  process.exit(2);
}
const { tokens, mail } = values;
const options: SandboxOptions = {
  https: !values.http,
  ...(version === undefined ? {} : { serverVersion: version }),
  ...(tokens === 'jwt' || tokens === 'opaque' ? { tokens } : {}),
  ...(mail === 'dovecot' || mail === 'stalwart-lines' ? { mail } : {}),
  ...(values['access-token-ttl'] === undefined ? {} : { accessTokenTtl: Number(values['access-token-ttl']) }),
  ...(values['own-oauth']
    ? {
        ownOAuth: true,
        accounts: [
          { address: 'alice@example.org', name: 'Alice Example', password: 'alice-sandbox-password' },
        ],
      }
    : {}),
};

const sandbox = await startSandbox(options);
const served = {
  issuer: values['own-oauth'] ? sandbox.server : sandbox.issuer,
  clientId: sandbox.clientId,
  server: sandbox.server,
  imap: sandbox.imap,
  smtp: sandbox.smtp,
  sieve: sandbox.sieve,
  ca: sandbox.ca,
  people: sandbox.people.map(({ login, password, address }) => ({ login, password, address })),
  version: sandbox.version,
  mailProtocols: sandbox.mailProtocols,
};

if (values.json) console.log(JSON.stringify(served));
else console.log(described());

let ending = false;
function end(): void {
  if (ending) return;
  ending = true;
  void sandbox.stop().then(() => process.exit(0));
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
// Whoever started it may be killed without a chance to pass that on.
const parent = process.ppid;
setInterval(() => process.ppid === parent || end(), 500).unref();

function described(): string {
  const [alice] = served.people;
  const options = `--imap ${sandbox.imap.host}:${sandbox.imap.port} --smtp ${sandbox.smtp.host}:${sandbox.smtp.port}`;
  return [
    `Sandbox: Stalwart ${sandbox.version}, mail by ${sandbox.mailProtocols}. Ctrl+C ends it.`,
    '',
    `  sign in at   ${served.issuer}  (client ${served.clientId})`,
    `  mail server  ${served.server}`,
    `  IMAP         ${sandbox.imap.host}:${sandbox.imap.port} (${sandbox.imap.security})`,
    `  SMTP         ${sandbox.smtp.host}:${sandbox.smtp.port} (${sandbox.smtp.security})`,
    `  ManageSieve  ${sandbox.sieve.host}:${sandbox.sieve.port} (${sandbox.sieve.security})`,
    `  CA           ${sandbox.ca}`,
    '',
    ...served.people.map(
      ({ login, password, address }) => `  ${login.padEnd(8)}${password.padEnd(26)}${address}`,
    ),
    '',
    'Try it:',
    `  NODE_EXTRA_CA_CERTS=${sandbox.ca} node out/cli.js sign-in ${alice?.address} --server ${served.server} --issuer ${served.issuer} ${options}`,
  ].join('\n');
}
