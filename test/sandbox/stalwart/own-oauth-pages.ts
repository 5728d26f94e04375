import { htmlReply, type Reply } from './reply.ts';

/** The page where a person types the mailbox password. The form carries the request's own parameters back. */
export function loginPage(
  action: string,
  hidden: URLSearchParams,
  options: { readonly message?: string; readonly userCode?: string },
  status = 200,
): Reply {
  const fields = [...hidden]
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('\n');
  const code =
    options.userCode === undefined
      ? ''
      : `<p><label>Code<br><input name="code" autocomplete="off" value="${escapeHtml(options.userCode)}"></label></p>`;
  const message = options.message === undefined ? '' : `<p role="alert">${escapeHtml(options.message)}</p>`;
  return htmlReply(
    page(
      'Sign in',
      `${message}<form method="post" action="${escapeHtml(action)}">
${fields}
${code}
<p><label>Account<br><input name="login" autocomplete="username" value="${escapeHtml(hidden.get('login_hint') ?? '')}"></label></p>
<p><label>Password<br><input name="password" type="password" autocomplete="current-password"></label></p>
<p><button type="submit">Sign in</button></p>
</form>`,
    ),
    status,
  );
}

export function messagePage(title: string, text: string, status = 200): Reply {
  return htmlReply(page(title, `<p>${escapeHtml(text)}</p>`), status);
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body><main><h1>${escapeHtml(title)}</h1>
${content}
</main></body></html>
`;
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
