import type { MailAppView } from '../../src-main/ipc/view.ts';
import { useWords, type WordsValue } from '../words/words.tsx';
import { Badge } from './badge.tsx';
import styles from './mail-app-list.module.css';
import { Tile } from './tile.tsx';

interface MailAppRowProps {
  readonly app: MailAppView;
  readonly checked: boolean;
  readonly onChoose: (id: string) => void;
  readonly arrive: boolean;
}

/** True for an app that runs on phones and tablets only. */
export function isPhoneApp(app: MailAppView): boolean {
  return (
    app.platforms.length > 0 &&
    app.platforms.every((platform) => platform === 'ios' || platform === 'android')
  );
}

export function MailAppRow({ app, checked, onChoose, arrive }: MailAppRowProps) {
  const words = useWords();
  const other = app.id === 'other';
  return (
    <label className={styles.app}>
      <Tile icon={app.icon} name={other ? null : app.name} />
      <span>
        <span className={styles.name}>{other ? words.t('pick.other') : <bdi>{app.name}</bdi>}</span>
        <span className={styles.about}>{other ? words.t('pick.otherAbout') : aboutOf(app, words)}</span>
      </span>
      {other ? <span /> : <MailAppBadge app={app} />}
      <input
        type="radio"
        name="mail-app"
        value={app.id}
        checked={checked}
        onChange={() => onChoose(app.id)}
        {...(arrive && checked ? { 'data-arrive': '' } : {})}
      />
    </label>
  );
}

/** How honest an app is with a password, in two or three words. */
function MailAppBadge({ app }: { readonly app: MailAppView }) {
  const { t } = useWords();
  switch (app.badge) {
    case 'oauth':
      return <Badge kind="positive">{t('pick.oauth')}</Badge>;
    case 'cloud':
      return <Badge kind="caution">{t('pick.cloud', { cloud: app.cloud ?? app.name })}</Badge>;
    case 'password':
      return <Badge>{t('pick.password')}</Badge>;
  }
}

/** The line under the name: the systems where it is not installed, what it can do beside mail, whose default it is. */
function aboutOf(app: MailAppView, { t, list }: WordsValue): string {
  const parts: string[] = [];
  if (!app.installed && app.platforms.length > 0)
    parts.push(list(app.platforms.map((platform) => t('pick.platform', { platform }))));
  if (app.cloud !== null) parts.push(t('pick.keeps', { cloud: app.cloud }));
  else if (app.calendars && app.contacts) parts.push(t('pick.both'));
  else if (app.calendars) parts.push(t('pick.calendars'));
  else if (app.contacts) parts.push(t('pick.contacts'));
  if (app.isDefault) parts.push(t('pick.default'));
  return parts.join(' · ');
}
