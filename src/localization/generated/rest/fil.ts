
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `I-text sa akin ang code`,
'ask-voice': `Tawagan ako para sa code`,
'ask-whatsapp': `Ipadala sa WhatsApp`,
'called': html`Tinawagan namin ang <span class="number">${0}</span>`,
'calling': html`Tinatawagan namin ang <span class="number">${0}</span>`,
'country-aliases': `US: Amerika, Estados Unidos; GB: Inglatera, Britanya; AE: Dubai, UAE; SA: Saudi; KR: Korea; NL: Olanda; JP: Hapon; CN: Tsina; ES: Espanya; DE: Alemanya; IT: Italya; MM: Burma; SG: Singapur`,
'create-account': `Gumawa ng account`,
'error-account-blocked': `Naka-block ang account na ito.`,
'error-account-exists': `May account na sa numerong ito.`,
'error-account-not-found': `Walang account na may ganitong numero.`,
'error-captcha': `Kumpirmahing hindi ka robot, saka subukan ulit.`,
'error-challenge-gone': `Hindi na valid ang code na ito.`,
'error-credentials-invalid': `Mali ang numero o ang password.`,
'error-delivery-failed': `Hindi naipadala ang text. Tingnan ang numero o subukan ulit.`,
'error-invalid-phone': `Hindi makakatanggap ng text ang numerong ito. Tingnan ulit.`,
'error-just-sent': str`Nag-text na kami ng code sa numerong ito. Gamitin iyon kung saan mo hiningi, o subukan ulit ${0}.`,
'error-misconfigured': `Hindi tama ang setup ng pag-sign in. Sabihan ang may-ari ng site.`,
'error-password-rejected': `Madaling hulaan ang password na ito. Pumili ng iba.`,
'error-password-reused': `Lumang password mo iyan. Pumili ng bago.`,
'error-password-short': str`Gumamit ng di-bababa sa ${0} character.`,
'error-phone-blocked': `Hindi kami makakapag-text sa numerong ito. Gumamit ng iba.`,
'error-phone-mismatch': `Hindi ito ang numero ng account mo.`,
'error-session-gone': `Tapos na ang session mo. Magsimula ulit.`,
'error-signup-disabled': `Hindi puwedeng gumawa ng bagong account dito.`,
'error-unauthenticated': `Mag-sign in muna, saka subukan ulit.`,
'forgot-password': `Nakalimutan ang password?`,
'heading-new-password': `Pumili ng bagong password`,
'heading-password': `Ilagay ang password mo`,
'heading-register-instead': `Gumawa ng account?`,
'heading-sign-in-instead': `Mag-sign in na lang?`,
'help-resent': `Wala pa rin? Tingnan ang numero at signal mo. Baka bina-block ng telepono mo ang mga di-kilalang nagpapadala. Humahaba ang paghihintay sa bawat ulit.`,
'listen': `Tinatawagan ka namin. Sagutin at ilagay ang code na maririnig mo.`,
'mfa-elsewhere': `Kailangan nito ng ibang app o device, at hindi ito mase-set up dito.`,
'new-password': `Bagong password`,
'number-landline': `Maaaring landline ito. Puwede namin itong tawagan.`,
'password': `Password`,
'register-instead': html`Wala pang account na may numerong <span class="number">${0}</span>.`,
'save-password': `I-save ang password`,
'sent-to-whatsapp': html`Ipinadala sa WhatsApp sa <span class="number">${0}</span>`,
'sent-whatsapp': `Nagpadala kami sa iyo ng code sa WhatsApp.`,
'show-password': `Ipakita ang password`,
'sign-in': `Mag-sign in`,
'sign-in-instead': html`May account na ang numerong <span class="number">${0}</span>.`,
'suggest-mfa': `Pinoprotektahan ng ikalawang hakbang sa pag-sign in ang account mo.`,
'turn-on': `I-on ito`,
'use-code': `I-text na lang sa akin ang code`,
'use-password': `Gamitin na lang ang password`,
'will-call': html`Tatawagan namin ang <span class="number">${0}</span>`,
'will-whatsapp': html`Magpapadala kami ng mensahe sa WhatsApp sa <span class="number">${0}</span>`,
    };
  