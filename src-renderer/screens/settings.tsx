import type { SettingsField, SettingsStep } from '../../src-main/ipc/view.ts';
import { useActs } from '../acts.tsx';
import { Button } from '../parts/button.tsx';
import { CheckRow } from '../parts/check-row.tsx';
import checklist from '../parts/checklist.module.css';
import { CopyButton } from '../parts/copy-button.tsx';
import { Notice } from '../parts/notice.tsx';
import numbered from '../parts/numbered.module.css';
import { SecretPass } from '../parts/secret-pass.tsx';
import { ValueRow, Values } from '../parts/values.tsx';
import { Spring, Wizard } from '../parts/wizard.tsx';
import { useWords } from '../words/words.tsx';
import type { ScreenProps } from './screen-props.ts';

/** Numbered steps in the mail app's own words, a copy button at every field, the secret on its pass. */
export function Settings({ view, screen }: ScreenProps<'settings'>) {
  const { t, rich } = useWords();
  const { act } = useActs();
  const other = screen.mailApp.id === 'other';
  const app = screen.mailApp.name;
  return (
    <Wizard
      step={4}
      window={t('settings.window', { name: screen.description })}
      title={other ? t('settings.titleOther') : t('settings.title', { app })}
      lead={other ? t('settings.leadOther') : rich('settings.lead', { app })}
      pass={view.pass}
      withSecret
      region={t('settings.region', { app })}
      aside={
        <SecretPass
          id={screen.appPasswordId}
          description={screen.description}
          validUntil={view.pass.validUntil}
          works={screen.works}
        />
      }
      actions={
        <>
          <Button kind="quiet" flush onClick={() => act('settings.later')}>
            {t('settings.later')}
          </Button>
          <Spring />
          <Button onClick={() => act('settings.fails')}>{t('settings.fails')}</Button>
          <Button kind="primary" onClick={() => act('settings.works')}>
            {t('settings.works')}
          </Button>
        </>
      }
    >
      {screen.failedChecks.length === 0 ? null : (
        <Notice icon="warn" kind="caution">
          <div className="stack">
            <p>{rich('settings.partly', { app })}</p>
            <ul className={checklist.checklist}>
              {screen.failedChecks.map((check) => (
                <CheckRow key={check.name} check={check} />
              ))}
            </ul>
          </div>
        </Notice>
      )}
      {screen.renews === null ? null : (
        <Notice icon="renew">
          <p>{rich('settings.renews', { name: screen.renews })}</p>
        </Notice>
      )}
      <ol className={numbered.numbered}>
        {screen.steps.map((step) => (
          <Step key={step.message} step={step} appPasswordId={screen.appPasswordId} />
        ))}
      </ol>
    </Wizard>
  );
}

function Step({ step, appPasswordId }: { readonly step: SettingsStep; readonly appPasswordId: string }) {
  const { rich, has } = useWords();
  const word = `step.${step.message}`;
  return (
    <li>
      {/* A step this window has no words for still shows its fields. */}
      {has(word) ? <p>{rich(word)}</p> : <p className="latin">{step.message}</p>}
      {step.fields.length === 0 ? null : (
        <Values>
          {step.fields.map((field) => (
            <FieldRow key={field.name} field={field} appPasswordId={appPasswordId} />
          ))}
        </Values>
      )}
    </li>
  );
}

function FieldRow({
  field,
  appPasswordId,
}: {
  readonly field: SettingsField;
  readonly appPasswordId: string;
}) {
  const { t, rich } = useWords();
  const { act } = useActs();
  const label = t(`field.${field.name}`);
  if (field.name === 'password')
    return (
      <ValueRow
        label={label}
        tool={
          <CopyButton
            kind="quiet"
            small
            what={t('secret.title')}
            onCopy={() => act('appPassword.copy', { id: appPasswordId })}
          />
        }
      >
        <span className="muted">{t('settings.yourPassword')}</span>
        <span className="unseen"> {t('common.notYours')}</span>
      </ValueRow>
    );
  // A word to choose from a list is nothing to paste.
  if (field.name === 'account-type')
    return (
      <ValueRow label={label}>
        <bdi>{field.value}</bdi>
      </ValueRow>
    );
  return (
    <ValueRow
      label={label}
      tool={
        <CopyButton
          kind="quiet"
          small
          what={label}
          onCopy={() => act('field.copy', { id: appPasswordId, field: field.name })}
        />
      }
    >
      <span className={field.name === 'your-name' ? undefined : 'latin'}>{field.value}</span>
      {field.beside === null ? null : <> {rich('field.beside', { security: field.beside })}</>}
    </ValueRow>
  );
}
