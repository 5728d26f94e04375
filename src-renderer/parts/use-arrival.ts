import { useEffect, useRef } from 'react';
import { useWords } from '../words/words.tsx';
import { announce } from './announcer.tsx';

export interface Arrival {
  /** Title of the window while this screen is shown. */
  readonly window: string;
  /** Said on arrival beside the heading that gets the focus. */
  readonly say?: string;
  readonly assertive?: boolean;
}

/**
 * A screen has come: the window gets its title, the focus goes to its heading unless an element of the screen asks for
 * it (`data-arrive`), and what has to be said is said.
 */
export function useArrival({ window: title, say, assertive = false }: Arrival) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === '' ? 'Gatepass' : t('common.title', { screen: title });
  }, [title, t]);
  // On arrival only: the words of the first moment, not of every change.
  const first = useRef({ say, assertive });
  useEffect(() => {
    const wanted = document.querySelector<HTMLElement>('[data-arrive]');
    (wanted ?? heading.current)?.focus();
    if (wanted instanceof HTMLInputElement && wanted.dataset['arrive'] === 'select') wanted.select();
    if (first.current.say !== undefined) announce(first.current.say, first.current.assertive);
  }, []);
  return heading;
}
