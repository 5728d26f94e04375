import * as v from 'valibot';
import type { HttpRequest } from './http-request.ts';
import { createAdminMethods } from './jmap-admin.ts';
import { createAppPasswordMethods } from './jmap-app-passwords.ts';
import { JmapError } from './jmap-error.ts';
import { resolveReferences } from './jmap-references.ts';
import { callerAccountId } from './jmap-session.ts';
import { decodeObjectId } from './object-id.ts';
import { jmapProblem, limitProblem } from './problem.ts';
import { jsonReply, type Reply } from './reply.ts';
import type { AsCaller, Caller } from './request-login.ts';
import type { ServerContext } from './server-context.ts';
import { jmapLimits, serverCapabilities } from './session-capabilities.ts';

const requestSchema = v.looseObject({
  using: v.array(v.string()),
  methodCalls: v.array(v.strictTuple([v.string(), v.record(v.string(), v.unknown()), v.string()])),
});

export type MethodResponse = readonly [
  name: string,
  result: Readonly<Record<string, unknown>>,
  callId: string,
];

const notAllowed = 'You are not authorized to perform this action';
const setNotAllowed = 'You are not authorized to create, update or destroy objects of this type';
const bootstrapText =
  "The server is in bootstrap mode. Only the 'Bootstrap' object type can be modified until the bootstrap process is complete.";

/** `POST /jmap` and `/jmap/` (stalwart-api.md section 1). Up to 0.15 there are no `x:` methods. */
export function createJmapRoute(context: ServerContext, asCaller: AsCaller) {
  const appPasswords = createAppPasswordMethods(context);
  const admin = createAdminMethods(context);
  const current = context.traits.generation === 'jmap';
  const known = new Set([
    ...Object.keys(serverCapabilities(context.traits, '', '')),
    'urn:ietf:params:jmap:mail:share',
    ...(current ? ['urn:stalwart:jmap'] : []),
  ]);

  const appPasswordCall = (verb: string, args: Readonly<Record<string, unknown>>, caller: Caller) => {
    if (caller.kind === 'admin') {
      // The fallback administrator has no account to hold credentials.
      throw new JmapError('forbidden', 'Account not found.');
    }
    const account = context.store.byId(caller.account.id) ?? caller.account;
    switch (verb) {
      case 'get':
        demand(caller, 'sysAppPasswordGet');
        return appPasswords.get(args, account);
      case 'query':
        demand(caller, 'sysAppPasswordQuery');
        return appPasswords.query(args, account);
      default:
        demandSet(caller.permissions, args);
        return appPasswords.set(args, account, caller.permissions);
    }
  };

  const run = async (name: string, args: Readonly<Record<string, unknown>>, caller: Caller) => {
    if (name === 'Core/echo') {
      return args;
    }
    const isAppPassword = /^x:AppPassword\/(get|query|set)$/.exec(name);
    const adminMethod = admin[name];
    if (!current || (isAppPassword === null && adminMethod === undefined)) {
      throw new JmapError('unknownMethod', name);
    }
    const own = callerAccountId(caller) ?? '';
    const asked = args['accountId'];
    if (
      typeof asked === 'string' &&
      asked !== own &&
      decodeObjectId(asked) !== undefined &&
      caller.kind !== 'admin'
    ) {
      throw new JmapError('forbidden', `You are not an owner of account ${asked}`);
    }
    if (isAppPassword === null && caller.kind !== 'admin') {
      throw new JmapError('forbidden', name.endsWith('/set') ? setNotAllowed : notAllowed);
    }
    if (context.options.bootstrap === true) {
      throw new JmapError('forbidden', bootstrapText);
    }
    const result =
      isAppPassword === null
        ? await adminMethod?.(args)
        : appPasswordCall(isAppPassword[1] ?? '', args, caller);
    return { accountId: own, ...result };
  };

  const answerCalls = async (
    calls: v.InferOutput<typeof requestSchema>['methodCalls'],
    caller: Caller,
  ): Promise<readonly MethodResponse[]> => {
    const responses: MethodResponse[] = [];
    for (const [name, args, callId] of calls) {
      try {
        const result = await run(name, resolveReferences(args, responses), caller);
        responses.push([name, result, callId]);
      } catch (error) {
        if (!(error instanceof JmapError)) {
          throw error;
        }
        responses.push(['error', error.toJSON(), callId]);
      }
    }
    return responses;
  };

  return (request: HttpRequest): Promise<Reply> =>
    asCaller(request, async (caller) => {
      const type = request.header('content-type')?.split(';')[0]?.trim().toLowerCase();
      if (context.traits.checksContentType && type !== undefined && type !== 'application/json') {
        return jmapProblem(
          'notJSON',
          'Failed to parse JSON: The Content-Type header must be application/json.',
        );
      }
      const body = await request.body(jmapLimits.maxSizeRequest);
      if (body === undefined) {
        return limitProblem('maxSizeRequest');
      }
      const text = body.toString();
      const parsed = v.safeParse(requestSchema, parseText(text));
      if (!parsed.success || !parsed.output.using.every((capability) => known.has(capability))) {
        // The whole request comes back in the answer (finding 12).
        return jmapProblem('notRequest', text);
      }
      if (parsed.output.methodCalls.length > jmapLimits.maxCallsInRequest) {
        return limitProblem('maxCallsInRequest');
      }
      const methodResponses = await answerCalls(parsed.output.methodCalls, caller);
      return jsonReply({ methodResponses, sessionState: context.sessionState });
    });
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function demand(caller: Extract<Caller, { kind: 'person' }>, permission: string): void {
  if (!caller.permissions.includes(permission)) {
    throw new JmapError('forbidden', notAllowed);
  }
}

/** S16 jmap/api/auth.rs: nothing at all, or the one verb that is missing. */
function demandSet(permissions: readonly string[], args: Readonly<Record<string, unknown>>): void {
  const verbs = ['create', 'update', 'destroy'] as const;
  const allowed = verbs.filter((verb) =>
    permissions.includes(`sysAppPassword${verb[0]?.toUpperCase()}${verb.slice(1)}`),
  );
  if (allowed.length === 0) {
    throw new JmapError('forbidden', setNotAllowed);
  }
  const missing = verbs.find((verb) => !allowed.includes(verb) && Object.keys(args[verb] ?? {}).length > 0);
  if (missing !== undefined) {
    throw new JmapError('forbidden', `You are not authorized to ${missing} objects of this type`);
  }
}
