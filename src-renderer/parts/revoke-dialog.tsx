import { useEffect, useRef } from 'react';
import type { CardView } from '../../src-main/ipc/view.ts';
import { useActs } from '../acts.tsx';
import { useWords } from '../words/words.tsx';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

/** Says in one sentence which mail app stops. "Keep it" has the focus, Escape keeps. */
export function RevokeDialog({ card, onClose }: { readonly card: CardView; readonly onClose: () => void }) {
  const { t, rich } = useWords();
  const { act } = useActs();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = (): void => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="ask"
      aria-describedby="ask-text"
      onClose={() => {
        onClose();
        document.querySelector<HTMLElement>(`[data-revoke="${CSS.escape(card.id)}"]`)?.focus();
      }}
    >
      <div className={styles.dialogText}>
        <h2 id="ask">{t('revoke.title', { name: card.description })}</h2>
        <p id="ask-text">
          {rich(card.madeHere ? 'revoke.text' : 'revoke.foreign', { name: card.description })}
        </p>
        <p className="muted">{t('revoke.again')}</p>
      </div>
      <div className={styles.dialogActions}>
        <Button autoFocus onClick={close}>
          {t('revoke.keep')}
        </Button>
        <Button
          kind="primary"
          danger
          onClick={() => {
            close();
            void act('card.revoke', { id: card.id });
          }}
        >
          {t('revoke.do')}
        </Button>
      </div>
    </dialog>
  );
}
