import { Cookie, CookieJar } from 'tough-cookie';
import { withDeadline } from '../../../src-main/platform/deadline.ts';
import { isRedirectAddress } from './is-redirect-address.ts';
import { type FormButton, type HtmlForm, type HtmlPage, readPage } from './read-page.ts';

/** What the person knows, and how far the person goes. */
export interface PersonAtAForm {
  readonly login: string;
  readonly password: string;
  /** Presses "Cancel" on the first page that has it. */
  readonly cancel?: boolean;
  /** Whether the redirect address is asked for at the end (default), or only returned. */
  readonly visitRedirect?: boolean;
  /** What is typed where a device's code is asked for. */
  readonly userCode?: string;
  /** Milliseconds for all of it; default 30000. */
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
}

/** How it ended: at the redirect address, or on a page with nothing left to press. */
export interface FormOutcome {
  readonly status: number;
  readonly body: string;
  /** The last address, with what the provider put into its query. */
  readonly location: URL;
}

/** Redirects, pages and forms between the first address and the last. */
const maxSteps = 30;

/**
 * A person with a browser that knows cookies, redirects and plain HTML forms, but no scripts: fills in name and
 * password, on one page or on two, lets the app in, and ends at the redirect address. Works at any provider whose
 * forms need no script.
 * @throws Error when the provider shows the login form again after the password was sent, when a page can't be got
 *   past, and Fault `network.timeout` when time is up
 */
export function signInByForm(authorizationUrl: URL | string, person: PersonAtAForm): Promise<FormOutcome> {
  const start = new URL(authorizationUrl);
  return withDeadline(person.deadlineMs ?? 30_000, person.signal, (signal) => walk(start, person, signal));
}

async function walk(start: URL, person: PersonAtAForm, signal: AbortSignal): Promise<FormOutcome> {
  const get = createBrowser(signal);
  let passwordSent = false;
  let codeSent = false;
  let lastWords = '';
  let next: { readonly url: URL; readonly form?: URLSearchParams } = { url: start };
  for (let step = 0; step < maxSteps; step++) {
    const url = next.url;
    if (isRedirectAddress(url, start)) {
      if (person.visitRedirect === false) return { status: 303, body: '', location: url };
      const answer = await get(url);
      return { status: answer.status, body: await answer.text(), location: url };
    }
    const answer = await get(url, next.form);
    const location = answer.headers.get('location');
    const body = await answer.text();
    if (location !== null && answer.status >= 300 && answer.status < 400) {
      next = { url: new URL(location, url) };
      continue;
    }
    const page = readPage(body);
    const form = pickForm(page);
    if (form === undefined) return { status: answer.status, body, location: url };
    const asksPassword = form.fields.some((field) => field.type === 'password');
    if (asksPassword && passwordSent) throw new Error(`the provider refused the sign-in: ${page.text}`);
    passwordSent ||= asksPassword && person.cancel !== true;
    const asksCode = form.fields.some(isForCode);
    // Asked again: the code is no good, and the page says why.
    if (asksCode && codeSent) return { status: answer.status, body, location: url };
    codeSent ||= asksCode;
    lastWords = page.text;
    next = submit(url, form, person);
  }
  throw new Error(`no end after ${maxSteps} steps: ${lastWords}`);
}

type Browser = (url: URL, form?: URLSearchParams) => Promise<Response>;

function createBrowser(signal: AbortSignal): Browser {
  const jar = new CookieJar();
  return async (url, form) => {
    const cookie = await jar.getCookieString(url.href);
    const answer = await fetch(url, {
      redirect: 'manual',
      signal,
      headers: { accept: 'text/html,*/*;q=0.5', ...(cookie === '' ? {} : { cookie }) },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const parsed = Cookie.parse(line);
      // A cookie that is not for this address is dropped, as browsers do.
      if (parsed !== undefined) await jar.setCookie(parsed, url.href, { ignoreError: true });
    }
    return answer;
  };
}

/** The login form before any other, then one that asks something, then one with a button, then one a script would send. */
function pickForm(page: HtmlPage): HtmlForm | undefined {
  const has = (types: readonly string[]) => (form: HtmlForm) =>
    form.fields.some((field) => types.includes(field.type));
  return (
    page.forms.find(has(['password'])) ??
    page.forms.find(has(['text', 'email'])) ??
    page.forms.find((form) => form.buttons.length > 0) ??
    page.forms.find((form) => form.method === 'post')
  );
}

function submit(url: URL, form: HtmlForm, person: PersonAtAForm): { url: URL; form?: URLSearchParams } {
  const button = pickButton(form.buttons, person.cancel === true);
  const sent = new URLSearchParams();
  let named = false;
  for (const field of form.fields) {
    if (field.name === '' || !field.checked) continue;
    if (field.type === 'password') {
      sent.append(field.name, person.password);
    } else if (isForCode(field)) {
      sent.append(field.name, person.userCode ?? field.value);
    } else if ((field.type === 'text' || field.type === 'email') && !named) {
      named = true;
      sent.append(field.name, person.login);
    } else {
      sent.append(field.name, field.value);
    }
  }
  if (button !== undefined && button.name !== '') sent.append(button.name, button.value);
  const target = new URL(button?.action ?? form.action ?? url.href, url);
  if (form.method === 'post') return { url: target, form: sent };
  target.search = sent.toString();
  return { url: target };
}

function isForCode(field: HtmlForm['fields'][number]): boolean {
  return field.type === 'text' && /code/i.test(field.name);
}

/** Words of buttons that end the sign-in. */
const no = /\b(cancel|deny|decline|refuse|reject|no|abort)\b/i;

function pickButton(buttons: readonly FormButton[], cancel: boolean): FormButton | undefined {
  if (cancel) {
    const found = buttons.find((button) => no.test(button.words));
    if (found !== undefined) return found;
  }
  return buttons.find((button) => !no.test(button.words)) ?? buttons[0];
}
