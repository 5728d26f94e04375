import { describe, expect, it } from 'vitest';
import { type Frame, isOwnFrame } from '../../src-main/electron/sender-check.ts';

const main: Frame = { url: 'app://main/index.html', parent: null };

describe('the sender of a message', () => {
  it('is the top frame of our window, on our page', () => {
    expect(isOwnFrame(main, main)).toBe(true);
  });

  it('is not anybody else', () => {
    const lookalike: Frame = { ...main };
    const child: Frame = { url: main.url, parent: main };
    expect(isOwnFrame(lookalike, main)).toBe(false);
    expect(isOwnFrame(child, child)).toBe(false);
    expect(isOwnFrame(child, main)).toBe(false);
    expect(isOwnFrame(null, main)).toBe(false);
    expect(isOwnFrame(main, null)).toBe(false);
    expect(isOwnFrame(null, null)).toBe(false);
    const detached: Frame = { ...main, detached: true };
    expect(isOwnFrame(detached, detached)).toBe(false);
  });

  it.each([
    '',
    'about:blank',
    'about:srcdoc',
    'app://main.evil/',
    'app://evil/main/',
    'https://main/',
    'file:///app://main/',
    'data:,x',
  ])('is not a page at %j', (url) => {
    const frame: Frame = { url, parent: null };
    expect(isOwnFrame(frame, frame)).toBe(false);
  });
});
