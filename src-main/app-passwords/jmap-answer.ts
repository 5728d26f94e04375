import * as v from 'valibot';
import { brokenAnswer } from '../discovery/stalwart-call.ts';
import { Fault } from '../fault.ts';
import { setErrorFault } from './set-error-fault.ts';

const short = v.pipe(v.string(), v.maxLength(200));
const text = v.pipe(v.string(), v.maxLength(2000));

const answerSchema = v.object({
  methodResponses: v.pipe(v.array(v.looseTuple([short, v.unknown()])), v.minLength(1), v.maxLength(16)),
});

const methodErrorSchema = v.object({ type: short, description: v.fallback(v.optional(text), undefined) });

/**
 * The arguments of the first method response (RFC 8620 section 3.4); requests here have one method call.
 * @throws Fault server.broken for something else, else what the method error means
 */
export function readMethodResponse(json: unknown, method: string, server: URL): unknown {
  const parsed = v.safeParse(answerSchema, json);
  const first = parsed.success ? parsed.output.methodResponses[0] : undefined;
  if (first === undefined) throw brokenAnswer(server, 'not a JMAP answer');
  const [name, args] = first;
  if (name === method) return args;
  const error = v.safeParse(methodErrorSchema, args);
  if (name !== 'error' || !error.success) throw brokenAnswer(server, 'a JMAP answer to something else');
  throw methodErrorFault(error.output, server);
}

/** Method-level errors (RFC 8620 section 3.6.2 and Stalwart's own texts). The texts are compared, never passed on. */
function methodErrorFault(error: v.InferOutput<typeof methodErrorSchema>, server: URL): Fault {
  const facts = { server: server.host };
  if (error.type === 'forbidden' && error.description?.includes('bootstrap mode')) {
    return new Fault('server.bootstrap', 'bootstrap mode', { facts });
  }
  switch (error.type) {
    case 'forbidden':
    case 'accountNotFound':
    case 'accountReadOnly':
      return new Fault('server.forbidden', `method error ${error.type}`, {
        facts: { ...facts, what: 'manage app passwords' },
      });
    case 'serverUnavailable':
    case 'serverFail':
    case 'serverPartialFail':
      return new Fault('server.broken', `method error ${error.type}`, {
        retryable: true,
        facts: { ...facts, what: 'it has trouble of its own' },
      });
    case 'unknownMethod':
    case 'unknownCapability':
      return refused('it does not know app passwords', facts);
    case 'requestTooLarge':
      return refused('the question is too large for it', facts);
    default:
      return refused('it does not take the question', facts);
  }
}

function refused(what: string, facts: { readonly server: string }): Fault {
  return new Fault('server.refused', what, { facts: { ...facts, what } });
}

const entrySchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  description: v.fallback(text, ''),
  createdAt: v.fallback(v.nullable(short), null),
  expiresAt: v.fallback(v.nullable(short), null),
});
const listSchema = v.object({ list: v.pipe(v.array(entrySchema), v.maxLength(1000)) });

export type ListedEntry = v.InferOutput<typeof entrySchema>;

/**
 * `x:AppPassword/get` with `ids: null`. Its `notFound` names the account's other credentials (login password, API
 * keys), so it is left unread.
 * @throws Fault server.broken
 */
export function readListed(args: unknown, server: URL): readonly ListedEntry[] {
  const parsed = v.safeParse(listSchema, args);
  if (!parsed.success) throw brokenAnswer(server, 'a list of app passwords that is none');
  return parsed.output.list;
}

export const creationId = 'n1';

const createdSchema = v.object({
  created: v.object({
    [creationId]: v.object({
      id: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
      // A line break or a control character in it would break out of every place it is written to.
      secret: v.pipe(v.string(), v.minLength(8), v.maxLength(255), v.regex(/^[\x20-\x7e]+$/)),
    }),
  }),
});
const setErrorSchema = v.object({
  type: short,
  description: v.fallback(v.optional(text), undefined),
  properties: v.fallback(v.optional(v.pipe(v.array(short), v.maxLength(20))), undefined),
});

const notCreatedSchema = v.object({ notCreated: v.object({ [creationId]: setErrorSchema }) });

/** @throws Fault server.broken, or what the set error means */
export function readCreated(args: unknown, server: URL): { readonly id: string; readonly secret: string } {
  const refusal = v.safeParse(notCreatedSchema, args);
  if (refusal.success) throw setErrorFault(refusal.output.notCreated[creationId], server);
  const parsed = v.safeParse(createdSchema, args);
  if (!parsed.success) throw brokenAnswer(server, 'an app password that is none');
  return parsed.output.created[creationId];
}

/** @throws Fault server.broken, or what the set error means */
export function readDestroyed(args: unknown, id: string, server: URL): 'destroyed' | 'absent' {
  const done = v.object({ destroyed: v.pipe(v.array(short), v.includes(id)) });
  if (v.is(done, args)) return 'destroyed';
  const refusal = v.safeParse(v.object({ notDestroyed: v.record(v.string(), setErrorSchema) }), args);
  const error = refusal.success ? new Map(Object.entries(refusal.output.notDestroyed)).get(id) : undefined;
  if (error === undefined) throw brokenAnswer(server, 'no word on what became of it');
  if (error.type === 'notFound') return 'absent';
  throw setErrorFault(error, server);
}
