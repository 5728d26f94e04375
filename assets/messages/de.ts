import type { Words } from './en.ts';

/** Every word of the window in German. It says „Sie“ sparingly and never blames. */
export const de: Words = {
  'common.continue': 'Weiter',
  'common.cancel': 'Abbrechen',
  'common.back': 'Zurück',
  'common.later': 'Später',
  'common.copy': 'Kopieren',
  'common.copied': 'Kopiert',
  'common.copyWhat': 'Kopieren: {what}',
  'common.copiedWhat': 'Kopiert: {what}',
  'common.tryAgain': 'Noch einmal versuchen',
  'common.diagnosis': 'Diagnose starten',
  'common.language': 'Sprache',
  'common.title': '{screen} - Gatepass',
  'common.today': 'Heute',
  'common.yesterday': 'Gestern',
  'common.at': '{near, select, today {heute um {time}} yesterday {gestern um {time}} other {am {date}}}',
  'common.dayTime': '{day}, {time}',
  'common.year': '{years, plural, one {1 Jahr} other {# Jahre}}',
  'common.days': '{days, plural, one {1 Tag} other {# Tage}}',
  'common.seconds': '{seconds} s',
  'common.milliseconds': '{ms} ms',
  'common.notYours': 'Nicht das Passwort Ihrer Anmeldung',
  'common.loading': 'Wird vorbereitet',

  'steps.label': 'Fortschritt',
  'steps.address': 'Adresse',
  'steps.signIn': 'Anmeldung',
  'steps.mailApp': 'E-Mail-App',
  'steps.settings': 'Einstellungen',
  'steps.done': 'erledigt',
  'pass.end': 'Das haben Sie am Ende',
  'pass.soFar': 'Bisher',
  'pass.of': 'App-Passwort für {name}',
  'pass.mailbox': 'Postfach',
  'pass.signedInAt': 'Angemeldet bei',
  'pass.mailApp': 'E-Mail-App',
  'pass.validUntil': 'Gültig bis',
  'pass.notYet': 'noch nicht',
  'pass.noEnd': 'Ohne Enddatum',
  'pass.works': 'Geht',
  'pass.tried': 'Noch einmal geprüft',
  'pass.justNow': 'Gerade eben',

  'welcome.title': 'Verbinden wir Ihre E-Mail-App',
  'welcome.lead': 'Gatepass findet Ihren E-Mail-Dienst anhand Ihrer Adresse.',
  'welcome.address': 'Ihre E-Mail-Adresse',
  'welcome.next': 'Wie es weitergeht',
  'welcome.one':
    '<b>Sie melden sich in Ihrem Browser an.</b> <q>Auf der Seite Ihrer Organisation, wie immer. Gatepass sieht dieses Passwort nie.</q>',
  'welcome.two':
    '<b>Gatepass erstellt ein App-Passwort und probiert es aus.</b> <q>Eines für jede E-Mail-App. Es ist nicht das Passwort Ihrer Anmeldung.</q>',
  'welcome.three':
    '<b>Sie geben es in Ihrer E-Mail-App ein.</b> <q>Gatepass zeigt Schritt für Schritt, wo.</q>',
  'welcome.promise':
    'Das dauert etwa fünf Minuten. Ihre E-Mails bleiben, wo sie sind: Gatepass verschiebt nichts und löscht nichts.',
  'welcome.unfinished':
    'Der Teil nach dem @ sieht unvollständig aus; vollständig wäre zum Beispiel fernwood.example.',
  'welcome.whole': 'Geben Sie die ganze Adresse ein, zum Beispiel mara@fernwood.example.',
  'welcome.server': 'Adresse des Mailservers',
  'welcome.serverHint':
    'Gatepass konnte sie nicht selbst finden. Wer Ihre E-Mail betreut, kennt sie. Sie beginnt mit https://',
  'welcome.issuer': 'Adresse der Seite, auf der Sie sich anmelden',
  'welcome.issuerHint':
    'Dieser Mailserver sagt nicht, wo man sich anmeldet. Wer Ihre E-Mail betreut, kennt die Seite. Sie beginnt mit https://',
  'welcome.https': 'Geben Sie eine Adresse ein, die mit https:// beginnt',
  'welcome.looking': 'Ihr E-Mail-Dienst wird gesucht',

  'found.title': 'Ihr E-Mail-Dienst ist gefunden',
  'found.lead':
    'Wenn das richtig aussieht, melden Sie sich an. Bisher hat Gatepass nur nachgesehen; nichts hat sich geändert.',
  'found.announce': 'Ihr E-Mail-Dienst ist gefunden: {organisation}',
  'found.organisation': 'Organisation',
  'found.organisationFrom': 'Diesen Namen nennt der Mailserver',
  'found.server': 'Mailserver',
  'found.generation': '{generation, select, jmap {Stalwart 0.16 oder neuer} other {Stalwart vor 0.16}}',
  'found.signInAt': 'Sie melden sich an bei',
  'found.trust':
    'Ihr Browser öffnet <b>{host}</b>. Geben Sie Ihr Passwort nur ein, wenn die Adresszeile diesen Namen zeigt.',
  'found.all': 'Alle Server, und wie jeder gefunden wurde',
  'found.incoming': 'Eingehende E-Mails',
  'found.outgoing': 'Ausgehende E-Mails',
  'found.change': 'Adresse ändern',
  'found.signIn': 'Im Browser anmelden',
  'origin.option': 'Von Ihnen eingegeben',
  'origin.remembered': 'Vom letzten Mal bekannt',
  'origin.server': 'Das sagt der Mailserver',
  'origin.autoconfig': 'Aus den veröffentlichten E-Mail-Einstellungen Ihrer Domain',
  'origin.pacc': 'Aus den veröffentlichten Konto-Einstellungen Ihrer Domain',
  'origin.guess': 'Der übliche Name; er hat geantwortet',

  'inBrowser.window': 'Weiter im Browser',
  'inBrowser.title': 'Melden Sie sich jetzt im Browser an',
  'inBrowser.lead':
    'Eine Seite von <b>{host}</b> ist offen. Melden Sie sich dort an wie sonst auch. Danach geht es hier von selbst weiter.',
  'inBrowser.leadClosed':
    'Gatepass konnte Ihren Browser nicht öffnen. Kopieren Sie den Link und fügen Sie ihn in einem beliebigen Browser auf diesem Computer ein. Danach geht es hier von selbst weiter.',
  'inBrowser.waiting': 'Gatepass wartet auf Sie',
  'inBrowser.left': 'noch {time}',
  'inBrowser.leftLabel':
    'Verbleibende Zeit für die Anmeldung: {minutes, plural, =0 {} one {1 Minute } other {# Minuten }}{seconds, plural, one {1 Sekunde} other {# Sekunden}}',
  'inBrowser.notOpen': 'Hat sich keine Seite geöffnet?',
  'inBrowser.openAgain': 'Noch einmal öffnen',
  'inBrowser.copyLink': 'Link kopieren',
  'inBrowser.hint': 'Der Link funktioniert in jedem Browser auf diesem Computer.',
  'inBrowser.byCode':
    'Öffnen Sie <b>{url}</b> und geben Sie diesen Code ein, oder vergleichen Sie ihn mit dem, der dort steht:',
  'inBrowser.spelled': 'Ihr Code: {code}',
  'inBrowser.codeWarning':
    'Geben Sie ihn nur auf einer Seite ein, die Sie selbst geöffnet haben. Wenn Ihnen jemand einen Code geschickt hat oder nach diesem fragt, brechen Sie ab.',
  'inBrowser.guessed':
    'Dieser Mailserver sagt nicht, wo man sich anmeldet. Wenn Sie sich woanders anmelden, gehen Sie zurück und geben Sie die Adresse jener Seite an.',
  'inBrowser.finishing': 'Angemeldet. Ihr Postfach wird vorbereitet',
  'inBrowser.announceLeft':
    'Noch {seconds, plural, =30 {30 Sekunden} =60 {1 Minute} other {2 Minuten}} für die Anmeldung',

  'ready.window': 'Ihr Postfach ist bereit',
  'ready.title': 'Ihr Postfach ist bereit, {name}',
  'ready.titlePlain': 'Ihr Postfach ist bereit',
  'ready.leadFirst':
    'Das war Ihre erste Anmeldung, und der Mailserver hat Ihr Postfach gerade angelegt. Ab jetzt können E-Mails ankommen.',
  'ready.lead': 'Der Mailserver kennt Sie, und E-Mails können ankommen.',
  'ready.mayBounce':
    'E-Mails der letzten Minuten sind vielleicht an den Absender zurückgegangen. Ab jetzt kommen sie an.',
  'ready.says': 'Der Mailserver sagt, Sie sind',
  'ready.match': 'Die eingegebene Adresse',
  'ready.login': 'Benutzername',
  'ready.appPasswords': 'App-Passwörter',
  'ready.used': '{used, plural, =0 {Noch keines} other {#}}',
  'ready.usedOf': '{used, plural, =0 {Noch keines, {allowed} möglich} other {# von {allowed}}}',
  'ready.notYou': 'Das sind nicht Sie? <again>Als jemand anderes anmelden</again>',
  'ready.choose': 'E-Mail-App auswählen',

  'wrong.title': 'Angemeldet hat sich jemand anderes',
  'wrong.lead': 'Gatepass hat hier sicherheitshalber angehalten. Nichts wurde erstellt oder geändert.',
  'wrong.typed': 'Eingegeben',
  'wrong.signedInAs': 'Im Browser angemeldet als',
  'wrong.badge': 'Nicht die eingegebene Adresse',
  'wrong.why':
    'Das kommt auf gemeinsam benutzten Computern oft vor: Der Browser kannte noch die letzte Person. Bei der neuen Anmeldung fragt die Seite, wer Sie sind.',
  'wrong.meant': 'War dieses Postfach gemeint? <use>{address} verwenden</use>',
  'wrong.startOver': 'Von vorn beginnen',
  'wrong.again': 'Neu anmelden als {name}',

  'pick.window': 'E-Mail-App auswählen',
  'pick.title': 'Welche E-Mail-App benutzen Sie?',
  'pick.search': 'E-Mail-Apps durchsuchen',
  'pick.placeholder': '{count, plural, one {1 E-Mail-App} other {# E-Mail-Apps}} durchsuchen',
  'pick.here': '{system, select, mac {Auf diesem Mac} windows {Auf diesem PC} other {Auf diesem Computer}}',
  'pick.computer': 'Auf einem Computer',
  'pick.phone': 'Auf Telefon oder Tablet',
  'pick.more': '{count, plural, one {1 weitere E-Mail-App} other {# weitere E-Mail-Apps}}',
  'pick.both': 'Mit Kalendern und Kontakten',
  'pick.calendars': 'Mit Kalendern',
  'pick.contacts': 'Mit Kontakten',
  'pick.default': 'Ihre Standard-App',
  'pick.keeps': 'Speichert eine Kopie Ihrer E-Mails bei {cloud}',
  'pick.platform':
    '{platform, select, mac {macOS} windows {Windows} linux {Linux} ios {iPhone und iPad} other {Android}}',
  'pick.other': 'Jede andere E-Mail-App',
  'pick.otherAbout': 'Sie bekommen alle Einstellungen zum Eintippen',
  'pick.oauth': 'Spricht OAuth',
  'pick.password': 'Nur mit Passwort',
  'pick.cloud': 'Ihr Passwort geht an {cloud}',
  'pick.meanings': 'Was bedeuten die Hinweise?',
  'pick.oauthMeans':
    'Könnte sich selbst über Ihren Browser anmelden. Gatepass gibt der App trotzdem ein App-Passwort.',
  'pick.passwordMeans':
    'Bekommt ein App-Passwort. Es ist nicht das Passwort Ihrer Anmeldung und bleibt auf Ihrem Gerät.',
  'pick.cloudMeans':
    'Bekommt auch ein App-Passwort, aber {cloud} bewahrt es auf und holt Ihre E-Mails auf eigene Server.',
  'pick.none': 'Keine E-Mail-App namens „{query}“',
  'pick.byHand': 'Einstellungen von Hand eingeben',
  'pick.hits':
    '{count, plural, =0 {Keine E-Mail-App gefunden} one {1 E-Mail-App gefunden} other {# E-Mail-Apps gefunden}}',
  'pick.notListed': 'Meine ist nicht dabei',
  'pick.continueWith': 'Weiter mit {app}',

  'name.window': 'Name und Gültigkeit',
  'name.title': 'Wie soll es heißen, wie lange gelten?',
  'name.lead':
    'Gatepass erstellt ein App-Passwort für {app}. Es ist nicht das Passwort Ihrer Anmeldung: Es öffnet nur Ihr Postfach und lässt sich jederzeit widerrufen.',
  'name.name': 'Name',
  'name.hint': 'Damit Sie es später wiedererkennen. Auch Ihr Mailserver zeigt diesen Namen.',
  'name.missing': 'Geben Sie ihm einen Namen, zum Beispiel wo Sie es benutzen.',
  'name.validFor': 'Gültig für',
  'name.suggested': 'Empfohlen',
  'name.until': 'Bis {date}',
  'name.untilRevoked': 'Bis Sie es widerrufen',
  'name.enforced': 'An diesem Tag nimmt Ihr Mailserver es nicht mehr an. Erneuern dauert eine Minute.',
  'name.notEnforced':
    'Dieser Mailserver lässt ein App-Passwort auch nach seinem Tag weiter gelten. Gatepass zeigt, wann es Zeit zum Erneuern ist.',
  'name.never': 'Es kann nie andere Passwörter erstellen oder ändern.',
  'name.create': 'App-Passwort erstellen',

  'working.window': 'App-Passwort wird erstellt und geprüft',
  'working.title': 'Erst ausprobieren, dann übergeben',
  'working.titleFailed': 'Das hat nicht geklappt',
  'working.lead':
    'Gatepass meldet sich einmal mit dem neuen App-Passwort an, so wie {app} es tun wird. Das dauert ein paar Sekunden.',
  'working.cancelHint': 'Beim Abbrechen wird das neue App-Passwort wieder entfernt.',
  'working.cancelling': 'Wird abgebrochen. Das neue App-Passwort wird entfernt',
  'working.smtpMore': 'Anmeldung zum Senden. Es wird nichts verschickt',
  'working.renews': 'Das alte funktioniert so lange weiter.',
  'check.created':
    '{state, select, waiting {App-Passwort erstellen} working {App-Passwort wird erstellt} done {App-Passwort erstellt} other {App-Passwort nicht erstellt}}',
  'check.imap':
    '{state, select, waiting {Eingehende E-Mails prüfen} working {Eingehende E-Mails werden geprüft} done {Empfangen geht} other {Empfangen geht nicht}}',
  'check.smtp':
    '{state, select, waiting {Ausgehende E-Mails prüfen} working {Ausgehende E-Mails werden geprüft} done {Senden geht} other {Senden geht nicht}}',
  'check.jmap':
    '{state, select, waiting {E-Mail über das Web prüfen} working {E-Mail über das Web wird geprüft} done {E-Mail über das Web geht} other {E-Mail über das Web geht nicht}}',
  'check.kept':
    '{state, select, waiting {Im Schlüsselbund speichern} working {Wird im Schlüsselbund gespeichert} done {Im Schlüsselbund gespeichert} other {Nicht im Schlüsselbund gespeichert}}',
  'check.keychain':
    '{state, select, waiting {Schlüsselbund} working {Schlüsselbund wird geprüft} done {Schlüsselbund ist offen} other {Schlüsselbund lässt sich nicht benutzen}}',
  'check.internet':
    '{state, select, waiting {Internetverbindung} working {Internetverbindung wird geprüft} done {Internetverbindung} other {Keine Internetverbindung}}',
  'check.found':
    '{state, select, waiting {E-Mail-Dienst finden} working {E-Mail-Dienst wird gesucht} done {E-Mail-Dienst gefunden} other {E-Mail-Dienst nicht gefunden}}',
  'check.signed-in':
    '{state, select, waiting {Anmeldung prüfen} working {Anmeldung wird geprüft} done {Angemeldet} other {Nicht angemeldet}}',
  'check.active':
    '{state, select, waiting {Postfach prüfen} working {Postfach wird geprüft} done {Postfach ist aktiv} other {Postfach ist nicht aktiv}}',

  'settings.window': '{name} einrichten',
  'settings.title': 'Jetzt in {app} eingeben',
  'settings.titleOther': 'Jetzt in der E-Mail-App eingeben',
  'settings.lead': 'Stellen Sie dieses Fenster neben {app} und kopieren Sie jeden Wert hinüber.',
  'settings.leadOther':
    'Stellen Sie dieses Fenster neben Ihre E-Mail-App und kopieren Sie jeden Wert hinüber.',
  'settings.region': 'Schritte für {app}',
  'settings.partly':
    'Nicht alles ließ sich von hier aus prüfen. Mit dem App-Passwort selbst ist alles in Ordnung, soweit Gatepass sehen konnte; falls in {app} etwas nicht geht, wählen Sie „Es geht nicht“.',
  'settings.renews':
    '<b>Erneuert.</b> Das alte, „{name}“, wird widerrufen, sobald Sie auf „Es geht“ klicken.',
  'settings.yourPassword': 'Ihr App-Passwort',
  'settings.later': 'Später fertig machen',
  'settings.fails': 'Es geht nicht',
  'settings.works': 'Es geht',
  'field.your-name': 'Ihr Name',
  'field.address': 'E-Mail-Adresse',
  'field.account-type': 'Kontotyp',
  'field.user-name': 'Benutzername',
  'field.password': 'Passwort',
  'field.incoming-host': 'Posteingangsserver',
  'field.incoming-port': 'Port für Eingang',
  'field.outgoing-host': 'Postausgangsserver',
  'field.outgoing-port': 'Port für Ausgang',
  'field.calendars': 'Kalender (CalDAV)',
  'field.contacts': 'Kontakte (CardDAV)',
  'field.beside': '<q>mit {security}</q>',
  'secret.title': 'App-Passwort',
  'secret.label': '{state, select, shown {App-Passwort} other {App-Passwort, verborgen}}',
  'secret.show': 'Zeigen',
  'secret.hide': 'Verbergen',
  'secret.clears': 'Eine Kopie wird nach 45 Sekunden aus der Zwischenablage gelöscht.',
  'secret.hidesIn':
    '{seconds, plural, one {In 1 Sekunde wieder verborgen.} other {In # Sekunden wieder verborgen.}}',
  'secret.announceShown': 'Passwort sichtbar, in 30 Sekunden wieder verborgen',
  'secret.announceHidden': 'Verborgen',

  'step.thunderbird.1':
    'Legen Sie in Thunderbird ein E-Mail-Konto an: Beim ersten Start fragt es von selbst, später steht es unter <menu>Konten-Einstellungen</menu>. Füllen Sie aus:',
  'step.thunderbird.2':
    'Wählen Sie <menu>Manuell einrichten</menu>, auch wenn Thunderbird etwas gefunden hat. Der Posteingangsserver, mit der Authentifizierung <menu>Passwort, normal</menu>:',
  'step.thunderbird.3': 'Dann der Postausgangsserver, auch mit <menu>Passwort, normal</menu>:',
  'step.thunderbird.4': 'Wenn nach dem Passwort gefragt wird, fügen Sie das App-Passwort ein.',
  'step.thunderbird.5':
    'Kalender und Kontakte: Thunderbird bietet an, was es findet. Findet es nichts, fügen Sie sie über ihre Adressen hinzu, mit demselben Benutzernamen und App-Passwort:',
  'step.apple-mail.1':
    'Wählen Sie in Mail <menu>Account hinzufügen …</menu>, dann <menu>Anderer Mail-Account …</menu>, und füllen Sie aus:',
  'step.apple-mail.2':
    'Mail sagt, dass noch etwas fehlt, oder trägt selbst Server ein. Ändern Sie sie so, dass sie lauten:',
  'step.apple-mail.3':
    'Falls danach gefragt wird, die Ports und ihre Sicherheit. Der Ausgangsserver nimmt denselben Benutzernamen und dasselbe App-Passwort:',
  'step.apple-mail.4':
    'Kalender und Kontakte sind zwei weitere Accounts, CalDAV und CardDAV, unter <menu>Systemeinstellungen</menu>, <menu>Internetaccounts</menu>, mit demselben Benutzernamen und App-Passwort:',
  'step.outlook.1':
    'Öffnen Sie die <menu>Systemsteuerung</menu>, dann <menu>Mail</menu>, und wählen Sie Ihr Profil.',
  'step.outlook.2':
    'Wählen Sie <menu>E-Mail-Konten</menu>, <menu>Manuelle Konfiguration</menu> und dann <menu>POP oder IMAP</menu>.',
  'step.outlook.3': 'Füllen Sie diese Felder aus.',
  'step.outlook.4':
    'Öffnen Sie <menu>Weitere Einstellungen</menu>. Stellen Sie ein, dass der Postausgangsserver eine Authentifizierung braucht, mit denselben Angaben wie der Posteingangsserver. Dann die Ports:',
  'step.outlook.5': 'Fertig. Outlook holt Ihre E-Mails; beim ersten Mal kann das dauern.',
  'step.outlook-new.1':
    'Fügen Sie in Outlook ein Konto mit Ihrer Adresse hinzu und wählen Sie <menu>IMAP</menu> von Hand oder die erweiterte Einrichtung: Sonst sucht Outlook nach Servern von Microsoft.',
  'step.outlook-new.2': 'Tragen Sie den Posteingangsserver ein:',
  'step.outlook-new.3': 'Dann den Postausgangsserver, mit demselben Benutzernamen und App-Passwort:',
  'step.outlook-new.4':
    'Stimmen Sie der Kopie bei Microsoft zu, oder hören Sie hier auf und nehmen Sie das klassische Outlook oder eine andere E-Mail-App.',
  'step.other.1':
    'Fügen Sie in Ihrer E-Mail-App von Hand ein Konto der Art IMAP hinzu. Der Posteingangsserver:',
  'step.other.2':
    'Dann der Postausgangsserver. Auch er verlangt eine Anmeldung, mit demselben Benutzernamen und App-Passwort:',
  'step.other.3': 'Kalender und Kontakte, falls Ihre E-Mail-App sie hat:',

  'fails.window': 'Es geht nicht',
  'fails.title': 'Was macht {app}?',
  'fails.titleOther': 'Was macht Ihre E-Mail-App?',
  'fails.leadWorks':
    'Gatepass hat das App-Passwort gerade noch einmal probiert, und es geht. Wählen Sie, was am ehesten passt.',
  'fails.leadFails':
    'Gatepass hat das App-Passwort gerade noch einmal probiert, und nicht alles geht. Wählen Sie, was am ehesten passt.',
  'fails.leadChecking':
    'Gatepass probiert das App-Passwort noch einmal. Wählen Sie inzwischen, was am ehesten passt.',
  'fails.password': 'Es fragt immer wieder nach dem Passwort',
  'fails.passwordMeans':
    '<b>{app} hat wahrscheinlich ein anderes Passwort.</b> Leeren Sie dort das Passwortfeld, kopieren Sie hier das App-Passwort und fügen Sie es ein. Das Passwort Ihrer Anmeldung funktioniert in {app} nicht.',
  'fails.passwordRest':
    'Dieser Mailserver sagt auch dann „falsches Passwort“, wenn ein App-Passwort widerrufen wurde oder abgelaufen ist. Hilft erneutes Kopieren nicht, erstellen Sie ein neues.',
  'fails.reach': 'Es sagt, dass der Server nicht antwortet',
  'fails.reachMeans':
    '<b>Ein Servername oder Port stimmt nicht ganz, oder das Netzwerk sperrt ihn.</b> Vergleichen Sie mit {imapHost}, Port {imapPort} für Eingang und {smtpHost}, Port {smtpPort} für Ausgang.',
  'fails.reachEnded':
    'Dieser Mailserver schweigt auch, wenn {app} mit einem widerrufenen oder abgelaufenen App-Passwort kommt. Hat {app} früher funktioniert, hat es wohl noch ein altes: Kopieren Sie hier das App-Passwort und fügen Sie es ein.',
  'fails.temporary': 'Es spricht von einem vorübergehenden Fehler',
  'fails.temporaryJmap':
    '<b>{app} sendet wahrscheinlich mit einem widerrufenen oder abgelaufenen App-Passwort.</b> Dieser Mailserver nennt das einen vorübergehenden Fehler. Kopieren Sie hier das App-Passwort und fügen Sie es auch für den Ausgang ein. Warten hilft nicht.',
  'fails.temporaryRest':
    '<b>Der Mailserver ist ausgelastet oder wird gerade gewartet.</b> Warten Sie ein paar Minuten. Bleibt es so, starten Sie die Diagnose.',
  'fails.send': 'Es empfängt E-Mails, sendet aber nicht',
  'fails.sendMeans':
    '<b>Der Ausgangsserver ist nicht auf Anmeldung eingestellt.</b> Schalten Sie für den Ausgangsserver die Authentifizierung ein, mit demselben Benutzernamen und App-Passwort wie für den Eingang, und verwenden Sie {smtpHost}, Port {smtpPort}.',
  'fails.certificate': 'Es warnt vor einem Zertifikat',
  'fails.certificateMeans':
    '<b>Nehmen Sie es noch nicht an.</b> Prüfen Sie den Servernamen auf einen Tippfehler. Stimmt er, hört vielleicht jemand im Netzwerk mit: Versuchen Sie ein anderes Netzwerk oder fragen Sie, wer Ihre E-Mail betreut.',
  'fails.other': 'Etwas anderes',
  'fails.otherMeans':
    'Starten Sie die Diagnose und schicken Sie den Bericht an die Person, die Ihre E-Mail betreut. Er enthält keine Passwörter.',
  'fails.copy': 'App-Passwort kopieren',
  'fails.again': 'Jetzt noch einmal probieren',
  'fails.back': 'Zurück zu den Schritten',
  'fails.worksNow': 'Jetzt geht es',

  'nav.label': 'Bereiche von Gatepass',
  'nav.account': 'Postfach:',
  'nav.accounts': 'Postfach auswählen',
  'nav.home': 'E-Mail-Apps',
  'nav.activity': 'Verlauf',
  'nav.diagnosis': 'Diagnose',
  'nav.preferences': 'Einstellungen',
  'home.title': 'E-Mail-Apps',
  'home.connect': 'E-Mail-App verbinden',
  'home.made': 'Erstellt {when}',
  'home.worked': 'ging {when}',
  'home.failed': 'ging {when} nicht',
  'home.neverTried': 'noch nicht geprüft',
  'home.about': '{made}, {proof}',
  'home.foreign': 'Anderswo erstellt',
  'home.foreignSince':
    'Seit {date}. Gatepass kennt dieses Passwort nicht und kann es nur ersetzen oder widerrufen.',
  'home.foreignAbout': 'Gatepass kennt dieses Passwort nicht und kann es nur ersetzen oder widerrufen.',
  'home.checking': 'Wird geprüft',
  'home.revoking': 'Wird widerrufen',
  'home.renew': 'Erneuern',
  'home.replace': 'Ersetzen',
  'home.settings': 'Einstellungen',
  'home.revoke': 'Widerrufen',
  'home.toolOf': '{tool}: {name}',
  'home.broken': 'Geht nicht',
  'home.daysLeft': '{days, plural, =0 {Endet heute} one {Noch 1 Tag} other {Noch # Tage}}',
  'home.monthsLeft': '{months, plural, one {Noch 1 Monat} other {Noch # Monate}}',
  'home.ended': 'Abgelaufen',
  'home.empty': 'Noch keine E-Mail-App verbunden',
  'home.emptyLead':
    'Ihr Postfach ist bereit und empfängt E-Mails. Verbinden Sie Outlook, Apple Mail, Thunderbird oder Ihr Telefon, um sie dort zu lesen.',
  'home.activity': 'Verlauf',
  'home.showAll': 'Alles zeigen',
  'home.signedOut':
    'Sie sind abgemeldet. Ihre E-Mail-Apps funktionieren weiter; um hier etwas zu ändern, melden Sie sich wieder an.',
  'home.signIn': 'Wieder anmelden',
  'home.offline':
    'Dieser Computer ist offline. Sie sehen den letzten Stand; er wird erneuert, sobald das Netz wieder da ist.',
  'home.loading': 'Der Mailserver wird gefragt',
  'home.announceRevoked': 'Widerrufen: {name}',
  'revoke.title': '„{name}“ widerrufen?',
  'revoke.text':
    '{name} empfängt und sendet sofort keine E-Mails mehr. Ihre E-Mails bleiben auf dem Server, und Ihre anderen E-Mail-Apps funktionieren weiter.',
  'revoke.foreign':
    'Was immer „{name}“ benutzt, empfängt und sendet sofort keine E-Mails mehr. Ihre E-Mails bleiben auf dem Server, und Ihre anderen E-Mail-Apps funktionieren weiter.',
  'revoke.again': 'Sie können sie jederzeit wieder verbinden.',
  'revoke.keep': 'Behalten',
  'revoke.do': 'Widerrufen',

  'activity.title': 'Verlauf',
  'activity.signed-in': '<b>Angemeldet</b> <q>bei {subject}</q>',
  'activity.activated': '<b>{subject}</b> <q>Postfach ist bereit</q>',
  'activity.created': '<b>{subject}</b> <q>App-Passwort erstellt</q>',
  'activity.checked': '<b>{subject}</b> <q>geprüft, geht</q>',
  'activity.check-failed': '<b>{subject}</b> <q>geprüft, geht nicht</q>',
  'activity.revoked': '<b>{subject}</b> <q>von Ihnen widerrufen</q>',
  'activity.signed-out': '<b>{subject}</b> <q>abgemeldet</q>',
  'activity.empty': 'Noch ist nichts geschehen',
  'activity.emptyLead':
    'Hier sehen Sie jede Anmeldung und jedes App-Passwort, das erstellt, geprüft oder widerrufen wurde, und wann. Das bleibt auf diesem Computer.',

  'prefs.title': 'Einstellungen',
  'prefs.appearance': 'Aussehen',
  'prefs.look': '{look, select, system {Wie das System} light {Hell} other {Dunkel}}',
  'prefs.background': 'Im Hintergrund',
  'prefs.tray':
    '{system, select, mac {Beim Schließen des Fensters in der Menüleiste bleiben} windows {Beim Schließen des Fensters im Infobereich bleiben} other {Beim Schließen des Fensters in der Leiste bleiben}}',
  'prefs.keychain': 'Schlüsselbund',
  'prefs.keychainReady': 'Enthält Ihre App-Passwörter und Ihre Anmeldung. Nichts davon liegt in Dateien.',
  'prefs.keychainLocked': 'Zurzeit gesperrt. Gatepass fragt, wenn es ihn braucht.',
  'prefs.keychainMissing':
    'Nicht gefunden. Ohne Schlüsselbund bewahrt Gatepass keine Passwörter auf, auch an keinem anderen Ort.',
  'prefs.account': 'Dieses Postfach',
  'prefs.signOut': 'Abmelden',
  'prefs.signingOut': 'Wird abgemeldet',
  'prefs.signOutHint':
    'Ihre E-Mail-Apps funktionieren weiter. Gatepass vergisst ihre App-Passwörter auf diesem Computer und kann sie später nur ersetzen oder widerrufen.',
  'prefs.version': 'Gatepass {version}. Es meldet niemandem etwas.',

  'diagnosis.title': 'Diagnose',
  'diagnosis.lead':
    'Gatepass prüft den ganzen Weg von Ihrem Computer zu Ihrem Postfach und zeigt, wo er endet.',
  'diagnosis.running': 'Der Weg zu Ihrem Postfach wird geprüft',
  'diagnosis.fine': 'Alles geht',
  'diagnosis.inTheWay': '{count, plural, one {Etwas ist im Weg} other {# Dinge sind im Weg}}',
  'diagnosis.checkedAt': 'Geprüft {when}, von Ihrem Computer bis zu Ihrem Postfach.',
  'diagnosis.run': 'Jetzt prüfen',
  'diagnosis.again': 'Noch einmal prüfen',
  'diagnosis.copy': 'Bericht kopieren',
  'diagnosis.where': 'Wo es hängt',
  'diagnosis.now': 'Was jetzt hilft',
  'diagnosis.hint':
    'Der Bericht enthält keine Passwörter; Sie können ihn an jeden schicken, der Ihnen hilft.',

  'way.signin': 'Die Anmeldung ist nicht angekommen',
  'way.issuer': 'Die Anmeldeseite ist im Weg',
  'way.network': 'Die Verbindung ist im Weg',
  'way.server': 'Der Mailserver ist im Weg',
  'way.password': 'Das App-Passwort hat nicht geklappt',
  'way.account': 'Dieses Postfach ist hier nicht bekannt',
  'way.vault': 'Der Schlüsselbund ist im Weg',
  'way.locked': 'Der Schlüsselbund ist gesperrt',
  'way.state': 'Auf diesem Computer ist etwas im Weg',
  'way.input': 'Eine Angabe fehlt noch',
  'way.bug': 'Gatepass hat einen Fehler gemacht',
  'way.offline': 'Sie scheinen offline zu sein',
  'way.quota': 'Kein Platz für ein weiteres App-Passwort',
  'way.retryIn':
    '{seconds, plural, one {Neuer Versuch in 1 Sekunde. Nichts ist verloren, und Ihre Eingaben bleiben erhalten.} other {Neuer Versuch in # Sekunden. Nichts ist verloren, und Ihre Eingaben bleiben erhalten.}}',
  'way.safe': 'Nichts ist verloren, und Ihre Eingaben bleiben erhalten.',
  'way.offlineLead':
    'Gatepass erreicht gerade nichts. Sobald das Netz wieder da ist, geht es von selbst weiter.',
  'way.online': 'Falls dieser Computer online ist',
  'way.hotel':
    'Öffnen Sie in einem Hotel- oder Café-Netz zuerst eine beliebige Webseite und nehmen Sie dort die Bedingungen an.',
  'way.vpn': 'Wenn Sie für die Arbeit ein VPN oder einen Proxy benutzen, schalten Sie es ein.',
  'way.where': 'Geht alles andere, liegt es am E-Mail-Dienst. <where>Nachsehen, wo es hängt</where>',
  'way.lockedLead':
    'Öffnen Sie den Schlüsselbund, damit Gatepass das App-Passwort dort ablegen kann. Ihr Computer fragt nach dem Passwort des Schlüsselbunds; das ist Ihr eigenes, nicht von Gatepass.',
  'way.lockedNotice': 'App-Passwörter liegen nur in Ihrem Schlüsselbund, nie in einer Datei.',
  'way.quotaLead':
    '{quota, plural, one {Ihr Mailserver erlaubt 1 App-Passwort pro Postfach. Widerrufen Sie es, um weiterzugehen; die E-Mail-App, die es benutzt, hört dann auf.} other {Ihr Mailserver erlaubt # pro Postfach, und so viele haben Sie. Wählen Sie eines zum Widerrufen; die E-Mail-App, die es benutzt, hört dann auf.}}',
  'way.quotaLegend': 'Welches App-Passwort widerrufen?',
  'way.quotaMore': '{count} weitere',
  'way.quotaHint': 'Sie brauchen alle? Wer Ihren Mailserver betreibt, kann die Grenze anheben.',
  'way.quotaChoose': 'Eines zum Widerrufen wählen',
  'way.quotaGo': '{name} widerrufen und weiter',
  'way.validUntil': 'gültig bis {date}',
  'way.noEnd': 'ohne Enddatum',
  'way.code': 'Für alle, die Ihnen helfen: {code}',
  'way.stop': 'Hier aufhören',
  'way.tryNow': 'Jetzt versuchen',
  'way.unlock': 'Entsperren und noch einmal versuchen',
};
