import type { ShellWords } from './shell-words.ts';

/** Menus, tray and the page of the browser in Japanese. */
export const shellJa: ShellWords = {
  menu: {
    about: 'Gatepass について',
    services: 'サービス',
    hide: 'Gatepass を隠す',
    hideOthers: 'ほかを隠す',
    showAll: 'すべて表示',
    quit: 'Gatepass を終了',
    file: 'ファイル',
    preferences: '環境設定',
    close: 'ウインドウを閉じる',
    edit: '編集',
    undo: '取り消す',
    redo: 'やり直す',
    cut: '切り取り',
    copy: 'コピー',
    paste: '貼り付け',
    selectAll: 'すべて選択',
    view: '表示',
    actualSize: '実際のサイズ',
    zoomIn: '拡大',
    zoomOut: '縮小',
    fullScreen: 'フルスクリーン',
    developerTools: '開発者ツール',
    window: 'ウインドウ',
    minimize: 'しまう',
    zoom: '拡大／縮小',
    front: 'すべてを手前に移動',
    help: 'ヘルプ',
    helpPage: 'アプリパスワードについて',
    diagnosis: '診断',
  },
  tray: { name: 'Gatepass', show: 'Gatepass を表示', quit: 'Gatepass を終了' },
  browserPage: {
    language: 'ja',
    direction: 'ltr',
    pages: {
      'signed-in': {
        title: 'サインインしました',
        lead: 'このウインドウを閉じて、Gatepass に戻れます。',
        hint: 'このページは、お使いのコンピューターの Gatepass が表示しています。ここですることはもうありません。',
      },
      denied: {
        title: 'サインインしていません',
        lead: 'サインインは取り消されたか、拒否されました。何も作成も変更もされていません。',
        hint: 'このウインドウは閉じてかまいません。もう一度試すには Gatepass に戻ってください。',
      },
      failed: {
        title: 'サインインできませんでした',
        lead: 'サインインサービスが中止しました。何も作成も変更もされていません。',
        hint: 'このウインドウは閉じてかまいません。次にすることは Gatepass に表示されます。',
      },
    },
    said: '応答：',
  },
};
