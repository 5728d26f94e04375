import type { Words } from './en.ts';

/** Every word of the window in Japanese. */
export const ja: Words = {
  'common.continue': '続ける',
  'common.cancel': 'キャンセル',
  'common.back': '戻る',
  'common.later': 'あとで',
  'common.copy': 'コピー',
  'common.copied': 'コピー済み',
  'common.copyWhat': 'コピー: {what}',
  'common.copiedWhat': 'コピー済み: {what}',
  'common.tryAgain': 'もう一度試す',
  'common.diagnosis': '診断を実行',
  'common.language': '言語',
  'common.title': '{screen} - Gatepass',
  'common.today': '今日',
  'common.yesterday': '昨日',
  'common.at': '{near, select, today {今日 {time}} yesterday {昨日 {time}} other {{date}}}',
  'common.dayTime': '{day} {time}',
  'common.year': '{years, plural, other {#年}}',
  'common.days': '{days, plural, other {#日}}',
  'common.seconds': '{seconds} 秒',
  'common.milliseconds': '{ms} ミリ秒',
  'common.notYours': 'サインインに使うパスワードとは別のものです',
  'common.loading': '準備しています',

  'steps.label': '進み具合',
  'steps.address': 'アドレス',
  'steps.signIn': 'サインイン',
  'steps.mailApp': 'メールアプリ',
  'steps.settings': '設定',
  'steps.done': '完了',
  'pass.end': '最後に手に入るもの',
  'pass.soFar': 'ここまでの内容',
  'pass.of': '{name} のアプリパスワード',
  'pass.mailbox': 'メールボックス',
  'pass.signedInAt': 'サインイン先',
  'pass.mailApp': 'メールアプリ',
  'pass.validUntil': '有効期限',
  'pass.notYet': 'まだありません',
  'pass.noEnd': '期限なし',
  'pass.works': '確認済み',
  'pass.tried': '再確認',
  'pass.justNow': 'たった今',

  'welcome.title': 'メールアプリをつなぎましょう',
  'welcome.lead': 'メールアドレスから、お使いのメールサービスを見つけます。',
  'welcome.address': 'メールアドレス',
  'welcome.next': 'これからの流れ',
  'welcome.one':
    '<b>ブラウザーでサインインします。</b> <q>いつもどおり、所属する組織のページで行います。Gatepass がそのパスワードを見ることはありません。</q>',
  'welcome.two':
    '<b>Gatepass がアプリパスワードを作り、試します。</b> <q>メールアプリごとに一つです。サインインに使うパスワードとは別のものです。</q>',
  'welcome.three':
    '<b>それをメールアプリに入力します。</b> <q>どこに入力するかは、順を追って Gatepass が案内します。</q>',
  'welcome.promise':
    '5 分ほどで終わります。メールはそのままの場所に残ります。Gatepass は何も移動せず、何も消しません。',
  'welcome.unfinished': '@ の後が途中で終わっているようです。例: fernwood.example',
  'welcome.whole': 'アドレス全体を入力してください。例: mara@fernwood.example',
  'welcome.server': 'メールサーバーのアドレス',
  'welcome.serverHint':
    'Gatepass では見つけられませんでした。メールの担当者が知っています。https:// で始まります',
  'welcome.issuer': 'サインインするページのアドレス',
  'welcome.issuerHint':
    'このメールサーバーはサインイン先を公開していません。メールの担当者が知っています。https:// で始まります',
  'welcome.https': 'https:// で始まるアドレスを入力してください',
  'welcome.looking': 'メールサービスを探しています',

  'found.title': 'メールサービスが見つかりました',
  'found.lead':
    '内容が正しければ、サインインに進んでください。ここまでは確認しただけで、何も変わっていません。',
  'found.announce': 'メールサービスが見つかりました: {organisation}',
  'found.organisation': '組織',
  'found.organisationFrom': 'メールサーバーによる名前',
  'found.server': 'メールサーバー',
  'found.generation': '{generation, select, jmap {Stalwart 0.16 以降} other {Stalwart 0.16 より前}}',
  'found.signInAt': 'サインイン先',
  'found.trust':
    'ブラウザーで <b>{host}</b> が開きます。アドレスバーにこの名前が表示されているときだけ、パスワードを入力してください。',
  'found.all': 'すべてのサーバーと、見つけた方法',
  'found.incoming': '受信メール',
  'found.outgoing': '送信メール',
  'found.change': 'アドレスを変更',
  'found.signIn': 'ブラウザーでサインイン',
  'origin.option': 'あなたが入力したもの',
  'origin.remembered': '前回の情報',
  'origin.server': 'メールサーバーの情報',
  'origin.autoconfig': 'ドメインが公開しているメール設定',
  'origin.pacc': 'ドメインが公開しているアカウント設定',
  'origin.guess': 'よく使われる名前で、応答がありました',

  'inBrowser.window': 'ブラウザーで続けてください',
  'inBrowser.title': 'ブラウザーでサインインしてください',
  'inBrowser.lead':
    '<b>{host}</b> のページが開きました。いつもどおりサインインしてください。終わると Gatepass は自動で先へ進みます。',
  'inBrowser.leadClosed':
    'ブラウザーを開けませんでした。リンクをコピーし、このコンピューターのブラウザーに貼り付けてください。終わると Gatepass は自動で先へ進みます。',
  'inBrowser.waiting': 'お待ちしています',
  'inBrowser.left': '残り {time}',
  'inBrowser.leftLabel':
    'サインインの残り時間: {minutes, plural, =0 {} other {#分}}{seconds, plural, other {#秒}}',
  'inBrowser.notOpen': 'ページが開かないときは',
  'inBrowser.openAgain': 'もう一度開く',
  'inBrowser.copyLink': 'リンクをコピー',
  'inBrowser.hint': 'このコンピューターのどのブラウザーでも使えます。',
  'inBrowser.byCode':
    '<b>{url}</b> を開き、このコードを入力するか、表示されているコードと同じか確かめてください:',
  'inBrowser.spelled': 'コード: {code}',
  'inBrowser.codeWarning':
    '入力するのは、ご自分で開いたページだけにしてください。誰かがコードを送ってきたり、このコードを尋ねてきたりしたときは、中止してください。',
  'inBrowser.guessed':
    'このメールサーバーはサインイン先を公開していません。別の場所でサインインする場合は、戻ってそのページのアドレスを入力してください。',
  'inBrowser.finishing': 'サインインしました。メールボックスを準備しています',
  'inBrowser.announceLeft':
    'サインインの残り時間は{seconds, plural, =30 {30 秒} =60 {1 分} other {2 分}}です',

  'ready.window': 'メールボックスの準備ができました',
  'ready.title': '{name} さんのメールボックスの準備ができました',
  'ready.titlePlain': 'メールボックスの準備ができました',
  'ready.leadFirst':
    '初めてのサインインだったので、メールサーバーがメールボックスを作りました。これからメールが届きます。',
  'ready.lead': 'メールサーバーはあなたを認識しており、メールを受け取れます。',
  'ready.mayBounce': 'この数分間に送られたメールは、送信者に戻された可能性があります。これからは届きます。',
  'ready.says': 'メールサーバーによると、あなたは',
  'ready.match': '入力したアドレスと同じ',
  'ready.login': 'ユーザー名',
  'ready.appPasswords': 'アプリパスワード',
  'ready.used': '{used, plural, =0 {まだありません} other {#個}}',
  'ready.usedOf': '{used, plural, =0 {まだありません ({allowed} 個まで)} other {# 個 ({allowed} 個まで)}}',
  'ready.notYou': '別の方ですか? <again>別の人としてサインイン</again>',
  'ready.choose': 'メールアプリを選ぶ',

  'wrong.title': '別の人がサインインしました',
  'wrong.lead': '安全のため、Gatepass はここで止まりました。何も作られず、何も変わっていません。',
  'wrong.typed': '入力したアドレス',
  'wrong.signedInAs': 'ブラウザーでサインインした人',
  'wrong.badge': '入力したアドレスと異なります',
  'wrong.why':
    '共用のコンピューターではよくあることです。ブラウザーが前の人を覚えていました。もう一度サインインすると、どなたかを尋ねるページが開きます。',
  'wrong.meant': 'このメールボックスのつもりでしたか? <use>{address} を使う</use>',
  'wrong.startOver': '最初からやり直す',
  'wrong.again': '{name} としてサインインし直す',

  'pick.window': 'メールアプリを選ぶ',
  'pick.title': 'どのメールアプリを使いますか?',
  'pick.search': 'メールアプリを検索',
  'pick.placeholder': '{count, plural, other {# 個のメールアプリを検索}}',
  'pick.here': '{system, select, mac {この Mac} windows {この PC} other {このコンピューター}}',
  'pick.computer': 'コンピューター',
  'pick.phone': 'スマートフォンとタブレット',
  'pick.more': '{count, plural, other {ほかの # 個のメールアプリ}}',
  'pick.both': 'カレンダーと連絡先も使えます',
  'pick.calendars': 'カレンダーも使えます',
  'pick.contacts': '連絡先も使えます',
  'pick.default': '既定のメールアプリ',
  'pick.keeps': 'メールの写しを {cloud} に保管します',
  'pick.platform':
    '{platform, select, mac {macOS} windows {Windows} linux {Linux} ios {iPhone と iPad} other {Android}}',
  'pick.other': 'その他のメールアプリ',
  'pick.otherAbout': '手で入力する設定をすべて表示します',
  'pick.oauth': 'OAuth 対応',
  'pick.password': 'パスワードのみ',
  'pick.cloud': 'パスワードが {cloud} に渡ります',
  'pick.meanings': 'この表示の意味',
  'pick.oauthMeans':
    'ブラウザーを通じて自分でサインインできるアプリです。Gatepass はこのアプリにもアプリパスワードを渡します。',
  'pick.passwordMeans':
    'アプリパスワードを使います。サインインに使うパスワードとは別のもので、お使いの機器の中に残ります。',
  'pick.cloudMeans':
    'やはりアプリパスワードを使いますが、{cloud} がそれを保管し、自社のサーバーにメールを取り込みます。',
  'pick.none': '「{query}」というメールアプリはありません',
  'pick.byHand': '設定を手で入力する',
  'pick.hits':
    '{count, plural, =0 {メールアプリは見つかりませんでした} other {# 個のメールアプリが見つかりました}}',
  'pick.notListed': '一覧にありません',
  'pick.continueWith': '{app} で続ける',

  'name.window': '名前と有効期間',
  'name.title': '名前と有効期間を決めます',
  'name.lead':
    '{app} のアプリパスワードを作ります。サインインに使うパスワードとは別のものです。開けるのはあなたのメールボックスだけで、いつでも取り消せます。',
  'name.name': '名前',
  'name.hint': 'あとで見分けるための名前です。メールサーバーにも表示されます。',
  'name.missing': '名前を付けてください。たとえば、使う場所の名前です。',
  'name.validFor': '有効期間',
  'name.suggested': 'おすすめ',
  'name.until': '{date} まで',
  'name.untilRevoked': '取り消すまで',
  'name.enforced': 'この日を過ぎると、メールサーバーは受け付けなくなります。更新は 1 分で済みます。',
  'name.notEnforced':
    'このメールサーバーは、期限を過ぎたアプリパスワードも受け付けます。更新の時期は Gatepass がお知らせします。',
  'name.never': 'ほかのパスワードを作ったり変えたりすることは決してできません。',
  'name.create': 'アプリパスワードを作る',

  'working.window': 'アプリパスワードを作って確認しています',
  'working.title': 'お渡しする前に試しています',
  'working.titleFailed': 'うまくいきませんでした',
  'working.lead': '{app} と同じように、新しいアプリパスワードで一度サインインします。数秒かかります。',
  'working.cancelHint': 'キャンセルすると、新しいアプリパスワードは削除されます。',
  'working.cancelling': 'キャンセルしています。新しいアプリパスワードを削除しています',
  'working.smtpMore': '送信用にサインインしています。メールは送られません',
  'working.renews': 'その間も、古いアプリパスワードはそのまま使えます。',
  'check.created':
    '{state, select, waiting {アプリパスワードの作成} working {アプリパスワードを作っています} done {アプリパスワードを作りました} other {アプリパスワードを作れませんでした}}',
  'check.imap':
    '{state, select, waiting {受信の確認} working {受信を確認しています} done {受信できます} other {受信できません}}',
  'check.smtp':
    '{state, select, waiting {送信の確認} working {送信を確認しています} done {送信できます} other {送信できません}}',
  'check.jmap':
    '{state, select, waiting {Web 経由のメールの確認} working {Web 経由のメールを確認しています} done {Web 経由のメールが使えます} other {Web 経由のメールが使えません}}',
  'check.kept':
    '{state, select, waiting {キーチェーンへの保存} working {キーチェーンに保存しています} done {キーチェーンに保存しました} other {キーチェーンに保存できませんでした}}',
  'check.keychain':
    '{state, select, waiting {キーチェーン} working {キーチェーンを確認しています} done {キーチェーンが使えます} other {キーチェーンが使えません}}',
  'check.internet':
    '{state, select, waiting {インターネット接続} working {インターネット接続を確認しています} done {インターネット接続} other {インターネットに接続していません}}',
  'check.found':
    '{state, select, waiting {メールサービスの検索} working {メールサービスを探しています} done {メールサービスが見つかりました} other {メールサービスが見つかりません}}',
  'check.signed-in':
    '{state, select, waiting {サインインの確認} working {サインインを確認しています} done {サインインしています} other {サインインしていません}}',
  'check.active':
    '{state, select, waiting {メールボックスの確認} working {メールボックスを確認しています} done {メールボックスは有効です} other {メールボックスは有効ではありません}}',

  'settings.window': '{name} の設定',
  'settings.title': '{app} に入力してください',
  'settings.titleOther': 'メールアプリに入力してください',
  'settings.lead': 'このウィンドウを {app} の横に置き、値を一つずつコピーしてください。',
  'settings.leadOther': 'このウィンドウをメールアプリの横に置き、値を一つずつコピーしてください。',
  'settings.region': '{app} の手順',
  'settings.partly':
    'ここからすべてを確認することはできませんでした。確認できた範囲では、アプリパスワードに問題はありません。{app} で動かないことがあれば「うまくいきません」を選んでください。',
  'settings.renews': '<b>更新しました。</b>「うまくいきました」を押すと、古い「{name}」は取り消されます。',
  'settings.yourPassword': 'アプリパスワード',
  'settings.later': 'あとで続ける',
  'settings.fails': 'うまくいきません',
  'settings.works': 'うまくいきました',
  'field.your-name': '名前',
  'field.address': 'メールアドレス',
  'field.account-type': 'アカウントの種類',
  'field.user-name': 'ユーザー名',
  'field.password': 'パスワード',
  'field.incoming-host': '受信メールサーバー',
  'field.incoming-port': '受信ポート',
  'field.outgoing-host': '送信メールサーバー',
  'field.outgoing-port': '送信ポート',
  'field.calendars': 'カレンダー (CalDAV)',
  'field.contacts': '連絡先 (CardDAV)',
  'field.beside': '<q>({security})</q>',
  'secret.title': 'アプリパスワード',
  'secret.label': '{state, select, shown {アプリパスワード} other {アプリパスワード、非表示}}',
  'secret.show': '表示',
  'secret.hide': '隠す',
  'secret.clears': 'コピーした内容は 45 秒後にクリップボードから消えます。',
  'secret.hidesIn': '{seconds, plural, other {# 秒後に再び隠れます。}}',
  'secret.announceShown': 'パスワードを表示しました。30 秒後に再び隠れます',
  'secret.announceHidden': '隠しました',

  'step.thunderbird.1':
    'Thunderbird でメールアカウントを追加します。初回の起動では自動で尋ねられ、その後は<menu>アカウント設定</menu>にあります。次のように入力します:',
  'step.thunderbird.2':
    '何かが見つかっていても<menu>手動設定</menu>を選びます。受信サーバーを入力し、認証方式は<menu>通常のパスワード認証</menu>にします:',
  'step.thunderbird.3': '続いて送信サーバーです。認証方式は同じく<menu>通常のパスワード認証</menu>です:',
  'step.thunderbird.4': 'パスワードを尋ねられたら、アプリパスワードを貼り付けます。',
  'step.thunderbird.5':
    'カレンダーと連絡先は、Thunderbird が見つけたものを提案します。何も見つからないときは、同じユーザー名とアプリパスワードで、次のアドレスを追加します:',
  'step.apple-mail.1':
    'メールで<menu>アカウントを追加…</menu>、<menu>その他のメールアカウント…</menu>の順に選び、次のように入力します:',
  'step.apple-mail.2': '情報が足りないと表示されるか、サーバーが自動で入ります。次のように直します:',
  'step.apple-mail.3':
    '尋ねられたら、ポートとセキュリティを入力します。送信サーバーのユーザー名とアプリパスワードは同じです:',
  'step.apple-mail.4':
    'カレンダーと連絡先は、CalDAV と CardDAV の別のアカウントです。<menu>システム設定</menu>の<menu>インターネットアカウント</menu>で、同じユーザー名とアプリパスワードを使って追加します:',
  'step.outlook.1':
    '<menu>コントロール パネル</menu>、<menu>Mail</menu> の順に開き、プロファイルを選びます。',
  'step.outlook.2':
    '<menu>電子メール アカウント</menu>、<menu>手動設定</menu>、<menu>POP または IMAP</menu> の順に選びます。',
  'step.outlook.3': '次の欄に入力します。',
  'step.outlook.4':
    '<menu>詳細設定</menu>を開きます。送信サーバーは認証が必要とし、受信サーバーと同じ設定を使います。続いてポートです。',
  'step.outlook.5': '完了します。Outlook がメールを取り込みます。初回は時間がかかることがあります。',
  'step.outlook-new.1':
    'Outlook で自分のアドレスのアカウントを追加し、手で <menu>IMAP</menu> か詳細設定を選びます。そうしないと Outlook は Microsoft のサーバーを探します。',
  'step.outlook-new.2': '受信サーバーを入力します:',
  'step.outlook-new.3': '続いて送信サーバーです。ユーザー名とアプリパスワードは同じです:',
  'step.outlook-new.4':
    'Microsoft に写しが置かれることに同意するか、ここでやめて従来の Outlook か別のメールアプリを使います。',
  'step.other.1': 'メールアプリで、IMAP のアカウントを手で追加します。受信メールサーバー:',
  'step.other.2': '続いて送信メールサーバーです。同じユーザー名とアプリパスワードでサインインします:',
  'step.other.3': 'カレンダーと連絡先があるアプリなら:',

  'fails.window': 'うまくいきません',
  'fails.title': '{app} で何が起きますか?',
  'fails.titleOther': 'メールアプリで何が起きますか?',
  'fails.leadWorks': 'アプリパスワードをもう一度試したところ、使えました。いちばん近いものを選んでください。',
  'fails.leadFails':
    'アプリパスワードをもう一度試したところ、一部が動きませんでした。いちばん近いものを選んでください。',
  'fails.leadChecking':
    'アプリパスワードをもう一度試しています。その間に、いちばん近いものを選んでください。',
  'fails.password': 'パスワードを何度も尋ねられる',
  'fails.passwordMeans':
    '<b>{app} に別のパスワードが入っていると思われます。</b> パスワード欄を空にし、ここでアプリパスワードをコピーして貼り付けてください。サインインに使うパスワードは {app} では使えません。',
  'fails.passwordRest':
    'このメールサーバーは、アプリパスワードが取り消されたときや期限が切れたときも「パスワードが違う」と答えます。コピーし直しても変わらないときは、新しいものを作ってください。',
  'fails.reach': 'サーバーが応答しないと表示される',
  'fails.reachMeans':
    '<b>サーバー名かポートが少し違うか、ネットワークに止められています。</b> 受信は {imapHost}、ポート {imapPort}、送信は {smtpHost}、ポート {smtpPort} です。比べてみてください。',
  'fails.reachEnded':
    '取り消されたアプリパスワードや期限切れのアプリパスワードで {app} がつなぐと、このメールサーバーは何も答えません。前は動いていたなら、古いものが残っていると思われます。ここでアプリパスワードをコピーして貼り付けてください。',
  'fails.temporary': '一時的なエラーと表示される',
  'fails.temporaryJmap':
    '<b>{app} は、取り消されたか期限の切れたアプリパスワードで送信しようとしていると思われます。</b> このメールサーバーはそれを一時的なエラーと呼びます。ここでアプリパスワードをコピーし、送信用にも貼り付けてください。待っても変わりません。',
  'fails.temporaryRest':
    '<b>メールサーバーが混雑しているか、作業中です。</b> 数分待ってください。変わらなければ診断を実行してください。',
  'fails.send': '受信はできるが送信できない',
  'fails.sendMeans':
    '<b>送信サーバーでサインインする設定になっていません。</b> 送信サーバーの認証をオンにし、受信と同じユーザー名とアプリパスワードを入れて、{smtpHost}、ポート {smtpPort} を使ってください。',
  'fails.certificate': '証明書の警告が出る',
  'fails.certificateMeans':
    '<b>まだ許可しないでください。</b> サーバー名に打ち間違いがないか確かめてください。正しければ、ネットワーク上で盗み見られている恐れがあります。別のネットワークを試すか、メールの担当者に尋ねてください。',
  'fails.other': 'その他',
  'fails.otherMeans': '診断を実行し、結果をメールの担当者に送ってください。パスワードは含まれません。',
  'fails.copy': 'アプリパスワードをコピー',
  'fails.again': 'もう一度試す',
  'fails.back': '手順に戻る',
  'fails.worksNow': 'うまくいきました',

  'nav.label': 'Gatepass のメニュー',
  'nav.account': 'メールボックス:',
  'nav.accounts': 'メールボックスを選ぶ',
  'nav.home': 'メールアプリ',
  'nav.activity': '履歴',
  'nav.diagnosis': '診断',
  'nav.preferences': '環境設定',
  'home.title': 'メールアプリ',
  'home.connect': 'メールアプリをつなぐ',
  'home.made': '{when}に作成',
  'home.worked': '{when} に動作を確認',
  'home.failed': '{when} に動作せず',
  'home.neverTried': 'まだ確認していません',
  'home.about': '{made}、{proof}',
  'home.foreign': 'ほかで作成',
  'home.foreignSince':
    '{date} から。Gatepass はこのパスワードを知らないため、置き換えか取り消しだけができます。',
  'home.foreignAbout': 'Gatepass はこのパスワードを知らないため、置き換えか取り消しだけができます。',
  'home.checking': '確認しています',
  'home.revoking': '取り消しています',
  'home.renew': '更新',
  'home.replace': '置き換え',
  'home.settings': '設定',
  'home.revoke': '取り消し',
  'home.toolOf': '{tool}: {name}',
  'home.broken': '動作しません',
  'home.daysLeft': '{days, plural, =0 {今日まで} other {残り # 日}}',
  'home.monthsLeft': '{months, plural, other {残り # か月}}',
  'home.ended': '期限切れ',
  'home.empty': 'つながっているメールアプリはまだありません',
  'home.emptyLead':
    'メールボックスの準備はできていて、メールを受け取れます。Outlook、Apple Mail、Thunderbird、スマートフォンなどをつないで読みましょう。',
  'home.activity': '履歴',
  'home.showAll': 'すべて表示',
  'home.signedOut':
    'サインアウトしています。メールアプリはそのまま使えます。ここで何かを変えるには、もう一度サインインしてください。',
  'home.signIn': 'もう一度サインイン',
  'home.offline':
    'このコンピューターはオフラインです。前回の内容を表示しています。ネットワークが戻ると更新されます。',
  'home.loading': 'メールサーバーに問い合わせています',
  'home.announceRevoked': '取り消しました: {name}',
  'revoke.title': '「{name}」を取り消しますか?',
  'revoke.text':
    '{name} ではすぐにメールの送受信ができなくなります。メールはサーバーに残り、ほかのメールアプリはそのまま使えます。',
  'revoke.foreign':
    '「{name}」を使っているものは、すぐにメールの送受信ができなくなります。メールはサーバーに残り、ほかのメールアプリはそのまま使えます。',
  'revoke.again': 'いつでもつなぎ直せます。',
  'revoke.keep': '残す',
  'revoke.do': '取り消す',

  'activity.title': '履歴',
  'activity.signed-in': '<b>サインイン</b> <q>{subject}</q>',
  'activity.activated': '<b>{subject}</b> <q>メールボックスの準備ができました</q>',
  'activity.created': '<b>{subject}</b> <q>アプリパスワードを作成</q>',
  'activity.checked': '<b>{subject}</b> <q>確認済み、動作しています</q>',
  'activity.check-failed': '<b>{subject}</b> <q>確認済み、動作していません</q>',
  'activity.revoked': '<b>{subject}</b> <q>あなたが取り消しました</q>',
  'activity.signed-out': '<b>{subject}</b> <q>サインアウト</q>',
  'activity.empty': 'まだ何も起きていません',
  'activity.emptyLead':
    'サインインと、アプリパスワードの作成、確認、取り消しが、日時とともにここに並びます。このコンピューターの中だけに残ります。',

  'prefs.title': '環境設定',
  'prefs.appearance': '外観',
  'prefs.look': '{look, select, system {システムに合わせる} light {ライト} other {ダーク}}',
  'prefs.background': 'バックグラウンド',
  'prefs.tray':
    '{system, select, mac {ウィンドウを閉じてもメニューバーに残す} windows {ウィンドウを閉じても通知領域に残す} other {ウィンドウを閉じてもパネルに残す}}',
  'prefs.keychain': 'キーチェーン',
  'prefs.keychainReady': 'アプリパスワードとサインイン情報を保管しています。ファイルには保存しません。',
  'prefs.keychainLocked': '今はロックされています。必要なときに Gatepass が尋ねます。',
  'prefs.keychainMissing':
    '見つかりません。キーチェーンがないと、Gatepass はパスワードを保管しません。ほかの場所にも保管しません。',
  'prefs.account': 'このメールボックス',
  'prefs.signOut': 'サインアウト',
  'prefs.signingOut': 'サインアウトしています',
  'prefs.signOutHint':
    'メールアプリはそのまま使えます。Gatepass はこのコンピューターのアプリパスワードを忘れ、その後は置き換えか取り消しだけができます。',
  'prefs.version': 'Gatepass {version}。どこにも何も報告しません。',

  'diagnosis.title': '診断',
  'diagnosis.lead': 'コンピューターからメールボックスまでの道のりをすべて確認し、どこで止まるかを示します。',
  'diagnosis.running': 'メールボックスまでの道のりを確認しています',
  'diagnosis.fine': 'すべて動作しています',
  'diagnosis.inTheWay': '{count, plural, other {# 件の問題があります}}',
  'diagnosis.checkedAt': '{when} に、コンピューターからメールボックスまで確認しました。',
  'diagnosis.run': '今すぐ確認',
  'diagnosis.again': 'もう一度確認',
  'diagnosis.copy': '結果をコピー',
  'diagnosis.where': '止まる場所',
  'diagnosis.now': '次にすること',
  'diagnosis.hint': '結果にパスワードは含まれないので、手伝ってくれる人に送れます。',

  'way.signin': 'サインインが完了しませんでした',
  'way.issuer': 'サインインのページに問題があります',
  'way.network': '接続に問題があります',
  'way.server': 'メールサーバーに問題があります',
  'way.password': 'アプリパスワードがうまくいきませんでした',
  'way.account': 'このメールボックスは登録されていません',
  'way.vault': 'キーチェーンに問題があります',
  'way.locked': 'キーチェーンがロックされています',
  'way.state': 'このコンピューターに問題があります',
  'way.input': '足りない情報があります',
  'way.bug': 'Gatepass に誤りがありました',
  'way.offline': 'オフラインのようです',
  'way.quota': 'アプリパスワードの空きがありません',
  'way.retryIn':
    '{seconds, plural, other {# 秒後にもう一度試します。何も失われず、入力した内容も残っています。}}',
  'way.safe': '何も失われず、入力した内容も残っています。',
  'way.offlineLead': 'Gatepass はどこにもつながりません。ネットワークが戻ると自動で続きます。',
  'way.online': 'このコンピューターがオンラインのときは',
  'way.hotel': 'ホテルやカフェのネットワークでは、まず Web ページを開いて利用条件に同意してください。',
  'way.vpn': '仕事で VPN やプロキシを使うなら、オンにしてください。',
  'way.where': 'ほかがすべて動くなら、メールサービス側の問題です。<where>どこで止まるかを見る</where>',
  'way.lockedLead':
    'Gatepass がアプリパスワードをしまえるように、キーチェーンを開いてください。コンピューターがキーチェーンのパスワードを尋ねます。これはあなた自身のもので、Gatepass のものではありません。',
  'way.lockedNotice': 'アプリパスワードはキーチェーンだけに保管され、ファイルに置かれることはありません。',
  'way.quotaLead':
    '{quota, plural, other {メールサーバーが許すのはメールボックスごとに # 個までで、すでにその数があります。取り消すものを一つ選んでください。それを使うメールアプリは止まります。}}',
  'way.quotaLegend': '取り消すアプリパスワード',
  'way.quotaMore': 'ほか {count} 個',
  'way.quotaHint': 'すべて必要なら、メールサーバーの管理者が上限を増やせます。',
  'way.quotaChoose': '取り消すものを選ぶ',
  'way.quotaGo': '{name} を取り消して続ける',
  'way.validUntil': '{date} まで有効',
  'way.noEnd': '期限なし',
  'way.code': '手伝ってくれる人へ: {code}',
  'way.stop': 'ここでやめる',
  'way.tryNow': '今すぐ試す',
  'way.unlock': 'ロックを解除してもう一度試す',
};
