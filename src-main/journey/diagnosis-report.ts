import type { CheckView, View } from '../ipc/view.ts';

/**
 * The diagnosis as plain lines for whoever helps: English, with the codes of the faults, without passwords. Pure.
 * Facts are those of the words people read, so nothing secret is in them.
 */
export function diagnosisReport(view: View, version: string): string | null {
  const { screen } = view;
  if (screen.kind !== 'diagnosis') return null;
  const head = [
    `Gatepass ${version} on ${view.system}, ${screen.checkedAt ?? 'not finished'}`,
    `Mail server: ${screen.server ?? 'not known'}`,
    `Sign-in: ${screen.issuerHost ?? 'not known'}`,
  ];
  return [...head, ...screen.checks.map(line)].join('\n');
}

function line({ name, state, ms, fault }: CheckView): string {
  const time = ms === null ? '' : ` (${Math.round(ms)} ms)`;
  const facts =
    fault === null
      ? ''
      : Object.entries(fault.facts)
          .map(([key, fact]) => ` ${key}=${fact}`)
          .join('');
  return `${name}: ${state}${time}${fault === null ? '' : ` ${fault.code}${facts}`}`;
}
