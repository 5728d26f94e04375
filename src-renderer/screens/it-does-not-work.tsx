import type { ReactNode } from 'react';
import { useActs } from '../acts.tsx';
import { Answer } from '../parts/answer.tsx';
import answers from '../parts/answers.module.css';
import { Button } from '../parts/button.tsx';
import { CheckRow } from '../parts/check-row.tsx';
import checklist from '../parts/checklist.module.css';
import { CopyButton } from '../parts/copy-button.tsx';
import panel from '../parts/panel.module.css';
import { ProvedPass } from '../parts/proved-pass.tsx';
import { useCheckAnnouncements } from '../parts/use-check-announcements.ts';
import { Spring, Wizard } from '../parts/wizard.tsx';
import { useWords } from '../words/words.tsx';
import type { ScreenProps } from './screen-props.ts';

/**
 * What did the app say, what does that mean here, what to do. What real servers do: Stalwart 0.16 drops an IMAP
 * connection that comes with a revoked or ended app password and calls it a temporary failure over SMTP; the
 * generation before answers "wrong password" to both.
 */
export function ItDoesNotWork({ view, screen }: ScreenProps<'it-does-not-work'>) {
  const { t, rich, fault } = useWords();
  const { act } = useActs();
  useCheckAnnouncements(screen.checks);
  const app = screen.mailApp.id === 'other' ? t('pick.other') : screen.mailApp.name;
  const failed = screen.checks.some((check) => check.state === 'failed');
  const works = !screen.checking && screen.checks.length > 0 && !failed;
  const jmap = screen.generation === 'jmap';
  const servers = {
    imapHost: screen.imap.host,
    imapPort: String(screen.imap.port),
    smtpHost: screen.smtp.host,
    smtpPort: String(screen.smtp.port),
  };
  const copy: ReactNode = (
    <div className="row">
      <CopyButton
        small
        label={t('fails.copy')}
        onCopy={() => act('appPassword.copy', { id: screen.appPasswordId })}
      />
    </div>
  );
  return (
    <Wizard
      step={4}
      window={t('fails.window')}
      title={screen.mailApp.id === 'other' ? t('fails.titleOther') : t('fails.title', { app })}
      lead={t(screen.checking ? 'fails.leadChecking' : failed ? 'fails.leadFails' : 'fails.leadWorks')}
      pass={view.pass}
      aside={
        <ProvedPass
          pass={view.pass}
          description={screen.description}
          tried={!screen.checking && screen.checks.length > 0}
          works={works}
        />
      }
      actions={
        <>
          <Button kind="quiet" flush onClick={() => act('nav.go', { to: 'diagnosis' })}>
            {t('common.diagnosis')}
          </Button>
          <Spring />
          <Button onClick={() => act('back')}>{t('fails.back')}</Button>
          <Button kind="primary" onClick={() => act('settings.works')}>
            {t('fails.worksNow')}
          </Button>
        </>
      }
    >
      {screen.checking || failed ? (
        <section className="stack wide" aria-label={t('fails.again')}>
          <ol
            className={`${checklist.checklist} ${panel.panel} ${checklist.padInline}`}
            aria-busy={screen.checking}
          >
            {screen.checks.map((check) => (
              <CheckRow
                key={check.name}
                check={check}
                more={
                  check.fault === null ? null : (
                    <span className={checklist.more}>
                      {fault(check.fault).happened} {fault(check.fault).now}
                    </span>
                  )
                }
              />
            ))}
          </ol>
          {screen.checking ? null : (
            <div className="row">
              <Button small icon="renew" onClick={() => act('proof.again', { id: screen.appPasswordId })}>
                {t('fails.again')}
              </Button>
            </div>
          )}
        </section>
      ) : null}
      <div className={answers.answers}>
        <Answer question={t('fails.password')} arrive open>
          <p>{rich('fails.passwordMeans', { app })}</p>
          {jmap ? null : <p>{t('fails.passwordRest')}</p>}
          {copy}
        </Answer>
        <Answer question={t('fails.reach')}>
          <p>{rich('fails.reachMeans', servers)}</p>
          {jmap ? <p>{rich('fails.reachEnded', { app })}</p> : null}
          {jmap ? copy : null}
        </Answer>
        <Answer question={t('fails.temporary')}>
          <p>{jmap ? rich('fails.temporaryJmap', { app }) : rich('fails.temporaryRest')}</p>
          {jmap ? copy : null}
        </Answer>
        <Answer question={t('fails.send')}>
          <p>{rich('fails.sendMeans', servers)}</p>
        </Answer>
        <Answer question={t('fails.certificate')}>
          <p>{rich('fails.certificateMeans')}</p>
        </Answer>
        <Answer question={t('fails.other')}>
          <p>{t('fails.otherMeans')}</p>
        </Answer>
      </div>
    </Wizard>
  );
}
