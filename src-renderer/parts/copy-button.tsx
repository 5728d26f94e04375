import { useEffect, useState } from 'react';
import type { Reply } from '../bridge.ts';
import { useWords } from '../words/words.tsx';
import { announce } from './announcer.tsx';
import { Button, type ButtonProps } from './button.tsx';

interface CopyButtonProps extends Pick<ButtonProps, 'kind' | 'small'> {
  /** What is copied, for the name of the button; the visible word stays short. */
  readonly what?: string;
  readonly label?: string;
  readonly onCopy: () => Promise<Reply<unknown>>;
}

const shownMs = 2000;

/** Turns to a tick and "Copied" for two seconds. The focus stays on it, and the word is announced. */
export function CopyButton({ what, label, onCopy, ...look }: CopyButtonProps) {
  const { t } = useWords();
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), shownMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const done = copied > 0;
  return (
    <Button
      {...look}
      icon={done ? 'check' : 'copy'}
      {...(done ? { 'data-copied': '' } : {})}
      {...(what === undefined
        ? {}
        : { 'aria-label': t(done ? 'common.copiedWhat' : 'common.copyWhat', { what }) })}
      onClick={async () => {
        const reply = await onCopy();
        if (!reply.ok) return;
        setCopied((count) => count + 1);
        announce(t('common.copied'));
      }}
    >
      {done ? t('common.copied') : (label ?? t('common.copy'))}
    </Button>
  );
}
