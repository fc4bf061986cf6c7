
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `以短訊索取驗證碼`,
'ask-voice': `以電話索取驗證碼`,
'ask-whatsapp': `以 WhatsApp 索取驗證碼`,
'called': html`已致電 <span class="number">${0}</span>`,
'calling': html`正在致電 <span class="number">${0}</span>`,
'country-aliases': `KR: 韓國, 南韓; US: 美利堅, 合眾國; GB: 英格蘭, 大不列顛; AE: 阿聯酋, 杜拜; NL: 尼德蘭; CI: 象牙海岸; KP: 北韓; TH: 暹羅; CD: 剛果金; NZ: 新西蘭; SA: 沙特; GE: 喬治亞; IT: 意國`,
'create-account': `建立帳戶`,
'error-account-blocked': `此帳戶已被停用。`,
'error-account-exists': `此電話號碼已有登記帳戶。`,
'error-account-not-found': `此電話號碼尚未登記。`,
'error-captcha': `請先確認你不是機械人，然後再試一次。`,
'error-challenge-gone': `此驗證碼已失效。`,
'error-credentials-invalid': `電話號碼或密碼不正確。`,
'error-delivery-failed': `短訊未能發出，請核對電話號碼或再試一次。`,
'error-invalid-phone': `此號碼未能接收短訊，請核對號碼。`,
'error-just-sent': str`我們已向此號碼發送驗證碼。請在索取驗證碼的頁面輸入，或於 ${0}再試。`,
'error-misconfigured': `登入功能設定有誤，請通知網站管理員。`,
'error-password-rejected': `此密碼太容易被猜中，請選用其他密碼。`,
'error-password-reused': `這是你的舊密碼，請設定新密碼。`,
'error-password-short': str`請輸入至少 ${0} 個字元。`,
'error-phone-blocked': `未能向此號碼發送短訊，請改用其他號碼。`,
'error-phone-mismatch': `這不是你帳戶的電話號碼。`,
'error-session-gone': `操作逾時，請重新開始。`,
'error-signup-disabled': `目前不開放登記新帳戶。`,
'error-unauthenticated': `請先登入，然後再試一次。`,
'forgot-password': `忘記密碼？`,
'heading-new-password': `設定新密碼`,
'heading-password': `輸入密碼`,
'heading-register-instead': `要建立帳戶嗎？`,
'heading-sign-in-instead': `要改為登入嗎？`,
'help-resent': `仍未收到？請核對號碼並檢查網絡訊號。你的電話可能封鎖了不明發送者。每次重新索取的等候時間都會更長。`,
'listen': `我們正在致電你。請接聽並輸入你聽到的驗證碼。`,
'mfa-elsewhere': `需要其他應用程式或裝置，未能在此設定。`,
'new-password': `新密碼`,
'number-landline': `這可能是固網電話。我們可以致電此號碼。`,
'password': `密碼`,
'register-instead': html`電話號碼 <span class="number">${0}</span> 尚未登記。`,
'save-password': `儲存密碼`,
'sent-to-whatsapp': html`已透過 WhatsApp 發送至 <span class="number">${0}</span>`,
'sent-whatsapp': `驗證碼已透過 WhatsApp 發出。`,
'show-password': `顯示密碼`,
'sign-in': `登入`,
'sign-in-instead': html`電話號碼 <span class="number">${0}</span> 已有登記帳戶。`,
'suggest-mfa': `登入時多一步驗證，帳戶更安全。`,
'turn-on': `開啟`,
'use-code': `改用短訊驗證碼登入`,
'use-password': `改用密碼登入`,
'will-call': html`我們將致電 <span class="number">${0}</span>`,
'will-whatsapp': html`驗證碼將透過 WhatsApp 發送至 <span class="number">${0}</span>`,
    };
  