
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Poslat v SMS`,
'ask-voice': `Zavolat mi s kódem`,
'ask-whatsapp': `Poslat přes WhatsApp`,
'called': html`Volali jsme na <span class="number">${0}</span>`,
'calling': html`Voláme na <span class="number">${0}</span>`,
'country-aliases': `US: Amerika, Spojené státy; GB: Anglie, Velká Británie; NL: Holandsko; KR: Korea; AE: Emiráty; CZ: Česká republika, Čechy; CI: Pobřeží slonoviny; MM: Barma; BY: Bílé Rusko; CD: Demokratická republika Kongo, Zair; MK: Makedonie; IR: Persie`,
'create-account': `Vytvořit účet`,
'error-account-blocked': `Tento účet je zablokovaný.`,
'error-account-exists': `Účet s tímto číslem už existuje.`,
'error-account-not-found': `Účet s tímto číslem neexistuje.`,
'error-captcha': `Potvrďte, že nejste robot, a zkuste to znovu.`,
'error-challenge-gone': `Kód už neplatí.`,
'error-credentials-invalid': `Číslo nebo heslo je nesprávné.`,
'error-delivery-failed': `SMS se nepodařilo odeslat. Ověřte číslo, nebo to zkuste znovu.`,
'error-invalid-phone': `Na toto číslo nelze poslat SMS. Zkontrolujte ho.`,
'error-just-sent': str`Na toto číslo jsme už kód poslali. Zadejte ho tam, kde jste o něj požádali, nebo to zkuste znovu ${0}.`,
'error-misconfigured': `Přihlášení je špatně nastavené. Dejte vědět správci webu.`,
'error-password-rejected': `Toto heslo lze snadno uhodnout. Zvolte jiné.`,
'error-password-reused': `Toto je vaše staré heslo. Zvolte nové.`,
'error-password-short': str`Zadejte alespoň ${0} znaků.`,
'error-phone-blocked': `Na toto číslo SMS neposíláme. Zadejte jiné.`,
'error-phone-mismatch': `Tohle není číslo vašeho účtu.`,
'error-session-gone': `Relace vypršela. Začněte znovu.`,
'error-signup-disabled': `Nové účty tu nelze vytvářet.`,
'error-unauthenticated': `Nejprve se přihlaste, pak to zkuste znovu.`,
'forgot-password': `Zapomněli jste heslo?`,
'heading-new-password': `Zvolte nové heslo`,
'heading-password': `Zadejte heslo`,
'heading-register-instead': `Chcete vytvořit účet?`,
'heading-sign-in-instead': `Chcete se přihlásit?`,
'help-resent': `Pořád nic? Zkontrolujte číslo a signál. Telefon možná blokuje neznámé odesílatele. Každé další čekání je delší.`,
'listen': `Voláme vám. Zvedněte telefon a zadejte kód, který uslyšíte.`,
'mfa-elsewhere': `Je k tomu potřeba jiná aplikace nebo zařízení, tady to nastavit nejde.`,
'new-password': `Nové heslo`,
'number-landline': `Může to být pevná linka. Můžeme na ni zavolat.`,
'password': `Heslo`,
'register-instead': html`Účet s číslem <span class="number">${0}</span> zatím neexistuje.`,
'save-password': `Uložit heslo`,
'sent-to-whatsapp': html`Odesláno přes WhatsApp na <span class="number">${0}</span>`,
'sent-whatsapp': `Poslali jsme vám kód přes WhatsApp.`,
'show-password': `Zobrazit heslo`,
'sign-in': `Přihlásit se`,
'sign-in-instead': html`Účet s číslem <span class="number">${0}</span> už existuje.`,
'suggest-mfa': `Druhý krok při přihlášení chrání váš účet.`,
'turn-on': `Zapnout`,
'use-code': `Raději poslat kód v SMS`,
'use-password': `Raději použít heslo`,
'will-call': html`Zavoláme na <span class="number">${0}</span>`,
'will-whatsapp': html`Zprávu přes WhatsApp pošleme na <span class="number">${0}</span>`,
    };
  