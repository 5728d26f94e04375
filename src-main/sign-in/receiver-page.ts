/** How the browser's way back ended. */
export type ReceiverPageKind = 'signed-in' | 'denied' | 'failed';

export interface ReceiverPageTexts {
  readonly title: string;
  readonly lead: string;
  readonly hint: string;
}

/** The words of the page in one language; plain text. */
export interface ReceiverTexts {
  /** BCP 47, e.g. `en`. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly pages: Readonly<Record<ReceiverPageKind, ReceiverPageTexts>>;
  /** Stands before the provider's error code on the failed page. */
  readonly said: string;
}

export const englishReceiverTexts: ReceiverTexts = {
  language: 'en',
  direction: 'ltr',
  pages: {
    'signed-in': {
      title: 'You are signed in',
      lead: 'You can close this window and go back to Gatepass.',
      hint: 'This page comes from Gatepass on your own computer. There is nothing left to do here.',
    },
    denied: {
      title: 'You are not signed in',
      lead: 'The sign-in was cancelled or refused. Nothing has been made or changed.',
      hint: 'You can close this window. To try again, go back to Gatepass.',
    },
    failed: {
      title: 'The sign-in did not work',
      lead: 'Your sign-in service stopped it. Nothing has been made or changed.',
      hint: 'You can close this window. Gatepass says what to do now.',
    },
  },
  said: 'It said:',
};

/** The ticket of the design with a tick on it, or with a bar where there is nothing to be glad about. */
const art = {
  ticket:
    'M18 4h60a14 14 0 0 1 14 14v14a11 11 0 0 0 0 22v54H71V80a23 23 0 0 0-46 0v28H4V54a11 11 0 0 0 0-22V18A14 14 0 0 1 18 4Z',
  tick: 'm35 42 10 10 17-19',
  bar: 'M36 43h24',
};

/** The part of the design's tokens and parts that this one page needs. The page names its hash in its policy. */
export const receiverPageStyles = `
:root {
  color-scheme: light dark;
  --surface: light-dark(#f6f5f1, #191d1c); --text: light-dark(#1b2321, #ecefed); --muted: light-dark(#56605c, #a5afab);
  --accent: light-dark(#0b5a58, #14807b); --on-accent: #ffffff;
  --font: system-ui, -apple-system, "Segoe UI Variable Text", "Segoe UI", Cantarell, "Noto Sans", sans-serif;
  --font-mono: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", monospace;
}
@media (prefers-contrast: more) { :root { --muted: var(--text); } }
@media (forced-colors: active) { :root { --surface: Canvas; --text: CanvasText; --muted: CanvasText; } }
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--surface); -webkit-text-size-adjust: 100%; }
body, h1, p { margin: 0; padding: 0; }
body { font: 400 0.875rem / 1.25rem var(--font); color: var(--text); }
h1 { font-size: 1.75rem; line-height: 2.25rem; font-weight: 600; letter-spacing: -0.015em; text-wrap: balance; }
:dir(rtl) h1 { letter-spacing: 0; }
p { text-wrap: pretty; }
code { font-family: var(--font-mono); font-size: 0.93em; unicode-bidi: isolate; overflow-wrap: anywhere; }
.done { display: grid; place-items: center; min-block-size: 100dvh; padding: 2rem; padding-block-end: 96px; }
.done-box { display: grid; justify-items: center; gap: 0.75rem; text-align: center; max-inline-size: 440px; }
.lead { font-size: 1rem; line-height: 1.5rem; color: var(--muted); }
.hint { color: var(--muted); }
.done-art { inline-size: 72px; block-size: 84px; margin-block-end: 0.75rem; }
.art-ticket { fill: var(--accent); }
.art-tick { fill: none; stroke: var(--on-accent); stroke-width: 6; stroke-linecap: round; stroke-linejoin: round; }
.stopped .art-ticket { fill: var(--muted); }
.stopped .art-tick { stroke: var(--surface); }
@media (forced-colors: active) {
  .art-ticket, .stopped .art-ticket { fill: CanvasText; }
  .art-tick, .stopped .art-tick { stroke: Canvas; }
}
`;

/**
 * The one page the browser ends on: no script, no further request, every word escaped.
 * @param error the provider's error code, already reduced by `providerError`; shown on the failed page
 */
export function receiverPage(kind: ReceiverPageKind, texts: ReceiverTexts, error?: string): string {
  const { title, lead, hint } = texts.pages[kind];
  const done = kind === 'signed-in';
  const said =
    kind === 'failed' && error !== undefined ? `${escaped(texts.said)} <code>${escaped(error)}</code>` : '';
  return `<!doctype html>
<html lang="${escaped(texts.language)}" dir="${texts.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)} - Gatepass</title>
<style>${receiverPageStyles}</style>
</head>
<body>
<main class="done">
<div class="done-box${done ? '' : ' stopped'}">
<svg class="done-art" viewBox="0 0 96 112" aria-hidden="true"><path class="art-ticket" d="${art.ticket}"/><path class="art-tick" d="${done ? art.tick : art.bar}"/></svg>
<h1>${escaped(title)}</h1>
<p class="lead">${escaped(lead)}</p>
${said === '' ? '' : `<p class="hint">${said}</p>\n`}<p class="hint">${escaped(hint)}</p>
</div>
</main>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
