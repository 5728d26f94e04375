import type { Secret } from '../secret.ts';

/** The system's clipboard, for secrets. */
export interface SecretClipboard {
  /**
   * Copies `secret`, marked so that clipboard histories and cloud clipboards leave it out, and clears it after 45 s
   * if it is still there. Copying again starts the time anew.
   */
  copy(secret: Secret): Promise<void>;
  /** Clears the clipboard now if what we copied is still there; does nothing otherwise. Never rejects. */
  clear(): Promise<void>;
}
