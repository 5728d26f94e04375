import { useActs } from '../acts.tsx';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Face } from '../parts/face.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Notice } from '../parts/notice.tsx';
import panel from '../parts/panel.module.css';
import person from '../parts/person.module.css';
import { Spring, Wizard } from '../parts/wizard.tsx';
import { useWords } from '../words/words.tsx';
import type { ScreenProps } from './screen-props.ts';

/** Who the server says they are, before the first password is made. */
export function MailboxReady({ view, screen }: ScreenProps<'mailbox-ready'>) {
  const { t, rich } = useWords();
  const { act } = useActs();
  const firstName = screen.name?.split(/\s+/)[0] ?? '';
  const title = firstName === '' ? t('ready.titlePlain') : t('ready.title', { name: firstName });
  const used = screen.appPasswords;
  return (
    <Wizard
      step={2}
      window={t('ready.window')}
      say={`${screen.name ?? ''} ${screen.address}`.trim()}
      title={title}
      lead={t(screen.firstSignIn === true ? 'ready.leadFirst' : 'ready.lead')}
      pass={view.pass}
      actions={
        <>
          <Spring />
          <Button onClick={() => act('mailApp.later')}>{t('common.later')}</Button>
          <Button kind="primary" onClick={() => act('mailApp.continue')}>
            {t('ready.choose')}
          </Button>
        </>
      }
    >
      {screen.mayBounce ? (
        <Notice icon="mail">
          <p>{t('ready.mayBounce')}</p>
        </Notice>
      ) : null}
      <section className={panel.panel} aria-label={t('ready.says')}>
        <div className={`${person.person} ${panel.identity}`}>
          <Face name={screen.name ?? screen.address} large />
          <div>
            <p className="small muted">{t('ready.says')}</p>
            <h2>
              <bdi>{screen.name ?? screen.address}</bdi>
            </h2>
            {screen.name === null ? null : <p className="latin">{screen.address}</p>}
          </div>
          <Badge kind="positive">{t('ready.match')}</Badge>
        </div>
        <dl className={panel.facts}>
          <div>
            <dt>{t('ready.login')}</dt>
            <dd className="latin">{screen.login}</dd>
          </div>
          {view.pass.signedInAt === null ? null : (
            <div>
              <dt>{t('pass.signedInAt')}</dt>
              <dd className="latin">{view.pass.signedInAt}</dd>
            </div>
          )}
          {used === null ? null : (
            <div>
              <dt>{t('ready.appPasswords')}</dt>
              <dd>
                {used.allowed === null
                  ? t('ready.used', { used: used.used })
                  : t('ready.usedOf', { used: used.used, allowed: used.allowed })}
              </dd>
            </div>
          )}
        </dl>
      </section>
      <p className="muted">
        {rich('ready.notYou', {
          again: (chunks: unknown) => (
            <LinkButton onClick={() => act('person.again')}>{chunks as string}</LinkButton>
          ),
        })}
      </p>
    </Wizard>
  );
}
