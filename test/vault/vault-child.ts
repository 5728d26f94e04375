import { toFault } from '../../src-main/fault.ts';
import { endProcess } from '../../src-main/platform/end-process.ts';
import { Secret } from '../../src-main/secret.ts';
import { createKeytarVault } from '../../src-main/vault/keytar-vault.ts';

/** Does what its arguments say with the keychain of its session, one JSON line for each: `get ID`, `set ID`, ... */
const vault = createKeytarVault({ timeoutMs: Number(process.env['VAULT_TIMEOUT_MS'] ?? 20_000) });
let stuck = false;

async function act(word: string): Promise<unknown> {
  const [verb, id = '', value = ''] = word.split(' ');
  try {
    if (verb === 'get') return (await vault.get(id))?.reveal() ?? null;
    if (verb === 'set') return (await vault.set(id, new Secret(value))) ?? 'done';
    if (verb === 'delete') return (await vault.delete(id)) ?? 'done';
    const { fault, ...described } = await vault.describe();
    return { ...described, fault: fault?.code ?? null };
  } catch (thrown) {
    const fault = toFault(thrown);
    stuck ||= fault.code === 'vault.timeout';
    return { fault: fault.code, facts: fault.facts, cause: String(fault.cause ?? '') };
  }
}

for (const word of process.argv.slice(2)) process.stdout.write(`${JSON.stringify(await act(word))}\n`);
await endProcess(0, { stuck });
