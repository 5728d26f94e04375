/** Name of a clipboard format of the operating system, as Electron 44 and later take it. */
export function rawFormat(name: string): string {
  return `electron application/osclipboard;format="${name}"`;
}

/**
 * The marks beside a copied secret that keep it out of clipboard histories, by platform:
 * - Windows: learn.microsoft.com, "Clipboard Formats", section "Cloud Clipboard and Clipboard History Formats": the
 *   first is looked at for being there, the other two are a DWORD, 0 for no.
 * - macOS: nspasteboard.org, concealed and transient; looked at for being there.
 * - Linux: KDE's Klipper, also wl-clipboard and history extensions of GNOME: the word `secret`.
 * All formats of one write are committed at once, so no history sees the text without its marks.
 */
export function concealedFormats(platform: NodeJS.Platform): Readonly<Record<string, Blob | string>> {
  switch (platform) {
    case 'win32':
      return {
        [rawFormat('ExcludeClipboardContentFromMonitorProcessing')]: dword(1),
        [rawFormat('CanIncludeInClipboardHistory')]: dword(0),
        [rawFormat('CanUploadToCloudClipboard')]: dword(0),
      };
    case 'darwin':
      return {
        [rawFormat('org.nspasteboard.ConcealedType')]: '',
        [rawFormat('org.nspasteboard.TransientType')]: '',
      };
    default:
      return { [rawFormat('x-kde-passwordManagerHint')]: 'secret' };
  }
}

function dword(value: 0 | 1): Blob {
  return new Blob([Uint8Array.of(value, 0, 0, 0)]);
}
