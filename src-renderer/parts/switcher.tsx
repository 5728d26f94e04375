import { useId, useRef } from 'react';
import type { AccountView, View } from '../../src-main/ipc/view.ts';
import { useActs } from '../acts.tsx';
import { useWords } from '../words/words.tsx';
import { Face } from './face.tsx';
import { Icon } from './icon.tsx';
import styles from './sidebar.module.css';

/** Whose mailbox this is; with several of them, the way to another. */
export function Switcher({ view }: { readonly view: View }) {
  const { t } = useWords();
  const { act } = useActs();
  const id = useId();
  const menu = useRef<HTMLUListElement>(null);
  const { account, accounts } = view;
  if (account === null) return null;
  if (accounts.length < 2)
    return (
      <p className={styles.switcher} title={account.address}>
        <Identity account={account} />
      </p>
    );
  return (
    <>
      <button type="button" className={styles.switcher} popoverTarget={id} title={account.address}>
        <Identity account={account} />
        <Icon name="updown" tiny />
      </button>
      <ul id={id} ref={menu} popover="auto" className={styles.menuList} aria-label={t('nav.accounts')}>
        {accounts.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              className={styles.menuItem}
              {...(other.id === account.id ? { 'aria-current': true } : {})}
              onClick={() => {
                menu.current?.hidePopover();
                void act('account.choose', { id: other.id });
              }}
            >
              <Identity account={other} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Identity({ account }: { readonly account: AccountView }) {
  const { t } = useWords();
  return (
    <>
      <Face name={account.name === '' ? account.address : account.name} />
      <span className={styles.account}>
        <span className="unseen">{t('nav.account')} </span>
        <span className={styles.who}>
          <bdi>{account.name === '' ? account.address : account.name}</bdi>
        </span>
        {account.name === '' ? null : <span className={`${styles.mail} latin`}> {account.address}</span>}
      </span>
    </>
  );
}
