import * as v from 'valibot';
import { JmapError, type SetError } from './jmap-error.ts';
import { jmapLimits } from './session-capabilities.ts';

const valueSchema = v.record(v.string(), v.unknown());
const setSchema = v.looseObject({
  create: v.optional(v.nullable(v.record(v.string(), valueSchema))),
  update: v.optional(v.nullable(v.record(v.string(), valueSchema))),
  destroy: v.optional(v.nullable(v.array(v.string()))),
});

export interface SetRequest {
  readonly create: readonly (readonly [clientId: string, value: Readonly<Record<string, unknown>>])[];
  readonly update: readonly (readonly [id: string, patch: Readonly<Record<string, unknown>>])[];
  readonly destroy: readonly string[];
}

/** @throws JmapError `invalidArguments`, or `requestTooLarge` above 500 objects */
export function parseSet(args: unknown): SetRequest {
  const parsed = v.safeParse(setSchema, args);
  if (!parsed.success) {
    throw new JmapError('invalidArguments', 'Failed to parse arguments');
  }
  const request = {
    create: Object.entries(parsed.output.create ?? {}),
    update: Object.entries(parsed.output.update ?? {}),
    destroy: parsed.output.destroy ?? [],
  };
  if (request.create.length + request.update.length + request.destroy.length > jmapLimits.maxObjects) {
    throw new JmapError(
      'requestTooLarge',
      'The number of ids requested by the client exceeds the maximum number the server is willing to process in a single method call.',
    );
  }
  return request;
}

/** Collects the parts of a set response; empty ones are left out, as the server does. */
export interface SetResponse {
  create(clientId: string, value: unknown): void;
  update(id: string): void;
  destroy(id: string): void;
  failCreate(clientId: string, error: SetError): void;
  failUpdate(id: string, error: SetError): void;
  failDestroy(id: string, error: SetError): void;
  /** The one registry write of a call failed: everything that had gone well fails with the same error. */
  failAll(error: SetError): void;
  render(): Readonly<Record<string, unknown>>;
}

export function createSetResponse(): SetResponse {
  const created = new Map<string, unknown>();
  const updated = new Map<string, null>();
  const destroyed = new Set<string>();
  const notCreated = new Map<string, SetError>();
  const notUpdated = new Map<string, SetError>();
  const notDestroyed = new Map<string, SetError>();
  return {
    create: (clientId, value) => void created.set(clientId, value),
    update: (id) => void updated.set(id, null),
    destroy: (id) => void destroyed.add(id),
    failCreate: (clientId, error) => void notCreated.set(clientId, error),
    failUpdate: (id, error) => void notUpdated.set(id, error),
    failDestroy: (id, error) => void notDestroyed.set(id, error),
    failAll: (error) => {
      for (const id of created.keys()) notCreated.set(id, error);
      for (const id of updated.keys()) notUpdated.set(id, error);
      for (const id of destroyed) notDestroyed.set(id, error);
      created.clear();
      updated.clear();
      destroyed.clear();
    },
    render: () => {
      const parts = {
        created: Object.fromEntries(created),
        updated: Object.fromEntries(updated),
        destroyed: [...destroyed],
        notCreated: Object.fromEntries(notCreated),
        notUpdated: Object.fromEntries(notUpdated),
        notDestroyed: Object.fromEntries(notDestroyed),
      };
      return Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0));
    },
  };
}
