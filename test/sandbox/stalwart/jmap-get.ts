import * as v from 'valibot';
import { JmapError } from './jmap-error.ts';

const getSchema = v.looseObject({
  ids: v.optional(v.nullable(v.array(v.string()))),
  properties: v.optional(v.nullable(v.array(v.string()))),
});

/** @throws JmapError `invalidArguments` */
export function parseGet(args: unknown): {
  /** Undefined: all. */
  readonly ids: readonly string[] | undefined;
  readonly properties: readonly string[] | undefined;
} {
  const parsed = v.safeParse(getSchema, args);
  if (!parsed.success) {
    throw new JmapError('invalidArguments', 'Failed to parse arguments');
  }
  return { ids: parsed.output.ids ?? undefined, properties: parsed.output.properties ?? undefined };
}

/** `id` is always part of the answer, and last. */
export function pickProperties(
  object: Readonly<Record<string, unknown>>,
  properties: readonly string[] | undefined,
): Readonly<Record<string, unknown>> {
  return properties === undefined
    ? object
    : Object.fromEntries(
        Object.entries(object).filter(([name]) => name === 'id' || properties.includes(name)),
      );
}
