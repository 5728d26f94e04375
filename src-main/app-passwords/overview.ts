import type { AppPassword, ListedAppPassword } from './app-password.ts';

/** What stands in front of the server's own id of an app password that was not made by this install. */
export const foreignIdPrefix = 'server:';

/** One line of the list: made here, or on another device or the server's own page. */
export interface AppPasswordOverview extends ListedAppPassword {
  /** Ours, or `server:<serverId>`. */
  readonly id: string;
  readonly mailApp: string | null;
  readonly madeHere: boolean;
  readonly proof: AppPassword['proof'];
}

/**
 * What the server lists, joined with what is remembered here. Id and description must both fit: ids are used again
 * after a deletion. Pure.
 */
export function overviewOf(listed: ListedAppPassword, ours: readonly AppPassword[]): AppPasswordOverview {
  const known = ours.find(
    (one) => one.serverId === listed.serverId && one.description === listed.description,
  );
  return {
    ...listed,
    id: known?.id ?? `${foreignIdPrefix}${listed.serverId}`,
    expiresAt: listed.expiresAt ?? known?.expiresAt ?? null,
    mailApp: known?.mailApp ?? null,
    madeHere: known !== undefined,
    proof: known?.proof ?? null,
  };
}
