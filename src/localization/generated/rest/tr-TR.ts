
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `SMS ile gönder`,
'ask-voice': `Beni arayıp kodu söyle`,
'ask-whatsapp': `WhatsApp ile gönder`,
'called': html`<span class="number">${0}</span> numarasını aradık`,
'calling': html`<span class="number">${0}</span> numarasını arıyoruz`,
'country-aliases': `US: Amerika, ABD; GB: İngiltere, Britanya; NL: Felemenk, Hollanda; KR: Kore; AE: Emirlikler, BAE; CI: Fildişi Sahili; BY: Beyaz Rusya; CZ: Çek Cumhuriyeti; MM: Burma, Birmanya; CD: Zaire; MK: Makedonya; IR: Acemistan`,
'create-account': `Hesap oluştur`,
'error-account-blocked': `Bu hesap engellenmiş.`,
'error-account-exists': `Bu numaraya ait bir hesap zaten var.`,
'error-account-not-found': `Bu numaraya ait bir hesap bulunamadı.`,
'error-captcha': `Robot olmadığınızı doğrulayıp tekrar deneyin.`,
'error-challenge-gone': `Bu kod artık geçerli değil.`,
'error-credentials-invalid': `Numara veya şifre hatalı.`,
'error-delivery-failed': `SMS gönderilemedi. Numarayı kontrol edin veya tekrar deneyin.`,
'error-invalid-phone': `Bu numara SMS alamıyor. Numarayı kontrol edin.`,
'error-just-sent': str`Bu numaraya zaten kod gönderdik. Kodu talep ettiğiniz yerde girin veya ${0} tekrar deneyin.`,
'error-misconfigured': `Giriş doğru ayarlanmamış. Site sahibine bildirin.`,
'error-password-rejected': `Bu şifreyi tahmin etmek çok kolay. Başka bir şifre belirleyin.`,
'error-password-reused': `Bu, eski şifreniz. Yeni bir şifre belirleyin.`,
'error-password-short': str`En az ${0} karakter kullanın.`,
'error-phone-blocked': `Bu numara kullanılamaz. Başka bir numara girin.`,
'error-phone-mismatch': `Bu, hesabınızın numarası değil.`,
'error-session-gone': `Oturumunuzun süresi doldu. Baştan başlayın.`,
'error-signup-disabled': `Yeni hesap açılamıyor.`,
'error-unauthenticated': `Önce giriş yapın, sonra tekrar deneyin.`,
'forgot-password': `Şifrenizi mi unuttunuz?`,
'heading-new-password': `Yeni şifrenizi belirleyin`,
'heading-password': `Şifrenizi girin`,
'heading-register-instead': `Hesap oluşturmak ister misiniz?`,
'heading-sign-in-instead': `Giriş yapmak ister misiniz?`,
'help-resent': `Yine gelmedi mi? Numarayı ve şebekenizi kontrol edin. Telefonunuz bilinmeyen gönderenleri engelliyor olabilir. Bekleme süresi her seferinde uzar.`,
'listen': `Sizi arıyoruz. Telefonu açın ve duyduğunuz kodu girin.`,
'mfa-elsewhere': `Başka bir uygulama veya cihaz gerekiyor, burada açılamaz.`,
'new-password': `Yeni şifre`,
'number-landline': `Bu bir sabit hat olabilir. Arayabiliriz.`,
'password': `Şifre`,
'register-instead': html`<span class="number">${0}</span> numarasına ait bir hesap henüz yok.`,
'save-password': `Şifreyi kaydet`,
'sent-to-whatsapp': html`Kod WhatsApp ile <span class="number">${0}</span> numarasına gönderildi`,
'sent-whatsapp': `Doğrulama kodunu WhatsApp ile gönderdik.`,
'show-password': `Şifreyi göster`,
'sign-in': `Giriş yap`,
'sign-in-instead': html`<span class="number">${0}</span> numarasına ait bir hesap zaten var.`,
'suggest-mfa': `Girişte ikinci bir adım hesabınızı korur.`,
'turn-on': `Aç`,
'use-code': `Bunun yerine kod gönder`,
'use-password': `Bunun yerine şifreyi kullan`,
'will-call': html`<span class="number">${0}</span> numarasını arayacağız`,
'will-whatsapp': html`<span class="number">${0}</span> numarasına WhatsApp mesajı göndereceğiz`,
    };
  