import type { ReactNode } from 'react';
import { cx } from '../cx.ts';

/** Line icons, 20 x 20, stroke 1.5, drawn on whole and half pixels. */
const shapes = {
  copy: (
    <>
      <rect x="7" y="7" width="9.5" height="9.5" rx="2" />
      <path d="M13 4.75A1.75 1.75 0 0 0 11.25 3h-6A2.25 2.25 0 0 0 3 5.25v6A1.75 1.75 0 0 0 4.75 13" />
    </>
  ),
  check: <path d="M4.5 10.5 8 14l7.5-8" />,
  cross: <path d="m5.5 5.5 9 9m0-9-9 9" />,
  eye: (
    <>
      <path d="M2.25 10S5 4.75 10 4.75 17.75 10 17.75 10 15 15.25 10 15.25 2.25 10 2.25 10Z" />
      <circle cx="10" cy="10" r="2.25" />
    </>
  ),
  eyeoff: (
    <path d="M4.5 6.25C3 7.75 2.25 10 2.25 10S5 15.25 10 15.25c1.1 0 2.1-.25 3-.65M8 5c.63-.16 1.3-.25 2-.25 5 0 7.75 5.25 7.75 5.25s-.8 1.55-2.3 3M3.5 3.5l13 13" />
  ),
  out: (
    <path d="M11.5 3.5h5v5M16.5 3.5l-7 7M14.5 11.5V15a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 15V7A1.5 1.5 0 0 1 5 5.5h3.5" />
  ),
  search: (
    <>
      <circle cx="8.75" cy="8.75" r="5.25" />
      <path d="m12.75 12.75 3.75 3.75" />
    </>
  ),
  key: (
    <>
      <circle cx="6.5" cy="13.5" r="3" />
      <path d="M8.75 11.25 16 4m-2.5 2.5 2.25 2.25" />
    </>
  ),
  mail: (
    <>
      <rect x="2.75" y="4.5" width="14.5" height="11" rx="2" />
      <path d="m3.25 6.25 6.75 5 6.75-5" />
    </>
  ),
  phone: (
    <>
      <rect x="5.75" y="2.5" width="8.5" height="15" rx="2" />
      <path d="M9.25 14.75h1.5" />
    </>
  ),
  terminal: (
    <>
      <rect x="2.75" y="4" width="14.5" height="12" rx="2" />
      <path d="m6 8 2.25 2L6 12m4.5 0h3.5" />
    </>
  ),
  warn: (
    <path d="M10.87 3.5a1 1 0 0 0-1.74 0L2.6 15a1 1 0 0 0 .87 1.5h13.06A1 1 0 0 0 17.4 15ZM10 8v3.5m0 2.25v.01" />
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="M10 9.25v4.25m0-7v.01" />
    </>
  ),
  next: <path d="m8 5 5 5-5 5" />,
  updown: <path d="m6.5 8 3.5-3.5L13.5 8m-7 4 3.5 3.5 3.5-3.5" />,
  renew: <path d="M16 10a6 6 0 1 1-1.76-4.24L16.25 7.5M16.25 3.75V7.5H12.5" />,
  revoke: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="m7.5 7.5 5 5m0-5-5 5" />
    </>
  ),
  sliders: (
    <>
      <path d="M3 6.5h7.25m4.5 0H17M3 13.5h2.25m4.5 0H17" />
      <circle cx="12.5" cy="6.5" r="2.25" />
      <circle cx="7.5" cy="13.5" r="2.25" />
    </>
  ),
  clock: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="M10 6v4.25l2.75 1.75" />
    </>
  ),
  pulse: <path d="M2.25 10.5H5.5l2.25-5.25 3.75 9.5 2-4.25h4.25" />,
  lock: (
    <>
      <rect x="4.25" y="9" width="11.5" height="7.75" rx="2" />
      <path d="M7 9V6.5a3 3 0 0 1 6 0V9" />
    </>
  ),
  offline: (
    <path d="M2.75 8.25a10.6 10.6 0 0 1 4-2.5M10 5.25c2.8 0 5.35 1.1 7.25 3M5.75 11.25A6.4 6.4 0 0 1 10 9.5m2.5.5c.65.3 1.25.72 1.75 1.25M10 14.5v.01M3.5 3.5l13 13" />
  ),
  plus: <path d="M10 4v12M4 10h12" />,
  person: (
    <>
      <circle cx="10" cy="7" r="3" />
      <path d="M4 16.5c.8-3 3.2-4.5 6-4.5s5.2 1.5 6 4.5" />
    </>
  ),
  ticket: (
    <path d="M5.5 2.75h9A1.5 1.5 0 0 1 16 4.25V6a1.5 1.5 0 0 0 0 3v6.75a1.5 1.5 0 0 1-1.5 1.5h-9a1.5 1.5 0 0 1-1.5-1.5V9a1.5 1.5 0 0 0 0-3V4.25a1.5 1.5 0 0 1 1.5-1.5Z" />
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

interface IconProps {
  readonly name: IconName;
  readonly tiny?: boolean;
  /** For those with a direction: flipped where lines run right to left. */
  readonly mirror?: boolean;
}

/** Always beside a word, so hidden from screen readers. */
export function Icon({ name, tiny, mirror }: IconProps) {
  return (
    <svg className={cx('icon', tiny && 'tiny', mirror && 'mirror')} viewBox="0 0 20 20" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}

/** Gatepass's own mark, in one colour. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M6 2h8a2 2 0 0 1 2 2v2a1.5 1.5 0 0 0 0 3v9h-3.5v-4.5a2.5 2.5 0 0 0-5 0V18H4V9a1.5 1.5 0 0 0 0-3V4a2 2 0 0 1 2-2Z" />
    </svg>
  );
}
