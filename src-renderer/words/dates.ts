export interface Dates {
  /** "29 November", with the year when it is not this one. @param iso ISO 8601 date or time */
  day(iso: string): string;
  /** "Thursday, 19 November" */
  weekday(iso: string): string;
  /** "09:12" */
  time(iso: string): string;
  /** "3 months ago", "today" */
  ago(iso: string): string;
  /** Which of the words for "at" a moment takes. */
  nearness(iso: string): 'today' | 'yesterday' | 'other';
  /** "macOS and Windows" */
  list(items: readonly string[]): string;
  number(value: number, digits?: number): string;
}

const dayMs = 86_400_000;

/** Dates in words and times on the 24-hour clock, as the locale writes them. @param now milliseconds since 1970 */
export function createDates(locale: string, now: () => number): Dates {
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
  const dayYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const midnight = (ms: number): number => new Date(ms).setHours(0, 0, 0, 0);
  const daysSince = (iso: string): number =>
    Math.round((midnight(now()) - midnight(Date.parse(iso))) / dayMs);
  return {
    day(iso) {
      const date = new Date(iso);
      // An end that is close needs no year even across New Year; one long past or far off does.
      const sameYear = date.getFullYear() === new Date(now()).getFullYear();
      return (sameYear ? day : dayYear).format(date);
    },
    weekday: (iso) => weekday.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    ago(iso) {
      const days = daysSince(iso);
      if (days < 14) return ago.format(-days, 'day');
      if (days < 60) return ago.format(-Math.round(days / 7), 'week');
      if (days < 345) return ago.format(-Math.round(days / 30.44), 'month');
      return ago.format(-Math.max(1, Math.round(days / 365.25)), 'year');
    },
    nearness(iso) {
      const days = daysSince(iso);
      return days === 0 ? 'today' : days === 1 ? 'yesterday' : 'other';
    },
    list: (items) => list.format(items),
    number: (value, digits = 0) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
        value,
      ),
  };
}
