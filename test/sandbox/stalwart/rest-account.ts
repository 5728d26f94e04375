import * as v from 'valibot';
import type { HttpRequest } from './http-request.ts';
import { legacyUserPermissions } from './legacy-user-permissions.ts';
import { badParameters, forbidden, notFound } from './problem.ts';
import { jsonReply, type Reply, withoutCache } from './reply.ts';
import { type AsCaller, type Caller, parseJson } from './request-login.ts';
import type { ServerContext } from './server-context.ts';
import { isAppPassword, storedName, toStored } from './stored-secret.ts';

const actionSchema = v.variant('type', [
  v.looseObject({ type: v.literal('addAppPassword'), name: v.string(), password: v.string() }),
  v.looseObject({ type: v.literal('removeAppPassword'), name: v.optional(v.nullable(v.string())) }),
  v.looseObject({ type: v.literal('setPassword'), password: v.string() }),
  v.looseObject({ type: v.literal('enableOtpAuth'), url: v.string() }),
  v.looseObject({ type: v.literal('disableOtpAuth') }),
]);
const oauthSchema = v.variant('type', [
  v.looseObject({
    type: v.literal('code'),
    client_id: v.string(),
    redirect_uri: v.optional(v.string()),
    nonce: v.optional(v.string()),
  }),
  v.looseObject({ type: v.literal('device'), code: v.string() }),
]);

const mostBytes = 1024 * 1024;

export const unsupportedDirectory = {
  error: 'unsupported',
  details:
    'OpenID directory cannot be managed. Only internal directories support inserts and update operations.',
} as const;

type Person = Extract<Caller, { kind: 'person' }>;

/** `/api/account/*` and `/api/oauth` up to 0.15 (S15 http/management/principal.rs). Errors come with status 200. */
export function createRestAccountRoute(context: ServerContext, asCaller: AsCaller) {
  const { store, traits, oauth } = context;

  const asPerson = (request: HttpRequest, handler: (person: Person) => Promise<Reply> | Reply) =>
    asCaller(request, (caller) => (caller.kind === 'admin' ? forbidden() : handler(caller)));

  const secretsAfter = (secrets: readonly string[], action: v.InferOutput<typeof actionSchema>) => {
    switch (action.type) {
      case 'addAppPassword':
        // Verbatim: the server neither makes nor hashes it.
        return [...secrets, toStored(action.name, action.password)];
      case 'removeAppPassword': {
        // By prefix; without a name that is every app password.
        const prefix = `$app$${action.name ?? ''}`;
        return secrets.filter((stored) => !stored.startsWith(prefix));
      }
      default:
        return secrets;
    }
  };

  const applyActions = (person: Person, actions: readonly v.InferOutput<typeof actionSchema>[]): Reply => {
    const external = context.directory.active() !== undefined;
    for (const { type } of actions) {
      const aboutAppPassword = type === 'addAppPassword' || type === 'removeAppPassword';
      if (!aboutAppPassword && person.scheme !== 'basic') {
        const details = 'Password changes only allowed using Basic auth';
        return jsonReply({ error: 'other', details, reason: null });
      }
      if (external && (!aboutAppPassword || traits.externalAppPasswords === 'refused')) {
        return jsonReply(unsupportedDirectory);
      }
    }
    const account = store.byId(person.account.id) ?? person.account;
    const secrets = actions.reduce<readonly string[]>(secretsAfter, account.secrets);
    const password = actions.findLast((action) => action.type === 'setPassword');
    store.change(account.id, {
      secrets,
      ...(password?.type === 'setPassword'
        ? {
            credentials: [
              ...account.credentials.filter(({ kind }) => kind !== 'password'),
              { kind: 'password' as const, id: 0, secret: password.password },
            ],
          }
        : {}),
    });
    return jsonReply({ data: null });
  };

  return {
    auth: (request: HttpRequest): Promise<Reply> =>
      asPerson(request, async (person) => {
        if (request.method === 'GET') {
          // The real store keeps the secrets in the order of their text.
          const stored = (store.byId(person.account.id)?.secrets ?? []).filter(isAppPassword);
          const appPasswords = stored.toSorted(byBytes).map(storedName);
          return jsonReply({ data: { otpEnabled: false, appPasswords } });
        }
        if (request.method !== 'POST') {
          return notFound();
        }
        const parsed = parseJson(await request.body(mostBytes));
        if ('status' in parsed) {
          return parsed;
        }
        const actions = v.safeParse(v.array(actionSchema), parsed.value);
        if (!actions.success) {
          return badParameters('JSON deserialization failed');
        }
        return actions.output.length === 0
          ? badParameters('Empty request')
          : applyActions(person, actions.output);
      }),

    crypto: (request: HttpRequest): Promise<Reply> =>
      asPerson(request, () =>
        request.method === 'GET' ? jsonReply({ data: { type: 'disabled' } }) : notFound(),
      ),

    /** Tells the exact version to whoever is signed in. */
    oauth: (request: HttpRequest): Promise<Reply> =>
      asPerson(request, async ({ account }) => {
        const parsed = request.method === 'POST' ? parseJson(await request.body(mostBytes)) : notFound();
        if ('status' in parsed) {
          return parsed;
        }
        const sent = v.safeParse(oauthSchema, parsed.value);
        if (!sent.success) {
          return badParameters('JSON deserialization failed');
        }
        if (sent.output.type === 'device') {
          return withoutCache(jsonReply({ data: oauth.approveDevice(sent.output.code, account.id) }));
        }
        const redirectUri = sent.output.redirect_uri ?? '';
        if (redirectUri.startsWith('http://')) {
          return jsonReply({ error: 'other', details: 'Redirect URI must be HTTPS.', reason: null });
        }
        const code = oauth.addCode(account.id, {
          clientId: sent.output.client_id,
          redirectUri,
          challenge: { kind: 'none' },
          scope: undefined,
          nonce: sent.output.nonce,
        });
        return withoutCache(
          jsonReply({
            data: {
              code,
              permissions: legacyUserPermissions,
              version: traits.version,
              isEnterprise: false,
            },
          }),
        );
      }),
  };
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
