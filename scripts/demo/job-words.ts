import type { Output } from '../../src-main/cli/output.ts';
import type { JobOrder } from './messages.ts';

const valueWidth = 26;

/** The organisation, its servers and who says so, before the checklist. */
export function serviceWords(out: Output, order: JobOrder, link: URL): string {
  const row = (label: string, value: string, words: string) =>
    `  ${out.style('dim', label)}   ${value.padEnd(valueWidth)}${out.style('dim', words)}`;
  const whoSays = order.issuer === null ? 'the mail server says so' : 'this demo says so: 0.15 cannot';
  return [
    `  ${out.style('bold', order.title)}`,
    row('mail server', new URL(order.server).host, order.serverWords),
    row('sign in at ', link.host, whoSays),
    '',
  ].join('\n');
}

/** How the sign-in goes on, with the name and password of the person at the demo's provider. */
export function linkWords(out: Output, order: JobOrder, link: URL, opened: boolean): string {
  if (order.byHand === null) return `  ${out.style('dim', order.byItself)}\n`;
  if (!opened) return `  No browser could be opened. ${order.byItself}\n`;
  const { login, password } = order.byHand;
  return [
    '  Opening your browser. If nothing opens, use this link:',
    `  ${out.style('underline', link.href)}`,
    `  Sign in as ${out.style('bold', login)} with the password ${out.style('bold', password)}`,
    '',
  ].join('\n');
}

/** What is about to happen in the window, or what the person does there. */
export function openingWords(out: Output, order: JobOrder): string {
  const where = `  ${out.style('bold', order.title)}   ${out.style('dim', order.serverWords)}`;
  if (order.byHand === null) {
    return `${where}\n  ${out.style('dim', `The demo does the job in the window, as a person would. ${order.byItself}`)}\n`;
  }
  const { login, password } = order.byHand;
  return [
    where,
    '',
    '  The window opens. It is yours:',
    `    your e-mail address   ${out.style('bold', order.address)}`,
    `    in the browser        name ${out.style('bold', login)}, password ${out.style('bold', password)}`,
    '',
    '  Close the window when you have seen enough: everything goes with it.',
  ].join('\n');
}
