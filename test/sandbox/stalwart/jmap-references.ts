import * as v from 'valibot';
import { JmapError } from './jmap-error.ts';
import type { MethodResponse } from './jmap-route.ts';

const referenceSchema = v.looseObject({ resultOf: v.string(), name: v.string(), path: v.string() });

/** Replaces `#name` arguments by what an earlier call of the request answered (RFC 8620 section 3.7). */
export function resolveReferences(
  args: Readonly<Record<string, unknown>>,
  responses: readonly MethodResponse[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) =>
      name.startsWith('#') ? [name.slice(1), resolve(value, responses)] : [name, value],
    ),
  );
}

function resolve(reference: unknown, responses: readonly MethodResponse[]): unknown {
  const parsed = v.safeParse(referenceSchema, reference);
  if (!parsed.success) {
    throw new JmapError('invalidResultReference', 'Failed to parse result reference');
  }
  const { resultOf, name, path } = parsed.output;
  const source = responses.find((response) => response[0] === name && response[2] === resultOf);
  if (source === undefined) {
    throw new JmapError('invalidResultReference', `No result of ${name} under ${resultOf}`);
  }
  return follow(source[1], path.split('/').slice(1));
}

function follow(value: unknown, path: readonly string[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    return value;
  }
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return step === '*' ? items.flatMap((item) => follow(item, rest)) : follow(items[Number(step)], rest);
  }
  if (typeof value !== 'object' || value === null) {
    throw new JmapError('invalidResultReference', `No ${step} in the result`);
  }
  return follow(Object.entries(value).find(([name]) => name === step)?.[1], rest);
}
