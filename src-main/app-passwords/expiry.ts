import { Fault } from '../fault.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Years from now on are as good as never, and 0.16 prints four digits. */
const latestYear = 9999;

/**
 * When an app password ends: `90d`, `12w`, `6m`, `1y`, a date (`2027-01-31`: the end of that day, UTC), a time
 * (`2027-01-31T08:00:00Z`), or `never`. A month after 31 January is the last day of February. Pure.
 *
 * @param now milliseconds since 1970
 * @returns ISO 8601 UTC in whole seconds, or null for never
 * @throws Fault input.invalid: not understood, or not in the future
 */
export function parseExpiry(text: string, now: number): string | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === 'never') return null;
  const at = afterNow(wanted, now) ?? onDate(wanted);
  if (at === null) throw invalid(text, 'takes 90d, 12w, 6m, 1y, a date like 2027-01-31, or never');
  if (Number.isNaN(at) || new Date(at).getUTCFullYear() > latestYear) throw invalid(text, 'is too far away');
  if (at <= now) throw invalid(text, 'is in the past');
  return utcTimestamp(at);
}

/** ISO 8601 UTC in whole seconds, the only form seen in Stalwart's own answers. */
export function utcTimestamp(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function afterNow(text: string, now: number): number | null {
  const match = /^(\d{1,5})(d|w|m|y)$/.exec(text);
  if (match === null) return null;
  const count = Number(match[1]);
  switch (match[2]) {
    case 'd':
      return now + count * dayMs;
    case 'w':
      return now + count * 7 * dayMs;
    case 'm':
      return addMonths(now, count);
    default:
      return addMonths(now, count * 12);
  }
}

/** Months are of different lengths: the day of the month is kept, or held at the month's last day. */
function addMonths(now: number, months: number): number {
  const from = new Date(now);
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const moved = new Date(now);
  moved.setUTCFullYear(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), lastDay));
  return moved.getTime();
}

function onDate(text: string): number | null {
  const day = /^(\d{4}-\d{2}-\d{2})$/.exec(text)?.[1];
  const whole = day === undefined ? text : `${day}t23:59:59z`;
  if (!/^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(z|[+-]\d{2}:\d{2})$/.test(whole)) return null;
  const at = Date.parse(whole.toUpperCase());
  if (Number.isNaN(at)) return null;
  // Date.parse takes 30 February for 2 March.
  const dayOfMonth = new Date(Date.parse(`${whole.slice(0, 10)}T00:00:00Z`)).getUTCDate();
  return dayOfMonth === Number(whole.slice(8, 10)) ? at : null;
}

function invalid(text: string, why: string): Fault {
  return new Fault('input.invalid', 'expiry', { facts: { what: `--expires ${text.slice(0, 40)} ${why}` } });
}
