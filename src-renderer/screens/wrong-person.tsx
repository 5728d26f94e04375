import { useActs } from '../acts.tsx';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Face } from '../parts/face.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import panel from '../parts/panel.module.css';
import { Spring, Wizard } from '../parts/wizard.tsx';
import { useWords } from '../words/words.tsx';
import type { ScreenProps } from './screen-props.ts';

/** Another person than the address typed stops the way: nothing is made until somebody has decided. */
export function WrongPerson({ view, screen }: ScreenProps<'wrong-person'>) {
  const { t, rich } = useWords();
  const { act } = useActs();
  return (
    <Wizard
      step={2}
      window={t('wrong.title')}
      say={`${t('wrong.title')}. ${t('wrong.lead')}`}
      assertive
      title={t('wrong.title')}
      lead={t('wrong.lead')}
      pass={view.pass}
      actions={
        <>
          <Button kind="quiet" flush onClick={() => act('address.change')}>
            {t('wrong.startOver')}
          </Button>
          <Spring />
          <Button kind="primary" onClick={() => act('person.again')}>
            {t('wrong.again', { name: screen.asked.split('@')[0] ?? screen.asked })}
          </Button>
        </>
      }
    >
      <dl className={`${panel.panel} ${panel.compare}`}>
        <div>
          <dt className="small muted">{t('wrong.typed')}</dt>
          <dd className="stack">
            <Face name={screen.asked} />
            <strong className="latin">{screen.asked}</strong>
          </dd>
        </div>
        <div>
          <dt className="small muted">{t('wrong.signedInAs')}</dt>
          <dd className="stack">
            <Face name={screen.found} other />
            <strong className="latin">{screen.found}</strong>
            <span>
              <Badge kind="caution">{t('wrong.badge')}</Badge>
            </span>
          </dd>
        </div>
      </dl>
      <p>{t('wrong.why')}</p>
      <p className="muted">
        {rich('wrong.meant', {
          address: screen.found,
          use: (chunks: unknown) => (
            <LinkButton onClick={() => act('person.accept')}>{chunks as string}</LinkButton>
          ),
        })}
      </p>
    </Wizard>
  );
}
