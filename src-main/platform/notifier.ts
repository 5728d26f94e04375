/** A line for the system's notifications, which may be shown on a locked screen and are kept in a history. */
export interface Notice {
  /** What it is about, such as `password.expires`; a later notice with the same id takes the place of the first. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

export interface Notifier {
  /** Shows `notice` where the system has notifications and the person allows them. Never throws. */
  notify(notice: Notice): void;
}
