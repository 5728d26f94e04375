import { useEffect, useRef } from 'react';
import type { CheckView } from '../../src-main/ipc/view.ts';
import { useWords } from '../words/words.tsx';
import { announce } from './announcer.tsx';

/** Says each check once, when it ends. Those that had ended when the screen came are on it to be read. */
export function useCheckAnnouncements(checks: readonly CheckView[]): void {
  const { t } = useWords();
  const said = useRef(new Map<CheckView['name'], CheckView['state']>());
  useEffect(() => {
    const ended: string[] = [];
    for (const { name, state } of checks) {
      const before = said.current.get(name);
      said.current.set(name, state);
      if (before !== undefined && before !== state && (state === 'done' || state === 'failed'))
        ended.push(t(`check.${name}`, { state }));
    }
    if (ended.length > 0) announce(ended.join('. '));
  }, [checks, t]);
}
