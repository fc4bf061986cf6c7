
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Kirim lewat SMS`,
'ask-voice': `Telepon saya dan sebutkan kodenya`,
'ask-whatsapp': `Kirim lewat WhatsApp`,
'called': html`Kami telah menelepon <span class="number">${0}</span>`,
'calling': html`Kami sedang menelepon <span class="number">${0}</span>`,
'country-aliases': `US: AS, Amerika; GB: Inggris, Britania; NL: Holland; KR: Korea; AE: Uni Emirat, Emirat; SA: Arab Saudi, Saudi; CZ: Republik Ceko; MM: Burma, Birma; CI: Pantai Gading; BY: Belarusia; CD: Kongo, Zaire; TR: Turkiye; CN: Tiongkok, China`,
'create-account': `Buat akun`,
'error-account-blocked': `Akun ini diblokir.`,
'error-account-exists': `Akun dengan nomor ini sudah ada.`,
'error-account-not-found': `Tidak ada akun dengan nomor ini.`,
'error-captcha': `Konfirmasi bahwa Anda bukan robot, lalu coba lagi.`,
'error-challenge-gone': `Kode ini tidak berlaku lagi.`,
'error-credentials-invalid': `Nomor atau kata sandi salah.`,
'error-delivery-failed': `SMS tidak terkirim. Periksa nomornya atau coba lagi.`,
'error-invalid-phone': `Nomor ini tidak dapat menerima SMS. Periksa lalu coba lagi.`,
'error-just-sent': str`Kami sudah mengirim kode ke nomor ini. Gunakan di tempat Anda memintanya, atau coba lagi ${0}.`,
'error-misconfigured': `Fitur masuk belum diatur dengan benar. Beri tahu pemilik situs.`,
'error-password-rejected': `Kata sandi ini terlalu mudah ditebak. Pilih yang lain.`,
'error-password-reused': `Itu kata sandi lama Anda. Pilih yang baru.`,
'error-password-short': str`Gunakan minimal ${0} karakter.`,
'error-phone-blocked': `SMS tidak dapat dikirim ke nomor ini. Gunakan nomor lain.`,
'error-phone-mismatch': `Ini bukan nomor akun Anda.`,
'error-session-gone': `Sesi Anda telah berakhir. Mulai lagi.`,
'error-signup-disabled': `Akun baru tidak dapat dibuat di sini.`,
'error-unauthenticated': `Masuk dulu, lalu coba lagi.`,
'forgot-password': `Lupa kata sandi?`,
'heading-new-password': `Pilih kata sandi baru`,
'heading-password': `Masukkan kata sandi`,
'heading-register-instead': `Ingin membuat akun?`,
'heading-sign-in-instead': `Ingin masuk saja?`,
'help-resent': `Belum juga menerima kode? Periksa nomor dan sinyal Anda. Ponsel Anda mungkin memblokir pengirim tak dikenal. Waktu tunggu makin lama setiap kali.`,
'listen': `Kami sedang menelepon Anda. Angkat dan masukkan kode yang Anda dengar.`,
'mfa-elsewhere': `Perlu aplikasi atau perangkat lain, dan tidak bisa diaktifkan di sini.`,
'new-password': `Kata sandi baru`,
'number-landline': `Ini mungkin telepon rumah. Kami bisa meneleponnya.`,
'password': `Kata sandi`,
'register-instead': html`Belum ada akun dengan nomor <span class="number">${0}</span>.`,
'save-password': `Simpan kata sandi`,
'sent-to-whatsapp': html`Dikirim lewat WhatsApp ke <span class="number">${0}</span>`,
'sent-whatsapp': `Kami telah mengirim kode lewat WhatsApp.`,
'show-password': `Tampilkan kata sandi`,
'sign-in': `Masuk`,
'sign-in-instead': html`Akun dengan nomor <span class="number">${0}</span> sudah ada.`,
'suggest-mfa': `Langkah kedua saat masuk melindungi akun Anda.`,
'turn-on': `Aktifkan`,
'use-code': `Kirim kode lewat SMS saja`,
'use-password': `Gunakan kata sandi saja`,
'will-call': html`Kami akan menelepon <span class="number">${0}</span>`,
'will-whatsapp': html`Pesan WhatsApp akan dikirim ke <span class="number">${0}</span>`,
    };
  