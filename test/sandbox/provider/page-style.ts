import { createHash } from 'node:crypto';

/** One sheet for all pages of the provider: the product's colours and sizes, light and dark, forced colours, 200 %. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --surface: light-dark(#f6f5f1, #191d1c); --raised: light-dark(#ffffff, #232927); --hover: light-dark(#efede7, #2b3230);
  --text: light-dark(#1b2321, #ecefed); --muted: light-dark(#56605c, #a5afab);
  --line: light-dark(#dcd9d0, #363e3b); --edge: light-dark(#7e8682, #7f8a86);
  --accent: light-dark(#0b5a58, #14807b); --accent-hover: light-dark(#084745, #0e6b67); --on-accent: #ffffff;
  --band: light-dark(#0b5a58, #0f4f4c); --on-band: light-dark(#ffffff, #f2faf8);
  --accent-text: light-dark(#0b5a58, #71cdc4); --accent-tint: light-dark(#e2efec, #1a332f);
  --caution: light-dark(#7a4a00, #e9ba62); --caution-tint: light-dark(#fbf0d8, #352a14);
  --critical: light-dark(#a1281f, #f39b91); --critical-tint: light-dark(#fcebe7, #3a211e);
  --focus: light-dark(#0b7672, #71cdc4);
  --shadow: 0 1px 2px light-dark(rgb(27 35 33 / 6%), rgb(0 0 0 / 30%));
  --font: system-ui, -apple-system, "Segoe UI Variable Text", "Segoe UI", Cantarell, "Noto Sans", sans-serif;
  --font-mono: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", monospace;
}
@media (prefers-contrast: more) { :root { --muted: var(--text); --line: var(--edge); } }
@media (forced-colors: active) {
  :root {
    --surface: Canvas; --raised: Canvas; --hover: Canvas; --text: CanvasText; --muted: CanvasText; --line: CanvasText;
    --edge: ButtonBorder; --band: Canvas; --on-band: CanvasText; --accent-text: LinkText; --accent-tint: Canvas;
    --caution: CanvasText; --caution-tint: Canvas; --critical: CanvasText; --critical-tint: Canvas; --focus: Highlight;
    --shadow: none;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--surface); -webkit-text-size-adjust: 100%; }
body { margin: 0; font: 400 0.875rem / 1.25rem var(--font); color: var(--text); }
h1, p, ul { margin: 0; padding: 0; }
h1 { font-size: 1.5rem; line-height: 2rem; font-weight: 600; letter-spacing: -0.015em; text-wrap: balance; }
p { text-wrap: pretty; }
b { font-weight: 600; }
code { font-family: var(--font-mono); font-size: 0.93em; overflow-wrap: anywhere; }
.desk { display: grid; place-items: center; align-content: center; gap: 1.25rem; min-block-size: 100dvh; padding: 1.5rem 1rem; }
.card { inline-size: 100%; max-inline-size: 26rem; background: var(--raised); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); overflow: clip; }
.band { display: flex; align-items: center; gap: 0.75rem; padding: 1rem 2rem; background: var(--band); color: var(--on-band); font-weight: 600; font-size: 1rem; line-height: 1.5rem; border-block-end: 1px solid var(--line); }
.leaf { inline-size: 24px; block-size: 24px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.inside { display: grid; gap: 1.25rem; padding: 1.75rem 2rem 2rem; }
.head { display: grid; gap: 0.25rem; }
.lead { font-size: 1rem; line-height: 1.5rem; color: var(--muted); overflow-wrap: break-word; }
.lead b { color: var(--text); }
form { display: grid; gap: 1.25rem; }
.field { display: grid; gap: 6px; }
label { font-weight: 600; }
input { inline-size: 100%; min-block-size: 44px; padding: 0 0.75rem; border: 1px solid var(--edge); border-radius: 6px; background: var(--raised); color: inherit; font: inherit; font-size: 1rem; }
input[aria-invalid="true"] { border-color: var(--critical); }
input:focus-visible { outline: 2px solid var(--focus); outline-offset: -1px; border-color: var(--focus); }
.code-field { font-family: var(--font-mono); letter-spacing: 0.08em; text-transform: uppercase; }
.actions { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block-start: 0.25rem; }
button { display: inline-flex; align-items: center; justify-content: center; min-block-size: 2.5rem; padding: 0 1.25rem; border: 1px solid var(--edge); border-radius: 6px; background: var(--raised); color: var(--text); font: inherit; font-weight: 500; }
button:hover { background: var(--hover); }
button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
button.primary { flex: 1; background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.primary:hover { background: var(--accent-hover); border-color: var(--accent-hover); }
@media (forced-colors: active) { button.primary { forced-color-adjust: none; background: Highlight; border-color: Highlight; color: HighlightText; } }
.note { padding: 0.75rem 1rem; border-radius: 6px; border-inline-start: 3px solid; }
.note.critical { background: var(--critical-tint); border-color: var(--critical); }
.note.caution { background: var(--caution-tint); border-color: var(--caution); }
.note b { display: block; }
.note.critical b { color: var(--critical); }
.note.caution b { color: var(--caution); }
.rights { list-style: none; border: 1px solid var(--line); border-radius: 6px; }
.rights li { display: grid; grid-template-columns: 20px minmax(0, 1fr); gap: 0.75rem; padding: 0.625rem 1rem; }
.rights li + li { border-block-start: 1px solid var(--line); }
.tick { inline-size: 20px; block-size: 20px; fill: none; stroke: var(--accent-text); stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.big-code { padding: 0.75rem; border-radius: 6px; background: var(--accent-tint); text-align: center; font: 600 1.5rem / 2rem var(--font-mono); letter-spacing: 0.08em; }
.foot { font-size: 0.75rem; line-height: 1rem; color: var(--muted); text-align: center; max-inline-size: 26rem; }
@media (max-height: 600px) { .desk { gap: 0.75rem; padding-block: 0.75rem; } .inside { gap: 1rem; padding-block: 1.25rem 1.5rem; } form { gap: 1rem; } .band { padding-block: 0.75rem; } }
@media (max-width: 420px) { .inside, .band { padding-inline: 1.25rem; } }
`;

const hash = createHash('sha256').update(pageStyle).digest('base64');

/**
 * No script, no further request. `form-action` is left open on purpose: browsers hold it against the redirect that
 * follows a form, and the loopback redirect to `[::1]` cannot be written in a policy.
 */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'`;
