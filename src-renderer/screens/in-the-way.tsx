import type { WordId } from '../../assets/messages/en.ts';
import type { FaultCode } from '../../src-main/fault.ts';
import { useActs } from '../acts.tsx';
import { Button } from '../parts/button.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Notice } from '../parts/notice.tsx';
import panel from '../parts/panel.module.css';
import type { WizardStep } from '../parts/title-bar.tsx';
import { useSecondsUntil } from '../parts/use-seconds-until.ts';
import { Spring, Wizard } from '../parts/wizard.tsx';
import { useWords } from '../words/words.tsx';
import { NoRoom } from './no-room.tsx';
import type { ScreenProps } from './screen-props.ts';

type Props = ScreenProps<'in-the-way'>;

/** A fault that stops the way: what happened, whose side it is on, what to do now, and that nothing is lost. */
export function InTheWay(props: Props) {
  switch (props.screen.fault.code) {
    case 'network.offline':
      return <Offline {...props} />;
    case 'vault.locked':
    case 'vault.timeout':
      return <Locked {...props} />;
    case 'server.quota':
      return <NoRoom {...props} />;
    default:
      return <AnyFault {...props} />;
  }
}

const titles: Readonly<Record<string, WordId>> = {
  input: 'way.input',
  signin: 'way.signin',
  issuer: 'way.issuer',
  network: 'way.network',
  server: 'way.server',
  password: 'way.password',
  account: 'way.account',
  vault: 'way.vault',
  state: 'way.state',
  bug: 'way.bug',
};

function titleOf(code: FaultCode): WordId {
  return titles[code.split('.')[0] ?? ''] ?? 'way.bug';
}

/** How far the person has come, as the pass knows it. */
function stepOf({ view }: Props): WizardStep {
  if (view.pass.mailApp !== null && view.pass.validUntil !== null) return 4;
  if (view.pass.signedInAt !== null) return 3;
  return view.screen.kind === 'in-the-way' && view.screen.fault.code.startsWith('signin.') ? 2 : 1;
}

function AnyFault(props: Props) {
  const { view, screen } = props;
  const { t, fault } = useWords();
  const words = fault(screen.fault);
  const title = t(titleOf(screen.fault.code));
  return (
    <Wizard
      step={stepOf(props)}
      window={title}
      say={`${title}. ${words.happened}`}
      assertive
      title={title}
      lead={words.happened}
      pass={view.pass}
      region={title}
      actions={<Ways {...props} />}
    >
      <Notice icon="info">
        <div>
          <p>
            <strong>{t('diagnosis.now')}</strong>
          </p>
          <p>{words.now}</p>
        </div>
      </Notice>
      <RetryLine at={screen.retryAt} />
      <p className="hint">{t('way.code', { code: screen.fault.code })}</p>
    </Wizard>
  );
}

/** Stop, see where it stops, try again. */
function Ways({ view, screen }: Props) {
  const { t } = useWords();
  const { act } = useActs();
  return (
    <>
      <Button kind="quiet" flush onClick={() => act('fault.dismiss')}>
        {t('way.stop')}
      </Button>
      <Spring />
      {view.account === null ? null : (
        <Button onClick={() => act('nav.go', { to: 'diagnosis' })}>{t('common.diagnosis')}</Button>
      )}
      <Button kind="primary" onClick={() => act('fault.retry')}>
        {t(screen.retryAt === null ? 'common.tryAgain' : 'way.tryNow')}
      </Button>
    </>
  );
}

function RetryLine({ at }: { readonly at: number | null }) {
  const { t } = useWords();
  return at === null ? <p className="muted">{t('way.safe')}</p> : <Retry at={at} />;
}

function Retry({ at }: { readonly at: number }) {
  const { t } = useWords();
  return (
    <Notice icon="offline" kind="caution">
      <p className="num">{t('way.retryIn', { seconds: useSecondsUntil(at) })}</p>
    </Notice>
  );
}

function Offline(props: Props) {
  const { view, screen } = props;
  const { t, rich } = useWords();
  const { act } = useActs();
  return (
    <Wizard
      step={stepOf(props)}
      window={t('way.offline')}
      say={`${t('way.offline')}. ${t('way.offlineLead')}`}
      assertive
      title={t('way.offline')}
      lead={t('way.offlineLead')}
      pass={view.pass}
      actions={
        <>
          <Button kind="quiet" flush onClick={() => act('fault.dismiss')}>
            {t('way.stop')}
          </Button>
          <Spring />
          <Button kind="primary" onClick={() => act('fault.retry')}>
            {t('way.tryNow')}
          </Button>
        </>
      }
    >
      <RetryLine at={screen.retryAt} />
      <div className="stack">
        <h2>{t('way.online')}</h2>
        <ul className={panel.bullets}>
          <li>{t('way.hotel')}</li>
          <li>{t('way.vpn')}</li>
          <li>
            <span>
              {rich('way.where', {
                where: (chunks: unknown) => (
                  <LinkButton onClick={() => act('nav.go', { to: 'diagnosis' })}>
                    {chunks as string}
                  </LinkButton>
                ),
              })}
            </span>
          </li>
        </ul>
      </div>
    </Wizard>
  );
}

function Locked(props: Props) {
  const { view, screen } = props;
  const { t, fault } = useWords();
  const { act } = useActs();
  const late = screen.fault.code === 'vault.timeout';
  const lead = late ? fault(screen.fault).happened : t('way.lockedLead');
  return (
    <Wizard
      step={stepOf(props)}
      window={t('way.locked')}
      say={`${t('way.locked')}. ${lead}`}
      assertive
      title={t(late ? 'way.vault' : 'way.locked')}
      lead={lead}
      pass={view.pass}
      region={t('way.locked')}
      actions={
        <>
          <Button kind="quiet" flush onClick={() => act('fault.dismiss')}>
            {t('way.stop')}
          </Button>
          <Spring />
          <Button kind="primary" onClick={() => act('fault.retry')}>
            {t('way.unlock')}
          </Button>
        </>
      }
    >
      <Notice icon="lock">
        <p>{t('way.lockedNotice')}</p>
      </Notice>
      <p className="muted">{t('way.safe')}</p>
    </Wizard>
  );
}
