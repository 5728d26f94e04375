import type { Faults } from './faults.en.ts';

/** The words of each fault in Japanese. */
export const faultsJa: Faults = {
  'input.invalid': {
    happened: 'Gatepass には次の内容がわかりません: {what}',
    now: '戻って、もう一度入力してください。',
  },
  'input.address': {
    happened: '「{address}」はメールアドレスではありません。',
    now: 'アドレス全体を入力してください。例: mara@fernwood.example',
  },
  'input.server-needed': {
    happened: '{address} のメールサーバーが見つかりませんでした。',
    now: '下にそのアドレスを入力してください。メールの担当者が知っています。',
  },
  'input.unknown-mail-app': {
    happened: 'Gatepass はメールアプリ「{app}」を知りません。',
    now: '別のものを選ぶか、設定を手で入力してください。',
  },
  'input.insecure-url': {
    happened: '「{url}」は安全なアドレスではありません。',
    now: 'https:// で始まるアドレスを使ってください。パスワードが http で送られることはありません。',
  },
  'signin.cancelled': {
    happened: 'サインインはキャンセルされました。何も作られず、何も変わっていません。',
    now: 'いつでもやり直せます。',
  },
  'signin.timeout': {
    happened: '時間内にブラウザーから戻りませんでした。何も作られず、何も変わっていません。',
    now: 'もう一度始めて、開いたページでサインインを終えてください。',
  },
  'signin.denied': {
    happened:
      '{issuer} でサインインが断られました。キャンセルが押されたか、Gatepass の利用が許可されていません。何も作られず、何も変わっていません。',
    now: 'もう一度始めてください。また断られるときは、サインインの管理者に尋ねてください。',
  },
  'signin.mismatch': {
    happened:
      '{issuer} の応答はこのサインインのものではありません ({check})。安全のため、Gatepass はここで止まりました。',
    now: 'もう一度始めてください。繰り返すときは、これをメールの担当者に見せてください。',
  },
  'signin.provider-refused': {
    happened: '{issuer} がサインインを終えませんでした:「{error}」',
    now: 'もう一度始めてください。変わらないときは、これをメールの担当者に見せてください。',
  },
  'signin.provider-broken': {
    happened: '{issuer} の応答を理解できません ({check})。',
    now: '数分後にもう一度試してください。変わらないときは、これをメールの担当者に見せてください。',
  },
  'signin.client-unknown': {
    happened: '{issuer} は「{clientId}」という名前の Gatepass を知りません。',
    now: 'サインインの管理者が登録できます。戻り先 http://127.0.0.1/callback を持つ公開ネイティブクライアントです。',
  },
  'signin.redirect-refused': {
    happened: '{issuer} は Gatepass がこのコンピューターに戻ることを許していません。',
    now: 'サインインの管理者が許可できます。「{clientId}」の戻り先 http://127.0.0.1/callback を、すべてのポートで許可します。',
  },
  'signin.wrong-person': {
    happened:
      '{address} のはずですが、メールサーバーによるとサインインしたのは {login} です。アプリパスワードは作られていません。',
    now: '{address} としてサインインし直してください。',
  },
  'signin.no-device-code': {
    happened: '{issuer} は「{clientId}」にコードでのサインインを許可していません。',
    now: 'ブラウザーでサインインしてください。',
  },
  'signin.first': {
    happened: 'このコンピューターでは、まだ誰もサインインしていません。',
    now: 'メールアドレスの入力から始めてください。',
  },
  'signin.needed': {
    happened: '{address} のサインインの期限が切れました ({reason})。',
    now: 'もう一度サインインしてください。その間もメールアプリは使えます。',
  },
  'signin.port-taken': {
    happened: 'ブラウザーが戻るための入口 (ポート {port}) を、別のプログラムが使っています。',
    now: 'そのプログラムを閉じて、もう一度試してください。',
  },
  'issuer.unreachable': {
    happened: 'サインインのページ {issuer} につながりません ({reason})。',
    now: '接続を確かめて、もう一度試してください。ほかの人もサインインできないなら、停止しています。',
  },
  'issuer.invalid': {
    happened: 'サインインのページ {issuer} の説明が信頼できません ({check})。',
    now: 'アドレスを確かめるか、これをメールの担当者に見せてください。',
  },
  'issuer.unknown': {
    happened: 'メールサーバー {server} はサインイン先を公開していません。',
    now: '下にそのページのアドレスを入力してください。メールの担当者が知っています。',
  },
  'network.offline': {
    happened: 'このコンピューターはオフラインです。',
    now: 'インターネットに接続して、もう一度試してください。',
  },
  'network.unknown-host': {
    happened: '{host} というコンピューターがないか、ネットワークから見つかりません。',
    now: 'つづりを確かめてください。正しければ、別のネットワークを試してください。',
  },
  'network.refused': {
    happened: '{host} がポート {port} で応答しません。ネットワークかサーバーに止められています。',
    now: 'スマートフォンのテザリングなど、別のネットワークで試してください。',
  },
  'network.reset': { happened: '{host} との接続が切れました。', now: 'もう一度試してください。' },
  'network.timeout': {
    happened: '{host} が時間内に応答しませんでした。',
    now: '数分後に試すか、別のネットワークを使ってください。',
  },
  'network.tls': {
    happened: '{host} との接続は安全ではありません: {reason}。何も送られていません。',
    now: '知らないネットワークでは続けないでください。これをメールの担当者に見せてください。',
  },
  'network.redirected': {
    happened: '{host} が別のアドレスへ案内していますが、安全のため Gatepass は従いません。',
    now: 'これをメールの担当者に見せてください。',
  },
  'server.not-stalwart': {
    happened: '{server} の応答は Stalwart メールサーバーのものではありません。',
    now: 'アドレスを確かめてください。正しければ、これをメールの担当者に見せてください。',
  },
  'server.rejected-token': {
    happened: 'サインインはできましたが、メールサーバー {server} が受け付けません。{finding}',
    now: 'これをメールの担当者に見せてください。{change}',
  },
  'server.forbidden': {
    happened: 'メールサーバーが許可していません: {what}',
    now: '自分のアプリパスワードを管理する権限を、メールの担当者に頼んでください。',
  },
  'server.limited': {
    happened: 'メールサーバーが、間隔を空けるよう求めています。',
    now: '{seconds, plural, other {# 秒後にもう一度試してください。}}',
  },
  'server.banned': {
    happened: 'ログインの失敗が多かったため、メールサーバーがこのネットワークを止めています。',
    now: '古いパスワードが残るメールアプリを閉じてから、メールの担当者に解除を頼んでください。',
  },
  'server.broken': {
    happened: 'メールサーバー {server} の応答を理解できません ({what})。',
    now: '数分後にもう一度試してください。変わらないときは、これをメールの担当者に見せてください。',
  },
  'server.too-old': {
    happened:
      'メールサーバーが古すぎます。Stalwart 0.13.2 より前では、{issuer} でサインインする人はアプリパスワードを持てません。',
    now: 'メールの担当者に更新を頼んでください。何も作られず、何も変わっていません。',
  },
  'server.wipes-app-passwords': {
    happened:
      'メールサーバーの Stalwart {version} は、次のサインインでアプリパスワードをすべて消します。Gatepass はここでは作りません。',
    now: 'メールの担当者に 0.14.1 以降への更新を頼んでください。',
  },
  'server.bootstrap': {
    happened: 'メールサーバーはまだ準備中です。',
    now: '準備が終わったら、もう一度試してください。',
  },
  'server.quota': {
    happened:
      '{quota, plural, other {メールサーバーが許すアプリパスワードは # 個で、すでにその数があります。期限切れのものも数えます。}}',
    now: '要らないものを一つ取り消してください。',
  },
  'server.refused': {
    happened: 'メールサーバーが実行しませんでした: {what}。何も作られず、何も変わっていません。',
    now: 'これをメールの担当者に見せてください。',
  },
  'password.not-found': {
    happened: 'このアプリパスワードはもうありません。',
    now: '「メールアプリ」のページに、今あるものが表示されます。',
  },
  'password.proof-refused': {
    happened: '新しいアプリパスワードを試しましたが、断られました: {what}。Gatepass はこれを渡しません。',
    now: 'これをメールの担当者に見せてください。{change}',
  },
  'password.lost-answer': {
    happened: 'アプリパスワードを作る途中で接続が切れました。',
    now: 'もう一度試してください。「メールアプリ」に覚えのないものが現れたら、取り消してください。',
  },
  'account.not-found': {
    happened: 'Gatepass はメールボックス「{account}」を知りません。',
    now: 'まずそのメールボックスでサインインしてください。',
  },
  'vault.missing': {
    happened:
      'このコンピューターには、Gatepass が使えるキーチェーンがありません ({reason})。パスワードはほかの場所には保管されません。',
    now: 'Linux では GNOME Keyring、KWallet、KeePassXC のどれかを入れて起動し、もう一度試してください。',
  },
  'vault.locked': {
    happened: 'キーチェーンがロックされています。',
    now: 'ロックを解除して、もう一度試してください。何も失われていません。',
  },
  'vault.timeout': {
    happened: 'キーチェーンが時間内に応答しませんでした。ロックの解除を待っているのかもしれません。',
    now: 'そのウィンドウを探してロックを解除し、もう一度試してください。何も失われていません。',
  },
  'vault.refused': {
    happened: 'キーチェーンがパスワードを保管しないか、渡しませんでした ({reason})。',
    now: 'ロックを解除するか再起動して、もう一度試してください。何も失われていません。',
  },
  'state.corrupt': {
    happened: 'Gatepass のファイルが壊れていたため、{aside} として退避しました。',
    now: 'もう一度サインインしてください。アプリパスワードはキーチェーンとサーバーに無事に残っています。',
  },
  'state.unwritable': {
    happened: 'Gatepass は {path} に書き込めません。',
    now: '空きを作るか、フォルダーの権限を直して、もう一度試してください。',
  },
  bug: {
    happened: 'Gatepass の中で問題が起きました。',
    now: 'もう一度試してください。繰り返すときはお知らせください。記録は {log} にあります。',
  },
};
