import { useEffect, useId, useMemo, useState } from 'react';
import type { MailAppView } from '../../src-main/ipc/view.ts';
import { useActs } from '../acts.tsx';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Disclosure } from '../parts/disclosure.tsx';
import field from '../parts/field.module.css';
import { Icon } from '../parts/icon.tsx';
import { MailAppGroup } from '../parts/mail-app-group.tsx';
import styles from '../parts/mail-app-list.module.css';
import { isPhoneApp } from '../parts/mail-app-row.tsx';
import { Spring, Wizard, wizardForm } from '../parts/wizard.tsx';
import { useWords } from '../words/words.tsx';
import type { ScreenProps } from './screen-props.ts';

/** The mail app that stands for "any other": the settings by hand. */
const otherId = 'other';

/** One radio group over all lists: installed apps first, then phones, then the rest. Arrow keys move, Enter goes on. */
export function PickMailApp({ view, screen }: ScreenProps<'pick-mail-app'>) {
  const { t } = useWords();
  const { act } = useActs();
  const search = useId();
  const [query, setQuery] = useState('');
  const { installed, phones, more, hits } = useMemo(
    () => group(screen.mailApps, query),
    [screen.mailApps, query],
  );
  const chosen = screen.mailApps.find((app) => app.id === screen.chosen) ?? null;
  const searching = query.trim() !== '';
  useEffect(() => {
    if (searching) announce(t('pick.hits', { count: hits.length }));
  }, [searching, hits.length, t]);
  const choose = (id: string): void => void act('mailApp.choose', { id });
  const list = { chosen: screen.chosen, onChoose: choose };
  const clouds = [...new Set(screen.mailApps.flatMap((app) => (app.cloud === null ? [] : [app.cloud])))];
  return (
    <Wizard
      step={3}
      window={t('pick.window')}
      title={t('pick.title')}
      pass={view.pass}
      dense
      onSubmit={() => {
        if (chosen !== null) void act('mailApp.continue');
      }}
      actions={
        <>
          {screen.mailApps.some((app) => app.id === otherId) ? (
            <Button kind="quiet" flush onClick={() => choose(otherId)}>
              {t('pick.notListed')}
            </Button>
          ) : null}
          <Spring />
          <Button onClick={() => act('back')}>{t('common.back')}</Button>
          <Button kind="primary" type="submit" form={wizardForm} disabled={chosen === null}>
            {chosen === null || chosen.id === otherId
              ? t('common.continue')
              : t('pick.continueWith', { app: chosen.name })}
          </Button>
        </>
      }
    >
      <div className={field.search}>
        <label className="unseen" htmlFor={search}>
          {t('pick.search')}
        </label>
        <Icon name="search" />
        <input
          id={search}
          className={field.input}
          type="search"
          placeholder={t('pick.placeholder', { count: screen.mailApps.length })}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          {...(installed.length === 0 && chosen === null ? { 'data-arrive': '' } : {})}
        />
      </div>
      {searching ? (
        hits.length === 0 ? (
          <div className="stack">
            <p>{t('pick.none', { query: query.trim() })}</p>
            <div className="row">
              <Button
                onClick={() => {
                  choose(otherId);
                  setQuery('');
                }}
              >
                {t('pick.byHand')}
              </Button>
            </div>
          </div>
        ) : (
          <MailAppGroup {...list} title={t('pick.hits', { count: hits.length })} apps={hits} />
        )
      ) : (
        <>
          <MailAppGroup {...list} title={t('pick.here', { system: view.system })} apps={installed} arrive />
          {installed.length === 0 ? <MailAppGroup {...list} title={t('pick.computer')} apps={more} /> : null}
          <MailAppGroup {...list} title={t('pick.phone')} apps={phones} />
          {installed.length === 0 || more.length === 0 ? null : (
            <Disclosure
              title={t('pick.more', { count: more.length })}
              open={more.some((app) => app.id === screen.chosen)}
            >
              <MailAppGroup {...list} title={null} apps={more} />
            </Disclosure>
          )}
        </>
      )}
      <Disclosure title={t('pick.meanings')}>
        <dl className={styles.meanings}>
          <div>
            <dt>{t('pick.oauth')}</dt>
            <dd>{t('pick.oauthMeans')}</dd>
          </div>
          <div>
            <dt>{t('pick.password')}</dt>
            <dd>{t('pick.passwordMeans')}</dd>
          </div>
          {clouds.map((cloud) => (
            <div key={cloud}>
              <dt>{t('pick.cloud', { cloud })}</dt>
              <dd>{t('pick.cloudMeans', { cloud })}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </Wizard>
  );
}

function group(apps: readonly MailAppView[], query: string) {
  const wanted = query.trim().toLocaleLowerCase();
  const installed = apps.filter((app) => app.installed);
  const phones = apps.filter((app) => !app.installed && isPhoneApp(app));
  const more = apps.filter((app) => !app.installed && !isPhoneApp(app));
  const hits = [...installed, ...phones, ...more].filter((app) =>
    app.name.toLocaleLowerCase().includes(wanted),
  );
  return { installed, phones, more, hits };
}
