import * as v from 'valibot';
import type { Account } from './account.ts';
import type { HttpRequest } from './http-request.ts';
import { badParameters, forbidden, notFound } from './problem.ts';
import { jsonReply, type Reply } from './reply.ts';
import { type AsCaller, parseJson } from './request-login.ts';
import { unsupportedDirectory } from './rest-account.ts';
import type { ServerContext } from './server-context.ts';

const principalSchema = v.looseObject({
  type: v.picklist(['individual', 'domain']),
  name: v.pipe(v.string(), v.minLength(1)),
  description: v.optional(v.nullable(v.string())),
  emails: v.optional(v.array(v.string())),
  roles: v.optional(v.array(v.string())),
  secrets: v.optional(v.array(v.string())),
});

const mostBytes = 1024 * 1024;

/** `/api/principal`, what an administrator does up to 0.15 (stalwart-api.md 2.3). Errors come with status 200. */
export function createRestPrincipalRoute(context: ServerContext, asCaller: AsCaller) {
  const { store } = context;

  const create = async (request: HttpRequest, deployed: boolean): Promise<Reply> => {
    const parsed = parseJson(await request.body(mostBytes));
    if ('status' in parsed) {
      return parsed;
    }
    const sent = v.safeParse(principalSchema, parsed.value);
    if (!sent.success) {
      return badParameters('JSON deserialization failed');
    }
    const principal = sent.output;
    const name = principal.name.toLowerCase();
    if (principal.type === 'domain') {
      return store.domain(name) === undefined
        ? jsonReply({ data: store.addDomain(name).id })
        : alreadyExists('name', name);
    }
    if (!deployed && context.directory.active() !== undefined) {
      return jsonReply(unsupportedDirectory);
    }
    if (store.byName(name) !== undefined) {
      return alreadyExists('name', name);
    }
    const emails = (principal.emails ?? []).map((email) => email.toLowerCase());
    for (const email of emails) {
      const domain = email.slice(email.lastIndexOf('@') + 1);
      if (store.domain(domain) === undefined) {
        return jsonReply({ error: 'notFound', item: domain });
      }
      if (store.byEmail(email) !== undefined) {
        return alreadyExists('emails', email);
      }
    }
    const account = store.add({
      name,
      emails,
      description: principal.description ?? null,
      roles: principal.roles ?? [],
    });
    store.change(account.id, { secrets: principal.secrets ?? [] });
    return jsonReply({ data: account.id });
  };

  const list = ({ query }: HttpRequest): Reply => {
    const types = query.get('types')?.split(',') ?? ['individual', 'domain'];
    const filter = query.get('filter')?.toLowerCase() ?? '';
    const people = types.includes('individual') ? store.accounts().map(render) : [];
    const domains = types.includes('domain')
      ? store.domains().map(({ id, name }) => ({ id, type: 'domain', name }))
      : [];
    const all = [...people, ...domains].filter(({ name }) => name.includes(filter));
    const limit = Number(query.get('limit') ?? 0) || all.length;
    const start = (Math.max(Number(query.get('page') ?? 1), 1) - 1) * limit;
    return jsonReply({ data: { items: all.slice(start, start + limit), total: all.length } });
  };

  const one = (request: HttpRequest, name: string): Reply => {
    const account = store.byName(name) ?? store.byId(Number(name));
    if (account === undefined) {
      return jsonReply({ error: 'notFound', item: name });
    }
    switch (request.method) {
      case 'GET':
        return jsonReply({ data: render(account) });
      case 'DELETE':
        store.remove(account.id);
        return jsonReply({ data: null });
      default:
        return notFound();
    }
  };

  return (request: HttpRequest): Promise<Reply> =>
    asCaller(request, (caller) => {
      const name = request.segments[2] ?? '';
      if (caller.kind !== 'admin') {
        return forbidden();
      }
      if (request.method === 'POST') {
        return name === '' || name === 'deploy' ? create(request, name === 'deploy') : notFound();
      }
      return name === '' ? list(request) : one(request, name);
    });
}

function alreadyExists(field: string, value: string): Reply {
  return jsonReply({ error: 'fieldAlreadyExists', field, value });
}

function render(account: Account) {
  return {
    id: account.id,
    type: 'individual',
    name: account.name,
    ...(account.description === null ? {} : { description: account.description }),
    ...(account.emails.length === 0 ? {} : { emails: account.emails }),
    ...(account.roles.length === 0 ? {} : { roles: account.roles }),
  };
}
