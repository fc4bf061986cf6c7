
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Hantar melalui SMS`,
'ask-voice': `Telefon saya dan sebut kodnya`,
'ask-whatsapp': `Hantar melalui WhatsApp`,
'called': html`Kami telah menelefon <span class="number">${0}</span>`,
'calling': html`Kami sedang menelefon <span class="number">${0}</span>`,
'country-aliases': `US: Amerika, AS; GB: England, Britain; NL: Holland; KR: Korea; AE: Emirat; SA: Saudi; CZ: Republik Czech; MM: Burma; CI: Pantai Gading; CD: Kongo, Zaire; TR: Turki; TL: Timor Timur; TH: Siam`,
'create-account': `Cipta akaun`,
'error-account-blocked': `Akaun ini disekat.`,
'error-account-exists': `Akaun dengan nombor ini sudah wujud.`,
'error-account-not-found': `Tiada akaun dengan nombor ini.`,
'error-captcha': `Sahkan bahawa anda bukan robot, kemudian cuba lagi.`,
'error-challenge-gone': `Kod ini tidak sah lagi.`,
'error-credentials-invalid': `Nombor atau kata laluan salah.`,
'error-delivery-failed': `SMS tidak dapat dihantar. Semak nombor atau cuba lagi.`,
'error-invalid-phone': `Nombor ini tidak boleh menerima SMS. Semak dan cuba lagi.`,
'error-just-sent': str`Kami telah menghantar kod ke nombor ini. Gunakan kod itu di tempat anda memintanya, atau cuba lagi ${0}.`,
'error-misconfigured': `Tetapan log masuk salah. Beritahu pemilik laman.`,
'error-password-rejected': `Kata laluan ini terlalu mudah diteka. Pilih yang lain.`,
'error-password-reused': `Itu kata laluan lama anda. Pilih yang baharu.`,
'error-password-short': str`Gunakan sekurang-kurangnya ${0} aksara.`,
'error-phone-blocked': `SMS tidak boleh dihantar ke nombor ini. Guna nombor lain.`,
'error-phone-mismatch': `Ini bukan nombor akaun anda.`,
'error-session-gone': `Sesi anda telah tamat. Mula semula.`,
'error-signup-disabled': `Akaun baharu tidak boleh dicipta di sini.`,
'error-unauthenticated': `Log masuk dahulu, kemudian cuba lagi.`,
'forgot-password': `Lupa kata laluan?`,
'heading-new-password': `Pilih kata laluan baharu`,
'heading-password': `Masukkan kata laluan`,
'heading-register-instead': `Mahu cipta akaun?`,
'heading-sign-in-instead': `Mahu log masuk?`,
'help-resent': `Masih belum terima? Semak nombor dan isyarat anda. Telefon anda mungkin menyekat penghantar yang tidak dikenali. Masa menunggu semakin lama setiap kali.`,
'listen': `Kami sedang menelefon anda. Jawab dan masukkan kod yang anda dengar.`,
'mfa-elsewhere': `Ia memerlukan aplikasi atau peranti lain dan tidak dapat disediakan di sini.`,
'new-password': `Kata laluan baharu`,
'number-landline': `Ini mungkin talian tetap. Kami boleh menelefonnya.`,
'password': `Kata laluan`,
'register-instead': html`Belum ada akaun dengan nombor <span class="number">${0}</span>.`,
'save-password': `Simpan kata laluan`,
'sent-to-whatsapp': html`Dihantar melalui WhatsApp ke <span class="number">${0}</span>`,
'sent-whatsapp': `Kami telah menghantar kod melalui WhatsApp.`,
'show-password': `Tunjukkan kata laluan`,
'sign-in': `Log masuk`,
'sign-in-instead': html`Akaun dengan nombor <span class="number">${0}</span> sudah wujud.`,
'suggest-mfa': `Langkah kedua semasa log masuk melindungi akaun anda.`,
'turn-on': `Hidupkan`,
'use-code': `Hantar kod melalui SMS`,
'use-password': `Guna kata laluan`,
'will-call': html`Kami akan menelefon <span class="number">${0}</span>`,
'will-whatsapp': html`Mesej WhatsApp akan dihantar ke <span class="number">${0}</span>`,
    };
  