import * as v from 'valibot';
import { JmapError } from './jmap-error.ts';

const querySchema = v.looseObject({
  filter: v.optional(v.nullable(v.record(v.string(), v.unknown()))),
  sort: v.optional(
    v.nullable(v.array(v.looseObject({ property: v.string(), isAscending: v.optional(v.boolean()) }))),
  ),
  position: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  limit: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))),
  calculateTotal: v.optional(v.boolean()),
});

export interface Query {
  readonly filter: readonly (readonly [name: string, value: unknown])[];
  readonly sortBy: string;
  readonly ascending: boolean;
  readonly position: number;
  readonly limit: number | undefined;
  readonly withTotal: boolean;
}

/** Without `sort` the newest id comes first (S16 jmap/registry/query.rs). @throws JmapError `invalidArguments` */
export function parseQuery(args: unknown): Query {
  const parsed = v.safeParse(querySchema, args);
  if (!parsed.success) {
    throw new JmapError('invalidArguments', 'Failed to parse arguments');
  }
  const { filter, sort, position, limit, calculateTotal } = parsed.output;
  const first = sort?.[0];
  return {
    filter: Object.entries(filter ?? {}),
    sortBy: first?.property ?? 'id',
    ascending: first === undefined ? false : (first.isAscending ?? true),
    position: position ?? 0,
    limit: limit ?? undefined,
    withTotal: calculateTotal === true,
  };
}

/** `canCalculateChanges` says true although there is nothing to ask for changes; the state never moves. */
export function queryResponse(ids: readonly string[], query: Query): Readonly<Record<string, unknown>> {
  const end = query.limit === undefined ? undefined : query.position + query.limit;
  return {
    queryState: 'n',
    canCalculateChanges: true,
    position: query.position,
    ids: ids.slice(query.position, end),
    ...(query.withTotal ? { total: ids.length } : {}),
  };
}
