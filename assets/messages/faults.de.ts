import type { Faults } from './faults.en.ts';

/** The words of each fault in German. */
export const faultsDe: Faults = {
  'input.invalid': {
    happened: 'Gatepass versteht das nicht: {what}.',
    now: 'Gehen Sie zurück und geben Sie es noch einmal ein.',
  },
  'input.address': {
    happened: '„{address}“ ist keine E-Mail-Adresse.',
    now: 'Geben Sie die ganze Adresse ein, zum Beispiel mara@fernwood.example.',
  },
  'input.server-needed': {
    happened: 'Gatepass konnte den Mailserver von {address} nicht finden.',
    now: 'Geben Sie unten seine Adresse ein. Wer Ihre E-Mail betreut, kennt sie.',
  },
  'input.unknown-mail-app': {
    happened: 'Gatepass kennt die E-Mail-App „{app}“ nicht.',
    now: 'Wählen Sie eine andere, oder geben Sie die Einstellungen von Hand ein.',
  },
  'input.insecure-url': {
    happened: '„{url}“ ist keine sichere Adresse.',
    now: 'Nehmen Sie die Adresse, die mit https:// beginnt. Passwörter gehen nie über http.',
  },
  'signin.cancelled': {
    happened: 'Die Anmeldung wurde abgebrochen. Nichts wurde erstellt oder geändert.',
    now: 'Beginnen Sie neu, wann immer Sie möchten.',
  },
  'signin.timeout': {
    happened: 'Ihr Browser hat sich nicht rechtzeitig gemeldet. Nichts wurde erstellt oder geändert.',
    now: 'Beginnen Sie neu und schließen Sie die Anmeldung auf der Seite ab, die sich öffnet.',
  },
  'signin.denied': {
    happened:
      'Die Anmeldung wurde bei {issuer} abgelehnt: Jemand hat dort auf Abbrechen gedrückt, oder Gatepass ist für Sie nicht freigegeben. Nichts wurde erstellt oder geändert.',
    now: 'Beginnen Sie neu. Wird sie wieder abgelehnt, fragen Sie, wer Ihre Anmeldung betreut.',
  },
  'signin.mismatch': {
    happened:
      'Die Antwort von {issuer} gehört nicht zu dieser Anmeldung ({check}). Gatepass hat sicherheitshalber angehalten.',
    now: 'Beginnen Sie neu. Geschieht es wieder, zeigen Sie dies der Person, die Ihre E-Mail betreut.',
  },
  'signin.provider-refused': {
    happened: '{issuer} hat die Anmeldung nicht abgeschlossen: „{error}“.',
    now: 'Beginnen Sie neu. Bleibt es so, zeigen Sie dies der Person, die Ihre E-Mail betreut.',
  },
  'signin.provider-broken': {
    happened: 'Die Antwort von {issuer} ergibt keinen Sinn ({check}).',
    now: 'Versuchen Sie es in ein paar Minuten noch einmal. Bleibt es so, zeigen Sie dies der Person, die Ihre E-Mail betreut.',
  },
  'signin.client-unknown': {
    happened: '{issuer} kennt Gatepass unter dem Namen „{clientId}“ nicht.',
    now: 'Wer Ihre Anmeldung betreibt, kann es eintragen: als öffentlichen nativen Client mit der Rücksprungadresse http://127.0.0.1/callback.',
  },
  'signin.redirect-refused': {
    happened: '{issuer} lässt Gatepass nicht zu diesem Computer zurückkommen.',
    now: 'Wer Ihre Anmeldung betreibt, kann es erlauben: die Rücksprungadresse http://127.0.0.1/callback auf jedem Port für „{clientId}“.',
  },
  'signin.wrong-person': {
    happened:
      'Es ging um {address}, aber laut Mailserver hat sich {login} angemeldet. Es wurde kein App-Passwort erstellt.',
    now: 'Melden Sie sich neu an als {address}.',
  },
  'signin.no-device-code': {
    happened: '{issuer} lässt keine Anmeldung mit einem Code für „{clientId}“ zu.',
    now: 'Melden Sie sich stattdessen im Browser an.',
  },
  'signin.first': {
    happened: 'Auf diesem Computer hat sich noch niemand angemeldet.',
    now: 'Beginnen Sie mit Ihrer E-Mail-Adresse.',
  },
  'signin.needed': {
    happened: 'Die Anmeldung für {address} ist abgelaufen ({reason}).',
    now: 'Melden Sie sich wieder an. Ihre E-Mail-Apps funktionieren inzwischen weiter.',
  },
  'signin.port-taken': {
    happened:
      'Ein anderes Programm auf diesem Computer benutzt den Weg, auf dem Ihr Browser zurückkommt (Port {port}).',
    now: 'Schließen Sie das Programm und versuchen Sie es noch einmal.',
  },
  'issuer.unreachable': {
    happened: 'Die Anmeldeseite {issuer} ist nicht erreichbar ({reason}).',
    now: 'Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal. Können sich auch andere nicht anmelden, ist sie ausgefallen.',
  },
  'issuer.invalid': {
    happened: 'Die Anmeldeseite {issuer} beschreibt sich auf eine Weise, der Gatepass nicht traut ({check}).',
    now: 'Prüfen Sie ihre Adresse, oder zeigen Sie dies der Person, die Ihre E-Mail betreut.',
  },
  'issuer.unknown': {
    happened: 'Der Mailserver {server} sagt nicht, wo man sich anmeldet.',
    now: 'Geben Sie unten die Adresse dieser Seite ein. Wer Ihre E-Mail betreut, kennt sie.',
  },
  'network.offline': {
    happened: 'Dieser Computer ist offline.',
    now: 'Verbinden Sie ihn mit dem Internet und versuchen Sie es noch einmal.',
  },
  'network.unknown-host': {
    happened: 'Es gibt keinen Computer namens {host}, oder Ihr Netzwerk findet ihn nicht.',
    now: 'Prüfen Sie die Schreibweise. Stimmt sie, versuchen Sie ein anderes Netzwerk.',
  },
  'network.refused': {
    happened: '{host} antwortet nicht auf Port {port}. Ihr Netzwerk oder der Server sperrt ihn.',
    now: 'Nehmen Sie ein anderes Netzwerk, zum Beispiel den Hotspot Ihres Telefons, und versuchen Sie es noch einmal.',
  },
  'network.reset': {
    happened: 'Die Verbindung zu {host} ist abgebrochen.',
    now: 'Versuchen Sie es noch einmal.',
  },
  'network.timeout': {
    happened: '{host} hat nicht rechtzeitig geantwortet.',
    now: 'Versuchen Sie es in ein paar Minuten noch einmal, oder in einem anderen Netzwerk.',
  },
  'network.tls': {
    happened: 'Die Verbindung zu {host} ist nicht sicher: {reason}. Es wurde nichts gesendet.',
    now: 'Machen Sie in einem fremden Netzwerk nicht weiter. Zeigen Sie dies der Person, die Ihre E-Mail betreut.',
  },
  'network.redirected': {
    happened: '{host} schickt Gatepass zu einer anderen Adresse. Sicherheitshalber folgt es ihr nicht.',
    now: 'Zeigen Sie dies der Person, die Ihre E-Mail betreut.',
  },
  'server.not-stalwart': {
    happened: '{server} antwortet nicht wie ein Stalwart-Mailserver.',
    now: 'Prüfen Sie die Adresse. Stimmt sie, zeigen Sie dies der Person, die Ihre E-Mail betreut.',
  },
  'server.rejected-token': {
    happened:
      'Sie haben sich angemeldet, aber der Mailserver {server} nimmt die Anmeldung nicht an. {finding}',
    now: 'Zeigen Sie dies der Person, die Ihre E-Mail betreut. {change}',
  },
  'server.forbidden': {
    happened: 'Der Mailserver erlaubt Ihnen das nicht: {what}.',
    now: 'Bitten Sie die Person, die Ihre E-Mail betreut, um das Recht, eigene App-Passwörter zu verwalten.',
  },
  'server.limited': {
    happened: 'Der Mailserver bittet Gatepass, langsamer zu machen.',
    now: '{seconds, plural, one {Versuchen Sie es in 1 Sekunde noch einmal.} other {Versuchen Sie es in # Sekunden noch einmal.}}',
  },
  'server.banned': {
    happened: 'Der Mailserver hat dieses Netzwerk nach zu vielen fehlgeschlagenen Anmeldungen gesperrt.',
    now: 'Schließen Sie E-Mail-Apps, die noch ein altes Passwort haben. Bitten Sie dann die Person, die Ihre E-Mail betreut, die Sperre aufzuheben.',
  },
  'server.broken': {
    happened: 'Die Antwort des Mailservers {server} ergibt keinen Sinn ({what}).',
    now: 'Versuchen Sie es in ein paar Minuten noch einmal. Bleibt es so, zeigen Sie dies der Person, die Ihre E-Mail betreut.',
  },
  'server.too-old': {
    happened:
      'Der Mailserver ist zu alt: Vor Stalwart 0.13.2 gibt es keine App-Passwörter, wenn man sich bei {issuer} anmeldet.',
    now: 'Bitten Sie die Person, die Ihre E-Mail betreut, ihn zu aktualisieren. Nichts wurde erstellt oder geändert.',
  },
  'server.wipes-app-passwords': {
    happened:
      'Auf dem Mailserver läuft Stalwart {version}, das bei der nächsten Anmeldung jedes App-Passwort löscht. Gatepass erstellt dort keines.',
    now: 'Bitten Sie die Person, die Ihre E-Mail betreut, auf 0.14.1 oder neuer zu aktualisieren.',
  },
  'server.bootstrap': {
    happened: 'Der Mailserver wird noch eingerichtet.',
    now: 'Versuchen Sie es noch einmal, wenn das erledigt ist.',
  },
  'server.quota': {
    happened:
      '{quota, plural, one {Der Mailserver erlaubt 1 App-Passwort, und Sie haben eines.} other {Der Mailserver erlaubt # App-Passwörter, und so viele haben Sie. Auch abgelaufene zählen.}}',
    now: 'Widerrufen Sie eines, das Sie nicht mehr brauchen.',
  },
  'server.refused': {
    happened: 'Der Mailserver hat es nicht getan: {what}. Nichts wurde erstellt oder geändert.',
    now: 'Zeigen Sie dies der Person, die Ihre E-Mail betreut.',
  },
  'password.not-found': {
    happened: 'Dieses App-Passwort gibt es nicht mehr.',
    now: 'Die Seite „E-Mail-Apps“ zeigt, welche es gibt.',
  },
  'password.proof-refused': {
    happened: 'Das neue App-Passwort wurde probiert und abgelehnt: {what}. Gatepass gibt es nicht heraus.',
    now: 'Zeigen Sie dies der Person, die Ihre E-Mail betreut. {change}',
  },
  'password.lost-answer': {
    happened: 'Die Verbindung brach ab, während das App-Passwort erstellt wurde.',
    now: 'Versuchen Sie es noch einmal. Taucht unter „E-Mail-Apps“ ein unbekanntes App-Passwort auf, widerrufen Sie es.',
  },
  'account.not-found': {
    happened: 'Gatepass kennt das Postfach „{account}“ nicht.',
    now: 'Melden Sie sich zuerst damit an.',
  },
  'vault.missing': {
    happened:
      'Dieser Computer hat keinen Schlüsselbund, den Gatepass benutzen kann ({reason}). Passwörter werden nirgendwo sonst aufbewahrt.',
    now: 'Installieren und starten Sie unter Linux GNOME Keyring, KWallet oder KeePassXC und versuchen Sie es noch einmal.',
  },
  'vault.locked': {
    happened: 'Ihr Schlüsselbund ist gesperrt.',
    now: 'Entsperren Sie ihn und versuchen Sie es noch einmal. Nichts ist verloren.',
  },
  'vault.timeout': {
    happened:
      'Ihr Schlüsselbund hat nicht rechtzeitig geantwortet. Vielleicht wartet er darauf, entsperrt zu werden.',
    now: 'Suchen Sie sein Fenster, entsperren Sie ihn und versuchen Sie es noch einmal. Nichts ist verloren.',
  },
  'vault.refused': {
    happened: 'Ihr Schlüsselbund hat das Passwort nicht angenommen oder herausgegeben ({reason}).',
    now: 'Entsperren Sie ihn oder starten Sie ihn neu und versuchen Sie es noch einmal. Nichts ist verloren.',
  },
  'state.corrupt': {
    happened: 'Eine Datei von Gatepass war beschädigt und liegt jetzt beiseite als {aside}.',
    now: 'Melden Sie sich wieder an. Ihre App-Passwörter sind im Schlüsselbund und auf dem Server sicher.',
  },
  'state.unwritable': {
    happened: 'Gatepass kann nicht in {path} schreiben.',
    now: 'Schaffen Sie Platz oder ändern Sie die Rechte dieses Ordners und versuchen Sie es noch einmal.',
  },
  bug: {
    happened: 'In Gatepass ist etwas schiefgegangen.',
    now: 'Versuchen Sie es noch einmal. Geschieht es wieder, melden Sie es. Das Protokoll liegt in {log}.',
  },
};
