import { useId, useState } from 'react';
import { useActs } from '../acts.tsx';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { Field } from '../parts/field.tsx';
import { LanguageChoice } from '../parts/language-choice.tsx';
import numbered from '../parts/numbered.module.css';
import { Waiting } from '../parts/waiting.tsx';
import { Spring, Wizard, wizardForm } from '../parts/wizard.tsx';
import { useWords } from '../words/words.tsx';
import type { ScreenProps } from './screen-props.ts';

/** One question: the e-mail address. What comes next is told before it is asked. */
export function Welcome({ view, screen }: ScreenProps<'welcome'>) {
  const { t, rich } = useWords();
  const { act } = useActs();
  const next = useId();
  const [address, setAddress] = useState(screen.address);
  const [server, setServer] = useState(screen.server);
  const [issuer, setIssuer] = useState('');
  const [tried, setTried] = useState(false);
  const problem = tried ? addressProblem(address) : null;
  const serverWrong = tried && screen.needsServer && !isHttps(server);
  const issuerWrong = tried && screen.needsIssuer && !isHttps(issuer);
  const submit = (): void => {
    setTried(true);
    const incomplete =
      addressProblem(address) !== null ||
      (screen.needsServer && !isHttps(server)) ||
      (screen.needsIssuer && !isHttps(issuer));
    if (incomplete) {
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    void act('address.submit', {
      address: address.trim(),
      server: server.trim() || null,
      issuer: issuer.trim() || null,
    });
  };
  return (
    <Wizard
      step={1}
      window={view.account === null ? '' : t('steps.address')}
      title={t('welcome.title')}
      lead={t('welcome.lead')}
      pass={view.pass}
      passAtEnd
      onSubmit={submit}
      actions={
        <>
          <LanguageChoice view={view} />
          <Spring />
          {screen.busy ? <Button onClick={() => act('address.change')}>{t('common.cancel')}</Button> : null}
          {view.account !== null && !screen.busy ? (
            <Button onClick={() => act('back')}>{t('common.back')}</Button>
          ) : null}
          <Button kind="primary" type="submit" form={wizardForm} disabled={screen.busy}>
            {t('common.continue')}
          </Button>
        </>
      }
    >
      {screen.fault === null ? null : <FaultNotice fault={screen.fault} />}
      <Field
        label={t('welcome.address')}
        type="email"
        autoComplete="email"
        large
        latin
        arrive={!screen.needsServer && !screen.needsIssuer}
        value={address}
        readOnly={screen.busy}
        onChange={setAddress}
        problem={problem === null ? null : t(problem)}
      />
      {screen.needsServer ? (
        <Field
          label={t('welcome.server')}
          hint={t('welcome.serverHint')}
          inputMode="url"
          latin
          arrive
          value={server}
          readOnly={screen.busy}
          onChange={setServer}
          problem={serverWrong ? t('welcome.https') : null}
        />
      ) : null}
      {screen.needsIssuer ? (
        <Field
          label={t('welcome.issuer')}
          hint={t('welcome.issuerHint')}
          inputMode="url"
          latin
          arrive={!screen.needsServer}
          value={issuer}
          readOnly={screen.busy}
          onChange={setIssuer}
          problem={issuerWrong ? t('welcome.https') : null}
        />
      ) : null}
      {screen.busy ? <Waiting>{t('welcome.looking')}</Waiting> : null}
      <section className="stack wide" aria-labelledby={next}>
        <h2 id={next} className="small muted">
          {t('welcome.next')}
        </h2>
        <ol className={`${numbered.numbered} ${numbered.close}`}>
          <li>
            <p>{rich('welcome.one')}</p>
          </li>
          <li>
            <p>{rich('welcome.two')}</p>
          </li>
          <li>
            <p>{rich('welcome.three')}</p>
          </li>
        </ol>
      </section>
      <p className="muted">{t('welcome.promise')}</p>
    </Wizard>
  );
}

/** What is missing in an address, before main is asked: only what a person can see at a glance. */
function addressProblem(address: string): 'welcome.whole' | 'welcome.unfinished' | null {
  const [local = '', domain, ...rest] = address.trim().split('@');
  if (domain === undefined || local === '' || rest.length > 0 || /\s/.test(address.trim()))
    return 'welcome.whole';
  return /^[^.]+(\.[^.]+)+$/.test(domain) || domain === 'localhost' ? null : 'welcome.unfinished';
}

function isHttps(address: string): boolean {
  // http is for a server on this same computer; main decides, this only catches what was left out.
  return /^https?:\/\/[^\s/]+/i.test(address.trim());
}
