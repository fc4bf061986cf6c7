
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Tuma msimbo kwa SMS`,
'ask-voice': `Nipigie simu unipe msimbo`,
'ask-whatsapp': `Tuma msimbo kupitia WhatsApp`,
'called': html`Tulipiga simu <span class="number">${0}</span>`,
'calling': html`Tunapiga simu <span class="number">${0}</span>`,
'country-aliases': `US: Amerika, Marekani; GB: Uingereza, Britania; NL: Holanzi; KR: Korea; AE: Dubai, Emirati; SA: Saudia; CD: Kongo, Zaire; EG: Misri; DE: Ujerumani; PT: Ureno; GR: Ugiriki; MM: Burma; IN: Bara Hindi`,
'create-account': `Fungua akaunti`,
'error-account-blocked': `Akaunti hii imezuiwa.`,
'error-account-exists': `Tayari kuna akaunti yenye nambari hii.`,
'error-account-not-found': `Hakuna akaunti yenye nambari hii.`,
'error-captcha': `Thibitisha kuwa wewe si roboti, kisha ujaribu tena.`,
'error-challenge-gone': `Msimbo huu hautumiki tena.`,
'error-credentials-invalid': `Nambari au nenosiri si sahihi.`,
'error-delivery-failed': `SMS haikutumwa. Kagua nambari au ujaribu tena.`,
'error-invalid-phone': `Nambari hii haiwezi kupokea SMS. Ikague na ujaribu tena.`,
'error-just-sent': str`Tayari tumetuma msimbo kwa nambari hii. Utumie pale ulipouomba, au ujaribu tena ${0}.`,
'error-misconfigured': `Mfumo wa kuingia una hitilafu. Mjulishe mmiliki wa tovuti.`,
'error-password-rejected': `Nenosiri hili ni rahisi kukisia. Chagua jingine.`,
'error-password-reused': `Hilo ni nenosiri lako la zamani. Chagua jipya.`,
'error-password-short': str`Tumia angalau herufi ${0}.`,
'error-phone-blocked': `Hatuwezi kutuma SMS kwa nambari hii. Tumia nyingine.`,
'error-phone-mismatch': `Hii si nambari ya akaunti yako.`,
'error-session-gone': `Kipindi chako kimeisha. Anza upya.`,
'error-signup-disabled': `Huwezi kufungua akaunti mpya hapa.`,
'error-unauthenticated': `Ingia kwanza, kisha ujaribu tena.`,
'forgot-password': `Umesahau nenosiri?`,
'heading-new-password': `Chagua nenosiri jipya`,
'heading-password': `Weka nenosiri lako`,
'heading-register-instead': `Je, ungependa kufungua akaunti?`,
'heading-sign-in-instead': `Je, ungependa kuingia?`,
'help-resent': `Bado hujapata? Kagua nambari na mtandao. Huenda simu yako inazuia watumaji usiowajua. Kila mara utasubiri muda mrefu zaidi.`,
'listen': `Tunakupigia simu. Pokea na uweke msimbo unaousikia.`,
'mfa-elsewhere': `Inahitaji programu au kifaa kingine, na haiwezi kuwashwa hapa.`,
'new-password': `Nenosiri jipya`,
'number-landline': `Huenda hii ni simu ya mezani. Tunaweza kuipigia.`,
'password': `Nenosiri`,
'register-instead': html`Bado hakuna akaunti yenye nambari <span class="number">${0}</span>.`,
'save-password': `Hifadhi nenosiri`,
'sent-to-whatsapp': html`Umetumwa kupitia WhatsApp kwa <span class="number">${0}</span>`,
'sent-whatsapp': `Tumekutumia msimbo kupitia WhatsApp.`,
'show-password': `Onyesha nenosiri`,
'sign-in': `Ingia`,
'sign-in-instead': html`Tayari kuna akaunti yenye nambari <span class="number">${0}</span>.`,
'suggest-mfa': `Hatua ya pili wakati wa kuingia hulinda akaunti yako.`,
'turn-on': `Washa`,
'use-code': `Pata msimbo kwa SMS badala yake`,
'use-password': `Tumia nenosiri badala yake`,
'will-call': html`Tutapiga simu <span class="number">${0}</span>`,
'will-whatsapp': html`Tutatuma ujumbe wa WhatsApp kwa <span class="number">${0}</span>`,
    };
  