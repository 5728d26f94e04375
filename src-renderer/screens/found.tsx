import type { EndpointView, OriginView } from '../../src-main/ipc/view.ts';
import { useActs } from '../acts.tsx';
import { Button } from '../parts/button.tsx';
import { Disclosure } from '../parts/disclosure.tsx';
import { Notice } from '../parts/notice.tsx';
import { ValueRow, Values } from '../parts/values.tsx';
import { Spring, Wizard } from '../parts/wizard.tsx';
import { useWords } from '../words/words.tsx';
import type { ScreenProps } from './screen-props.ts';

/** What was found and who said so, before anybody types a password anywhere. */
export function Found({ view, screen }: ScreenProps<'found'>) {
  const { t, rich } = useWords();
  const { act } = useActs();
  const organisation = screen.organisation ?? screen.server;
  return (
    <Wizard
      step={1}
      window={t('found.title')}
      say={t('found.announce', { organisation })}
      title={t('found.title')}
      lead={t('found.lead')}
      pass={view.pass}
      actions={
        <>
          <Button kind="quiet" flush onClick={() => act('address.change')}>
            {t('found.change')}
          </Button>
          <Spring />
          <Button kind="primary" onClick={() => act('signIn.start')}>
            {t('found.signIn')}
          </Button>
        </>
      }
    >
      <Values tall>
        {screen.organisation === null ? null : (
          <ValueRow label={t('found.organisation')} from={t('found.organisationFrom')}>
            <strong>
              <bdi>{screen.organisation}</bdi>
            </strong>
          </ValueRow>
        )}
        <ValueRow label={t('found.server')} from={t('found.generation', { generation: screen.generation })}>
          <strong className="latin">{screen.server}</strong>
        </ValueRow>
        <ValueRow label={t('found.signInAt')} from={t(`origin.${screen.issuer.origin}`)}>
          <strong className="latin">{screen.issuer.host}</strong>
        </ValueRow>
      </Values>
      <Notice icon="lock">
        <p>{rich('found.trust', { host: screen.issuer.host })}</p>
      </Notice>
      <Disclosure title={t('found.all')}>
        <Values tall>
          <Endpoint label={t('found.incoming')} endpoint={screen.imap} />
          <Endpoint label={t('found.outgoing')} endpoint={screen.smtp} />
        </Values>
      </Disclosure>
    </Wizard>
  );
}

function Endpoint({ label, endpoint }: { readonly label: string; readonly endpoint: EndpointView }) {
  const { t } = useWords();
  const origin: OriginView = endpoint.origin;
  return (
    <ValueRow label={label} from={t(`origin.${origin}`)}>
      <span className="latin">
        {endpoint.host}, {endpoint.port}, {endpoint.security === 'tls' ? 'TLS' : 'STARTTLS'}
      </span>
    </ValueRow>
  );
}
