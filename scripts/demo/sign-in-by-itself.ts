import type { Person } from '../../test/sandbox/people.ts';
import { findChromium } from '../../test/sandbox/provider/find-chromium.ts';
import { signInByForm } from '../../test/sandbox/provider/person-at-a-form.ts';
import { signInInChromium } from '../../test/sandbox/provider/person-in-chromium.ts';

export interface OwnSignIn {
  /** How it will be done, for people. */
  readonly words: string;
  /**
   * Signs in like a person; the browser is gone when it settles.
   * @returns a sentence for people when it could not be done as announced, else null
   */
  run(url: string, person: Person, signal: AbortSignal): Promise<string | null>;
}

/** In a headless Chromium where there is one that works here, else by sending the provider's form without a browser. */
export function pickOwnSignIn(): OwnSignIn {
  if (findChromium() === null) {
    return {
      words: 'No Chromium is installed: the demo signs in by itself, and sends the form without a browser.',
      run: (url, person, signal) => signInByForm(url, { ...person, signal }).then(() => null),
    };
  }
  return {
    words: 'The demo signs in by itself in a headless Chromium: it fills in the form and clicks.',
    async run(url, person, signal) {
      try {
        await signInInChromium(url, { ...person, signal });
        return null;
      } catch (thrown) {
        signal.throwIfAborted();
        await signInByForm(url, { ...person, signal });
        const why = thrown instanceof Error ? thrown.message.split('\n')[0] : 'unknown';
        return `Chromium did not work here (${why}), so the demo sent the form without a browser.`;
      }
    },
  };
}
