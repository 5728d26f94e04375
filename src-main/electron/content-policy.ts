/**
 * The content security policy of every page of ours: scripts, styles, fonts and pictures from our own files, and
 * nothing else. No network, no forms, no frames, no inline code or style, no eval; `innerHTML` and its kin refuse
 * strings (Trusted Types without a policy). Pictures written into the page as data are the icons of installed mail
 * apps. It goes out as a header, which also holds for what a `<meta>` policy comes too late for.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "frame-src 'none'",
  "worker-src 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Every header of every answer of the app protocol but the content type, which is the file's. */
export const pageHeaders: Readonly<Record<string, string>> = Object.freeze({
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), clipboard-read=(), clipboard-write=(), usb=(), serial=(), hid=(), bluetooth=(), midi=(), payment=(), fullscreen=()',
});
