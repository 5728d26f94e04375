import { escaped } from './escaped.ts';
import { pageStyle } from './page-style.ts';

/** Whose provider it is. */
export const organisation = 'Fernwood Botanical Society';

const leaf =
  '<svg class="leaf" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 21.5v-18M12 7c-1.5-1.8-3-2.4-4.5-2.2.3 1.9 1.8 3.3 4.5 3.6M12 7c1.5-1.8 3-2.4 4.5-2.2-.3 1.9-1.8 3.3-4.5 3.6M12 12.5c-2.2-2.2-4.2-2.9-6.2-2.5.6 2.5 2.7 4 6.2 4.2M12 12.5c2.2-2.2 4.2-2.9 6.2-2.5-.6 2.5-2.7 4-6.2 4.2M12 18c-2.3-2-4.3-2.6-6.2-2.2.7 2.2 2.8 3.5 6.2 3.7M12 18c2.3-2 4.3-2.6 6.2-2.2-.7 2.2-2.8 3.5-6.2 3.7"/></svg>';

const tick =
  '<svg class="tick" viewBox="0 0 20 20" aria-hidden="true"><path d="m5 10.5 3.5 3.5 6.5-7.5"/></svg>';

function page(title: string, inside: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)} - ${organisation}</title>
<style>${pageStyle}</style>
</head>
<body>
<div class="desk">
<main class="card">
<div class="band">${leaf}${organisation}</div>
<div class="inside">
${inside}
</div>
</main>
<p class="foot">A practice sign-in service: its people and passwords are made up.</p>
</div>
</body>
</html>
`;
}

/**
 * @param app name of the app that sent the person here
 * @param login what the name field starts with
 * @param problem why the last attempt did not work
 */
export function loginPage(view: {
  readonly app: string;
  readonly action: string;
  readonly login: string;
  readonly problem: 'wrong' | 'disabled' | null;
}): string {
  const invalid = view.problem === 'wrong' ? ' aria-invalid="true" aria-describedby="problem"' : '';
  // What is known already is not typed again.
  const [loginFocus, passwordFocus] = view.login === '' ? [' autofocus', ''] : ['', ' autofocus'];
  return page(
    'Sign in',
    `<div class="head"><h1>Sign in</h1><p class="lead">to continue to ${escaped(view.app)}</p></div>
${view.problem === null ? '' : problemNote(view.problem)}
<form method="post" action="${escaped(view.action)}">
<div class="field"><label for="login">User name or e-mail address</label>
<input id="login" name="login" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="320" value="${escaped(view.login)}"${invalid}${loginFocus}></div>
<div class="field"><label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="1024"${invalid}${passwordFocus}></div>
${actions(['Sign in', 'action', 'sign-in'], ['Cancel', 'action', 'cancel'])}
</form>`,
  );
}

function problemNote(problem: 'wrong' | 'disabled'): string {
  return problem === 'wrong'
    ? '<p class="note critical" id="problem" role="alert"><b>That did not work</b>The name or the password is wrong. Check both and try again.</p>'
    : '<p class="note critical" id="problem" role="alert"><b>This account is switched off</b>Ask your administrator to switch it on again.</p>';
}

/** @param scopes what the app asks for */
export function consentPage(view: {
  readonly app: string;
  readonly action: string;
  readonly name: string;
  readonly address: string;
  readonly scopes: readonly string[];
}): string {
  const asks = (scope: string) => view.scopes.includes(scope);
  const rights = [
    ...(asks('profile') || asks('email') ? ['See your name and e-mail address'] : []),
    'Use your mailbox, calendars and contacts',
    ...(asks('offline_access') ? ['Stay signed in until you sign out'] : []),
  ];
  return page(
    'Allow access',
    `<div class="head"><h1>Continue to ${escaped(view.app)}?</h1><p class="lead">You are signed in as <b>${escaped(view.name)}</b>, ${escaped(view.address)}.</p></div>
<p>${escaped(view.app)} will be able to:</p>
<ul class="rights">${rights.map((right) => `<li>${tick}${escaped(right)}</li>`).join('')}</ul>
<form method="post" action="${escaped(view.action)}">
${actions(['Continue', 'action', 'allow'], ['Cancel', 'action', 'cancel'])}
</form>`,
  );
}

/** Where the code of another device is typed in. */
export function deviceCodePage(view: {
  readonly action: string;
  readonly xsrf: string;
  readonly code: string;
  readonly problem: string | null;
}): string {
  const invalid = view.problem === null ? '' : ' aria-invalid="true" aria-describedby="problem"';
  return page(
    'Connect a device',
    `<div class="head"><h1>Connect a device</h1><p class="lead">Enter the code that your device shows.</p></div>
${view.problem === null ? '' : `<p class="note critical" id="problem" role="alert">${escaped(view.problem)}</p>`}
<form method="post" action="${escaped(view.action)}">
<input type="hidden" name="xsrf" value="${escaped(view.xsrf)}">
<div class="field"><label for="code">Code</label>
<input id="code" class="code-field" name="user_code" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="32" value="${escaped(view.code)}"${invalid} autofocus></div>
${actions(['Continue', 'action', 'continue'])}
</form>`,
  );
}

/** Asks whether the code is that of a device of one's own: whoever was sent a code must stop here (RFC 8628, 5.4). */
export function deviceConfirmPage(view: {
  readonly app: string;
  readonly action: string;
  readonly xsrf: string;
  readonly code: string;
}): string {
  return page(
    'Is this your device?',
    `<div class="head"><h1>Is this the code on your device?</h1><p class="lead">It wants to sign you in to ${escaped(view.app)}.</p></div>
<p class="big-code">${escaped(view.code)}</p>
<p class="note caution"><b>Did someone send you this code?</b>Then cancel: they want to use your account. Only go on when you see the code on a device in front of you.</p>
<form method="post" action="${escaped(view.action)}">
<input type="hidden" name="xsrf" value="${escaped(view.xsrf)}">
<input type="hidden" name="user_code" value="${escaped(view.code)}">
${actions(['Yes, continue', 'confirm', 'yes'], ['Cancel', 'abort', 'yes'])}
</form>`,
  );
}

export function signOutPage(view: { readonly action: string; readonly xsrf: string }): string {
  return page(
    'Sign out',
    `<div class="head"><h1>Sign out?</h1><p class="lead">You are signed in at ${organisation} in this browser.</p></div>
<form method="post" action="${escaped(view.action)}">
<input type="hidden" name="xsrf" value="${escaped(view.xsrf)}">
${actions(['Sign out', 'logout', 'yes'], ['Stay signed in', 'action', 'stay'])}
</form>`,
  );
}

/** A page with nothing left to do on it. */
export function endPage(title: string, lead: string, code?: string): string {
  const said = code === undefined ? '' : `\n<p>It said: <code>${escaped(code)}</code></p>`;
  return page(
    title,
    `<div class="head"><h1>${escaped(title)}</h1><p class="lead">${escaped(lead)}</p></div>${said}`,
  );
}

type Button = readonly [words: string, name: string, value: string];

/** The first is what Enter does. */
function actions(primary: Button, other?: Button): string {
  const button = ([words, name, value]: Button, kind: string) =>
    `<button type="submit" name="${name}" value="${value}"${kind}>${escaped(words)}</button>`;
  return `<div class="actions">${button(primary, ' class="primary"')}${other === undefined ? '' : button(other, '')}</div>`;
}
