
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `문자로 받기`,
'ask-voice': `전화로 인증번호 받기`,
'ask-whatsapp': `WhatsApp으로 받기`,
'called': html`<span class="number">${0}</span> 번호로 전화했습니다`,
'calling': html`<span class="number">${0}</span> 번호로 전화를 거는 중입니다`,
'country-aliases': `AU: 호주; TR: 터키; US: 아메리카, 유에스에이; GB: 잉글랜드, 영국; NL: 홀란드; KR: 한국, 남한; KP: 북조선; TW: 중화민국; MM: 버마; CI: 아이보리코스트; CZ: 체코 공화국; GE: 그루지야; CD: 콩고민주공화국; AE: 아랍에미리트, 두바이`,
'create-account': `회원가입`,
'error-account-blocked': `이용이 정지된 계정입니다.`,
'error-account-exists': `이미 가입된 휴대폰 번호입니다.`,
'error-account-not-found': `이 번호로 가입된 계정이 없습니다.`,
'error-captcha': `로봇이 아님을 확인한 후 다시 시도해 주세요.`,
'error-challenge-gone': `더 이상 유효하지 않은 인증번호입니다.`,
'error-credentials-invalid': `번호 또는 비밀번호가 올바르지 않습니다.`,
'error-delivery-failed': `문자를 보내지 못했습니다. 번호를 확인하거나 다시 시도해 주세요.`,
'error-invalid-phone': `문자를 받을 수 없는 번호입니다. 번호를 확인해 주세요.`,
'error-just-sent': str`이 번호로 이미 인증번호를 보냈습니다. 요청한 화면에서 입력하거나 ${0} 다시 시도해 주세요.`,
'error-misconfigured': `로그인 설정에 오류가 있습니다. 사이트 관리자에게 알려 주세요.`,
'error-password-rejected': `추측하기 쉬운 비밀번호입니다. 다른 비밀번호를 입력해 주세요.`,
'error-password-reused': `기존 비밀번호와 같습니다. 새 비밀번호를 입력해 주세요.`,
'error-password-short': str`${0}자 이상 입력해 주세요.`,
'error-phone-blocked': `이 번호로는 문자를 보낼 수 없습니다. 다른 번호를 입력해 주세요.`,
'error-phone-mismatch': `계정에 등록된 번호가 아닙니다.`,
'error-session-gone': `세션이 만료되었습니다. 처음부터 다시 시작해 주세요.`,
'error-signup-disabled': `현재 신규 가입을 받지 않습니다.`,
'error-unauthenticated': `먼저 로그인한 후 다시 시도해 주세요.`,
'forgot-password': `비밀번호를 잊으셨나요?`,
'heading-new-password': `새 비밀번호 설정`,
'heading-password': `비밀번호 입력`,
'heading-register-instead': `회원가입하시겠습니까?`,
'heading-sign-in-instead': `로그인하시겠습니까?`,
'help-resent': `아직 못 받으셨나요? 번호와 신호 상태를 확인해 주세요. 모르는 발신자의 문자가 차단되었을 수 있습니다. 대기 시간은 매번 길어집니다.`,
'listen': `전화를 걸고 있습니다. 전화를 받아 들리는 인증번호를 입력해 주세요.`,
'mfa-elsewhere': `다른 앱이나 기기가 필요하여 여기서는 설정할 수 없습니다.`,
'new-password': `새 비밀번호`,
'number-landline': `유선 전화일 수 있습니다. 전화로 알려 드릴 수 있습니다.`,
'password': `비밀번호`,
'register-instead': html`<span class="number">${0}</span> 번호로 가입된 계정이 아직 없습니다.`,
'save-password': `비밀번호 저장`,
'sent-to-whatsapp': html`WhatsApp으로 <span class="number">${0}</span> 번호에 보냈습니다`,
'sent-whatsapp': `인증번호를 WhatsApp으로 보냈습니다.`,
'show-password': `비밀번호 표시`,
'sign-in': `로그인`,
'sign-in-instead': html`<span class="number">${0}</span> 번호로 가입된 계정이 이미 있습니다.`,
'suggest-mfa': `로그인할 때 한 번 더 확인하면 계정이 더 안전해집니다.`,
'turn-on': `켜기`,
'use-code': `인증번호로 로그인`,
'use-password': `비밀번호로 로그인`,
'will-call': html`<span class="number">${0}</span> 번호로 전화를 겁니다`,
'will-whatsapp': html`WhatsApp으로 <span class="number">${0}</span> 번호에 보내 드립니다`,
    };
  