import type { StalwartVersion } from '../mail/mail-authority.ts';

/** What one version does differently; everything the sandbox knows about versions is in this table. */
export interface VersionTraits {
  readonly version: StalwartVersion;
  /** `jmap`: 0.16 and later manage app passwords by JMAP; `rest`: up to 0.15 by `/api/...`. */
  readonly generation: 'jmap' | 'rest';
  /** The character after `app` in a secret: a space in 0.16.0 to 0.16.2. */
  readonly secretSeparator: '_' | ' ';
  /** 0.16.10 and later: protected-resource document, `resource_metadata`, `iss` in the redirect, anonymous registration. */
  readonly modernOAuth: boolean;
  /** 0.16.10 and later refuse a JMAP request whose Content-Type is not JSON. */
  readonly checksContentType: boolean;
  /** Published URLs are built from the public URL; 0.16.1 ignores it and says `https://<host name>`. */
  readonly honoursPublicUrl: boolean;
  /** 0.16.2 and later ask UserInfo when a JWT lacks the address. */
  readonly userinfoFallback: boolean;
  /** 0.15.2 and later name the device endpoint in openid-configuration. */
  readonly deviceEndpointPublished: boolean;
  /** What becomes of app passwords of people from an OpenID directory: refused before 0.13.2, wiped by each later bearer call in 0.14.0. */
  readonly externalAppPasswords: 'kept' | 'wiped-by-bearer' | 'refused';
  /** JMAP for calendars, contacts, files and principals came with 0.14. */
  readonly groupwareOverJmap: boolean;
}

const current: Omit<VersionTraits, 'version'> = {
  generation: 'jmap',
  secretSeparator: '_',
  modernOAuth: true,
  checksContentType: true,
  honoursPublicUrl: true,
  userinfoFallback: true,
  deviceEndpointPublished: true,
  externalAppPasswords: 'kept',
  groupwareOverJmap: true,
};

const rest: Omit<VersionTraits, 'version'> = {
  ...current,
  generation: 'rest',
  modernOAuth: false,
  checksContentType: false,
};

const table: Readonly<Record<StalwartVersion, VersionTraits>> = {
  '0.16.18': { ...current, version: '0.16.18' },
  '0.16.1': {
    ...current,
    version: '0.16.1',
    secretSeparator: ' ',
    modernOAuth: false,
    checksContentType: false,
    honoursPublicUrl: false,
    userinfoFallback: false,
  },
  '0.15.5': { ...rest, version: '0.15.5' },
  '0.14.0': {
    ...rest,
    version: '0.14.0',
    deviceEndpointPublished: false,
    externalAppPasswords: 'wiped-by-bearer',
  },
  '0.13.1': {
    ...rest,
    version: '0.13.1',
    deviceEndpointPublished: false,
    externalAppPasswords: 'refused',
    groupwareOverJmap: false,
  },
};

export function versionTraits(version: StalwartVersion): VersionTraits {
  return table[version];
}
