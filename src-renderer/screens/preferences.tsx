import { useId } from 'react';
import type { LanguageTag } from '../../assets/messages/languages.ts';
import type { Appearance } from '../../src-main/ipc/view.ts';
import { useActs } from '../acts.tsx';
import { Button } from '../parts/button.tsx';
import choices from '../parts/choices.module.css';
import field from '../parts/field.module.css';
import { HomeFrame } from '../parts/home-frame.tsx';
import { LanguageOptions } from '../parts/language-choice.tsx';
import { useWords } from '../words/words.tsx';
import styles from './preferences.module.css';
import type { ScreenProps } from './screen-props.ts';

const appearances: readonly Appearance[] = ['system', 'light', 'dark'];

/** Few choices, each in effect at once. */
export function Preferences({ view, screen }: ScreenProps<'preferences'>) {
  const { t } = useWords();
  const { act } = useActs();
  const id = useId();
  const keychain = {
    ready: 'prefs.keychainReady',
    locked: 'prefs.keychainLocked',
    missing: 'prefs.keychainMissing',
  } as const;
  return (
    <HomeFrame view={view} place="preferences" window={t('prefs.title')} title={t('prefs.title')}>
      <div className={styles.prefs}>
        <div className={styles.pref}>
          <label htmlFor={`${id}-language`}>{t('common.language')}</label>
          <select
            id={`${id}-language`}
            className={field.input}
            value={view.language}
            onChange={(event) => act('preferences.set', { language: event.target.value as LanguageTag })}
          >
            <LanguageOptions />
          </select>
        </div>
        <div className={styles.pref}>
          <label htmlFor={`${id}-look`}>{t('prefs.appearance')}</label>
          <select
            id={`${id}-look`}
            className={field.input}
            value={view.appearance}
            onChange={(event) => act('preferences.set', { appearance: event.target.value as Appearance })}
          >
            {appearances.map((look) => (
              <option key={look} value={look}>
                {t('prefs.look', { look })}
              </option>
            ))}
          </select>
        </div>
        <div className={styles.pref}>
          <span id={`${id}-background`}>{t('prefs.background')}</span>
          <fieldset className="stack" aria-labelledby={`${id}-background`}>
            <label className={choices.tick}>
              <input
                type="checkbox"
                checked={screen.closeToTray}
                onChange={(event) => act('preferences.set', { closeToTray: event.target.checked })}
              />
              <span>{t('prefs.tray', { system: view.system })}</span>
            </label>
          </fieldset>
        </div>
        <div className={styles.pref}>
          <span>{t('prefs.keychain')}</span>
          <div>
            <p>
              <bdi>{screen.keychain}</bdi>
            </p>
            <p className="hint">{t(keychain[screen.keychainState])}</p>
          </div>
        </div>
        {view.account === null ? null : (
          <div className={styles.pref}>
            <span>{t('prefs.account')}</span>
            <div className="stack">
              <p className="latin">{view.account.address}</p>
              <div className="row">
                {view.account.signedIn ? (
                  <Button
                    disabled={screen.signingOut}
                    aria-busy={screen.signingOut}
                    onClick={() => act('account.signOut')}
                  >
                    {t(screen.signingOut ? 'prefs.signingOut' : 'prefs.signOut')}
                  </Button>
                ) : (
                  <Button onClick={() => act('signIn.start')}>{t('home.signIn')}</Button>
                )}
              </div>
              <p className="hint">{t('prefs.signOutHint')}</p>
            </div>
          </div>
        )}
      </div>
      <p className="hint">{t('prefs.version', { version: screen.version })}</p>
    </HomeFrame>
  );
}
