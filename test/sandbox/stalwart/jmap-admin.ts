import * as v from 'valibot';
import { accountFilter } from './account-filter.ts';
import { parseGet, pickProperties } from './jmap-get.ts';
import { parseQuery, queryResponse } from './jmap-query.ts';
import { createSetResponse, parseSet } from './jmap-set.ts';
import { decodeObjectId, encodeObjectId } from './object-id.ts';
import { renderAccount } from './render-account.ts';
import type { ServerContext } from './server-context.ts';

const aliasSchema = v.looseObject({ name: v.string(), domainId: v.string() });
const accountSchema = v.looseObject({
  name: v.pipe(v.string(), v.minLength(1)),
  domainId: v.string(),
  description: v.optional(v.nullable(v.string())),
  aliases: v.optional(v.record(v.string(), aliasSchema)),
});

type Method = (
  args: unknown,
) => Promise<Readonly<Record<string, unknown>>> | Readonly<Record<string, unknown>>;

/** What an administrator does over JMAP in 0.16, as far as it was recorded: accounts, domains, the directory, reload. */
export function createAdminMethods(context: ServerContext): Readonly<Record<string, Method>> {
  const { store } = context;
  const domainById = (id: string) => store.domains().find((domain) => domain.id === decodeObjectId(id));
  let actions = 0;

  const createAccounts = (
    create: ReturnType<typeof parseSet>['create'],
    response: ReturnType<typeof createSetResponse>,
  ) => {
    for (const [clientId, value] of create) {
      const parsed = v.safeParse(accountSchema, value);
      if (!parsed.success) {
        const property = v.getDotPath(parsed.issues[0])?.split('.')[0] ?? 'name';
        response.failCreate(clientId, {
          type: 'validationFailed',
          validationErrors: [{ type: 'Required', property }],
        });
        continue;
      }
      const aliases = Object.values(parsed.output.aliases ?? {});
      const places = [parsed.output, ...aliases];
      const unknown = places.find(({ domainId }) => domainById(domainId) === undefined);
      if (unknown !== undefined) {
        const objectId = { object: 'Domain', id: unknown.domainId };
        response.failCreate(clientId, { type: 'invalidForeignKey', objectId });
        continue;
      }
      const emails = places.map(({ name, domainId }) => `${name}@${domainById(domainId)?.name}`);
      const taken = emails.map((email) => store.byEmail(email)).find((account) => account !== undefined);
      if (taken !== undefined) {
        response.failCreate(clientId, {
          type: 'primaryKeyViolation',
          properties: ['email'],
          objectId: { object: 'Account', id: encodeObjectId(taken.id) },
        });
        continue;
      }
      const account = store.add({
        name: emails[0] ?? '',
        emails,
        description: parsed.output.description ?? null,
      });
      response.create(clientId, { id: encodeObjectId(account.id) });
    }
  };

  const get = <T>(
    args: unknown,
    all: readonly T[],
    render: (item: T) => Readonly<Record<string, unknown>>,
  ) => {
    const { ids, properties } = parseGet(args);
    const objects = all.map(render).filter(({ id }) => ids === undefined || ids.includes(String(id)));
    const found = new Set(objects.map(({ id }) => id));
    return {
      list: objects.map((object) => pickProperties(object, properties)),
      notFound: (ids ?? []).filter((id) => !found.has(id)),
    };
  };

  return {
    'x:Domain/get': (args) =>
      get(args, store.domains(), ({ id, name }) => ({
        name,
        isEnabled: true,
        directoryId: null,
        id: encodeObjectId(id),
      })),

    'x:Account/get': (args) => get(args, store.accounts(), (account) => renderAccount(account, store)),

    'x:Account/query': (args) => {
      const query = parseQuery(args);
      const tests = query.filter.map(([name, value]) => accountFilter(name, value));
      const matches = store.accounts().filter((account) => tests.every((test) => test(account)));
      const sorted = matches.toSorted((a, b) => (query.ascending ? a.id - b.id : b.id - a.id));
      return queryResponse(
        sorted.map(({ id }) => encodeObjectId(id)),
        query,
      );
    },

    'x:Account/set': (args) => {
      const request = parseSet(args);
      const response = createSetResponse();
      createAccounts(request.create, response);
      for (const [id, patch] of request.update) {
        const account = store.byId(decodeObjectId(id) ?? -1);
        const description = patch['description'];
        if (account === undefined) {
          response.failUpdate(id, { type: 'notFound' });
        } else {
          store.change(account.id, typeof description === 'string' ? { description } : {});
          response.update(id);
        }
      }
      for (const id of request.destroy) {
        const account = store.byId(decodeObjectId(id) ?? -1);
        if (account === undefined) {
          response.failDestroy(id, { type: 'notFound' });
        } else {
          store.remove(account.id);
          response.destroy(id);
        }
      }
      return response.render();
    },

    'x:Authentication/get': (args) =>
      get(args, [context.directory], (directory) => ({
        directoryId: directory.configured(),
        id: 'singleton',
      })),

    'x:Authentication/set': (args) => {
      const response = createSetResponse();
      for (const [id, patch] of parseSet(args).update) {
        const directoryId = patch['directoryId'];
        if (id !== 'singleton') {
          response.failUpdate(id, { type: 'notFound' });
        } else if (
          typeof directoryId === 'string' &&
          (directoryId !== context.directory.id || !context.directory.exists())
        ) {
          const objectId = { object: 'Directory', id: directoryId };
          response.failUpdate(id, { type: 'invalidForeignKey', objectId });
        } else {
          context.directory.configure(typeof directoryId === 'string' ? directoryId : null);
          response.update(id);
        }
      }
      return response.render();
    },

    'x:Action/set': async (args) => {
      const response = createSetResponse();
      for (const [clientId, value] of parseSet(args).create) {
        if (value['@type'] === 'ReloadSettings') {
          await context.directory.reload();
        }
        // Numbers made of the time, so seven characters long.
        actions += 1;
        response.create(clientId, {
          id: encodeObjectId((context.now() % 0x3fff_ffff) + 0x4000_0000 + actions),
        });
      }
      return response.render();
    },
  };
}
