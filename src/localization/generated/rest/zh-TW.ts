
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `以簡訊取得驗證碼`,
'ask-voice': `以語音來電取得驗證碼`,
'ask-whatsapp': `以 WhatsApp 取得驗證碼`,
'called': html`已致電 <span class="number">${0}</span>`,
'calling': html`正在致電 <span class="number">${0}</span>`,
'country-aliases': `KR: 韓國, 大韓民國; AE: 阿聯酋, 杜拜; US: 美利堅, 合眾國; GB: 英格蘭, 大不列顛; NL: 尼德蘭; CI: 象牙海岸; KP: 朝鮮; TH: 暹羅; CD: 剛果金; NZ: 新西蘭; SA: 沙特; GE: 格魯吉亞; IT: 義國`,
'create-account': `建立帳號`,
'error-account-blocked': `這個帳號已遭停用。`,
'error-account-exists': `這個手機號碼已經註冊。`,
'error-account-not-found': `這個手機號碼尚未註冊。`,
'error-captcha': `請先確認您不是機器人，然後再試一次。`,
'error-challenge-gone': `驗證碼已失效。`,
'error-credentials-invalid': `手機號碼或密碼錯誤。`,
'error-delivery-failed': `簡訊傳送失敗，請檢查手機號碼或再試一次。`,
'error-invalid-phone': `這個號碼無法接收簡訊，請再確認一次。`,
'error-just-sent': str`我們已傳送驗證碼至這個號碼。請在取得驗證碼的頁面輸入，或於 ${0}再試。`,
'error-misconfigured': `登入功能設定有誤，請通知網站管理員。`,
'error-password-rejected': `這個密碼太容易被猜到，請改用其他密碼。`,
'error-password-reused': `這是您的舊密碼，請設定新密碼。`,
'error-password-short': str`請輸入至少 ${0} 個字元。`,
'error-phone-blocked': `無法傳送簡訊至這個號碼，請改用其他號碼。`,
'error-phone-mismatch': `這不是您帳號的手機號碼。`,
'error-session-gone': `操作逾時，請重新開始。`,
'error-signup-disabled': `目前未開放註冊新帳號。`,
'error-unauthenticated': `請先登入，再試一次。`,
'forgot-password': `忘記密碼？`,
'heading-new-password': `設定新密碼`,
'heading-password': `輸入密碼`,
'heading-register-instead': `要建立帳號嗎？`,
'heading-sign-in-instead': `要改為登入嗎？`,
'help-resent': `還是沒收到？請檢查號碼與收訊狀況。手機可能封鎖了陌生寄件者。每次重新取得的等候時間都會更長。`,
'listen': `我們正在致電您。請接聽並輸入您聽到的驗證碼。`,
'mfa-elsewhere': `需要其他應用程式或裝置，無法在這裡設定。`,
'new-password': `新密碼`,
'number-landline': `這可能是市話。我們可以致電這個號碼。`,
'password': `密碼`,
'register-instead': html`手機號碼 <span class="number">${0}</span> 尚未註冊。`,
'save-password': `儲存密碼`,
'sent-to-whatsapp': html`已透過 WhatsApp 傳送至 <span class="number">${0}</span>`,
'sent-whatsapp': `驗證碼已透過 WhatsApp 送出。`,
'show-password': `顯示密碼`,
'sign-in': `登入`,
'sign-in-instead': html`手機號碼 <span class="number">${0}</span> 已經註冊。`,
'suggest-mfa': `登入時多一步驗證，帳號更安全。`,
'turn-on': `開啟`,
'use-code': `改用簡訊驗證碼登入`,
'use-password': `改用密碼登入`,
'will-call': html`我們將致電 <span class="number">${0}</span>`,
'will-whatsapp': html`我們將傳送 WhatsApp 訊息至 <span class="number">${0}</span>`,
    };
  