import { encodeObjectId } from './object-id.ts';
import { jsonReply, type Reply } from './reply.ts';
import type { Caller } from './request-login.ts';
import type { ServerContext } from './server-context.ts';
import { accountCapabilities, serverCapabilities } from './session-capabilities.ts';

/** The id 0.16 gives the fallback administrator, which has no account of its own: the largest 32-bit number. */
export const adminAccountId = encodeObjectId(0xffff_ffff);

/** The JMAP session resource. Without a caller: status 200, no accounts, so 200 alone does not mean "signed in". */
export function sessionReply(context: ServerContext, caller: Caller | undefined): Reply {
  const base = context.baseUrl();
  const id = callerAccountId(caller);
  const name = caller?.kind === 'person' ? caller.account.name : 'admin';
  const capabilities = id === undefined ? {} : accountCapabilities(context.traits, id);
  return jsonReply({
    capabilities: serverCapabilities(context.traits, base, context.pushKey),
    accounts:
      id === undefined
        ? {}
        : { [id]: { name, isPersonal: true, isReadOnly: false, accountCapabilities: capabilities } },
    primaryAccounts: Object.fromEntries(Object.keys(capabilities).map((capability) => [capability, id])),
    username: id === undefined ? '' : name,
    apiUrl: `${base}/jmap/`,
    downloadUrl: `${base}/jmap/download/{accountId}/{blobId}/{name}?accept={type}`,
    uploadUrl: `${base}/jmap/upload/{accountId}/`,
    eventSourceUrl: `${base}/jmap/eventsource/?types={types}&closeafter={closeafter}&ping={ping}`,
    state: id === undefined ? '0' : context.sessionState,
  });
}

export function callerAccountId(caller: Caller | undefined): string | undefined {
  if (caller === undefined) {
    return undefined;
  }
  return caller.kind === 'admin' ? adminAccountId : encodeObjectId(caller.account.id);
}
