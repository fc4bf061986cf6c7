
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Elküldés SMS-ben`,
'ask-voice': `Kód kérése telefonhívással`,
'ask-whatsapp': `Elküldés WhatsAppon`,
'called': html`Felhívtuk ezt a számot: <span class="number">${0}</span>`,
'calling': html`Most hívjuk ezt a számot: <span class="number">${0}</span>`,
'country-aliases': `US: Amerika, USA; GB: Anglia, Nagy-Britannia; NL: Hollandia; KR: Korea; AE: Emirátusok; CZ: Cseh Köztársaság; CI: Elefántcsontpart; MM: Burma; BY: Fehéroroszország; CD: Kongói Demokratikus Köztársaság; MK: Macedónia; IR: Perzsia`,
'create-account': `Fiók létrehozása`,
'error-account-blocked': `Ez a fiók le van tiltva.`,
'error-account-exists': `Már van fiók ezzel a telefonszámmal.`,
'error-account-not-found': `Nincs fiók ezzel a telefonszámmal.`,
'error-captcha': `Erősítse meg, hogy nem robot, majd próbálja újra.`,
'error-challenge-gone': `A kód már nem érvényes.`,
'error-credentials-invalid': `A telefonszám vagy a jelszó hibás.`,
'error-delivery-failed': `SMS-küldési hiba. Ellenőrizze a számot, vagy próbálja újra.`,
'error-invalid-phone': `Ez a szám nem tud SMS-t fogadni. Ellenőrizze a számot.`,
'error-just-sent': str`Erre a számra már küldtünk kódot. Ott írja be, ahol kérte, vagy próbálja újra ${0}.`,
'error-misconfigured': `Hibás a bejelentkezés beállítása. Szóljon a webhely tulajdonosának.`,
'error-password-rejected': `Ez a jelszó túl könnyen kitalálható. Válasszon másikat.`,
'error-password-reused': `Ez a régi jelszava. Válasszon újat.`,
'error-password-short': str`Legalább ${0} karaktert adjon meg.`,
'error-phone-blocked': `Erre a számra nem küldhető SMS. Adjon meg másikat.`,
'error-phone-mismatch': `Ez nem a fiókjához tartozó szám.`,
'error-session-gone': `A munkamenet lejárt. Kezdje elölről.`,
'error-signup-disabled': `Itt nem hozható létre új fiók.`,
'error-unauthenticated': `Előbb jelentkezzen be, majd próbálja újra.`,
'forgot-password': `Elfelejtette a jelszavát?`,
'heading-new-password': `Válasszon új jelszót`,
'heading-password': `Adja meg a jelszavát`,
'heading-register-instead': `Létrehoz egy fiókot?`,
'heading-sign-in-instead': `Inkább bejelentkezik?`,
'help-resent': `Még mindig semmi? Ellenőrizze a számot és a térerőt. A telefonja letilthatja az ismeretlen feladókat. Minden várakozás hosszabb az előzőnél.`,
'listen': `Hívjuk Önt. Vegye fel, és írja be a hallott kódot.`,
'mfa-elsewhere': `Másik alkalmazás vagy eszköz kell hozzá, itt nem állítható be.`,
'new-password': `Új jelszó`,
'number-landline': `Ez vezetékes szám lehet. Fel tudjuk hívni.`,
'password': `Jelszó`,
'register-instead': html`Még nincs fiók ezzel a számmal: <span class="number">${0}</span>`,
'save-password': `Jelszó mentése`,
'sent-to-whatsapp': html`Elküldve WhatsAppon ide: <span class="number">${0}</span>`,
'sent-whatsapp': `Elküldtük a kódot WhatsAppon.`,
'show-password': `Jelszó megjelenítése`,
'sign-in': `Bejelentkezés`,
'sign-in-instead': html`Már van fiók ezzel a számmal: <span class="number">${0}</span>`,
'suggest-mfa': `A bejelentkezés második lépése védi a fiókját.`,
'turn-on': `Bekapcsolás`,
'use-code': `Inkább kódot kérek SMS-ben`,
'use-password': `Inkább jelszóval jelentkezem be`,
'will-call': html`Felhívjuk ezt a számot: <span class="number">${0}</span>`,
'will-whatsapp': html`WhatsApp-üzenetet küldünk ide: <span class="number">${0}</span>`,
    };
  