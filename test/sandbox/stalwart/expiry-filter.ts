import { JmapError } from './jmap-error.ts';

/** One member of the filter of `x:AppPassword/query`. @throws JmapError `unsupportedFilter` */
export function expiryFilter(name: string, value: unknown): (time: number) => boolean {
  const limit = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(limit)) {
    throw new JmapError('unsupportedFilter', name);
  }
  switch (name) {
    case 'expiresAt':
      return (time) => time === limit;
    case 'expiresAtIsGreaterThan':
      return (time) => time > limit;
    case 'expiresAtIsGreaterThanOrEqual':
      return (time) => time >= limit;
    case 'expiresAtIsLessThan':
      return (time) => time < limit;
    case 'expiresAtIsLessThanOrEqual':
      return (time) => time <= limit;
    default:
      throw new JmapError('unsupportedFilter', name);
  }
}
