
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `SMS で受け取る`,
'ask-voice': `電話でコードを受け取る`,
'ask-whatsapp': `WhatsApp で受け取る`,
'called': html`<span class="number">${0}</span> に電話しました`,
'calling': html`<span class="number">${0}</span> に電話しています`,
'country-aliases': `US: 米国, 合衆国, べいこく; GB: 英国, イングランド, えいこく; KR: 大韓民国, かんこく, 南朝鮮; CN: ちゅうごく; JP: にほん, にっぽん; TW: たいわん; NL: ネーデルラント; CI: 象牙海岸; MM: ビルマ; KP: きたちょうせん; AE: アラブ首長国, ドバイ; GE: グルジア; DE: 独逸`,
'create-account': `アカウントを作成`,
'error-account-blocked': `このアカウントは利用が停止されています。`,
'error-account-exists': `この電話番号はすでに登録されています。`,
'error-account-not-found': `この電話番号は登録されていません。`,
'error-captcha': `ロボットではないことを確認し、もう一度お試しください。`,
'error-challenge-gone': `このコードは無効になりました。`,
'error-credentials-invalid': `電話番号またはパスワードが間違っています。`,
'error-delivery-failed': `SMS を送信できません。番号を確認し、再度お試しください。`,
'error-invalid-phone': `SMS を受信できない番号です。番号をご確認ください。`,
'error-just-sent': str`この番号には認証コードを送信済みです。送信を依頼した画面で入力するか、${0}にもう一度お試しください。`,
'error-misconfigured': `ログイン設定に誤りがあります。サイト管理者にご連絡ください。`,
'error-password-rejected': `推測されやすいパスワードです。別のパスワードにしてください。`,
'error-password-reused': `以前と同じパスワードです。別のパスワードにしてください。`,
'error-password-short': str`${0} 文字以上で入力してください。`,
'error-phone-blocked': `この番号には送信できません。別の番号をお使いください。`,
'error-phone-mismatch': `この番号は登録されている電話番号ではありません。`,
'error-session-gone': `セッションが切れました。最初からやり直してください。`,
'error-signup-disabled': `現在、新規登録は受け付けていません。`,
'error-unauthenticated': `ログインしてから、もう一度お試しください。`,
'forgot-password': `パスワードをお忘れですか？`,
'heading-new-password': `新しいパスワードを設定`,
'heading-password': `パスワードを入力`,
'heading-register-instead': `アカウントを作成しますか？`,
'heading-sign-in-instead': `ログインしますか？`,
'help-resent': `まだ届きませんか？番号と電波状況をご確認ください。不明な送信元からの SMS がブロックされている場合もあります。再送信までの待ち時間は毎回長くなります。`,
'listen': `電話をかけています。応答して、聞こえたコードを入力してください。`,
'mfa-elsewhere': `別のアプリや端末が必要なため、ここでは設定できません。`,
'new-password': `新しいパスワード`,
'number-landline': `固定電話の可能性があります。電話でコードをお伝えできます。`,
'password': `パスワード`,
'register-instead': html`<span class="number">${0}</span> はまだ登録されていません。`,
'save-password': `パスワードを保存`,
'sent-to-whatsapp': html`WhatsApp で <span class="number">${0}</span> に送信しました`,
'sent-whatsapp': `認証コードを WhatsApp で送信しました。`,
'show-password': `パスワードを表示`,
'sign-in': `ログイン`,
'sign-in-instead': html`<span class="number">${0}</span> はすでに登録されています。`,
'suggest-mfa': `ログイン時の 2 段階目の確認が、アカウントを守ります。`,
'turn-on': `有効にする`,
'use-code': `認証コードでログイン`,
'use-password': `パスワードでログイン`,
'will-call': html`<span class="number">${0}</span> に電話します`,
'will-whatsapp': html`<span class="number">${0}</span> に WhatsApp メッセージを送信します`,
    };
  