
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Poslať v SMS`,
'ask-voice': `Zavolať mi s kódom`,
'ask-whatsapp': `Poslať cez WhatsApp`,
'called': html`Volali sme na <span class="number">${0}</span>`,
'calling': html`Voláme na <span class="number">${0}</span>`,
'country-aliases': `US: Amerika, USA; GB: Anglicko, Veľká Británia; NL: Holandsko; KR: Kórea; AE: Emiráty; CZ: Česká republika, Čechy; CI: Pobrežie Slonoviny; MM: Barma; BY: Biele Rusko; CD: Konžská demokratická republika; MK: Macedónsko; IR: Perzia`,
'create-account': `Vytvoriť účet`,
'error-account-blocked': `Tento účet je zablokovaný.`,
'error-account-exists': `Účet s týmto číslom už existuje.`,
'error-account-not-found': `Účet s týmto číslom neexistuje.`,
'error-captcha': `Potvrďte, že nie ste robot, a skúste to znova.`,
'error-challenge-gone': `Kód už neplatí.`,
'error-credentials-invalid': `Číslo alebo heslo je nesprávne.`,
'error-delivery-failed': `SMS sa neodoslala. Skontrolujte číslo alebo to skúste znova.`,
'error-invalid-phone': `Na toto číslo sa nedá poslať SMS. Skontrolujte ho.`,
'error-just-sent': str`Na toto číslo sme už kód poslali. Zadajte ho tam, kde ste oň požiadali, alebo to skúste znova ${0}.`,
'error-misconfigured': `Prihlásenie je zle nastavené. Dajte vedieť správcovi webu.`,
'error-password-rejected': `Toto heslo sa dá ľahko uhádnuť. Zvoľte iné.`,
'error-password-reused': `Toto je vaše staré heslo. Zvoľte nové.`,
'error-password-short': str`Najmenší počet znakov: ${0}`,
'error-phone-blocked': `Na toto číslo SMS neposielame. Zadajte iné.`,
'error-phone-mismatch': `Toto nie je číslo vášho účtu.`,
'error-session-gone': `Relácia vypršala. Začnite odznova.`,
'error-signup-disabled': `Nové účty tu nie je možné vytvárať.`,
'error-unauthenticated': `Najprv sa prihláste, potom to skúste znova.`,
'forgot-password': `Zabudli ste heslo?`,
'heading-new-password': `Zvoľte nové heslo`,
'heading-password': `Zadajte heslo`,
'heading-register-instead': `Chcete vytvoriť účet?`,
'heading-sign-in-instead': `Chcete sa prihlásiť?`,
'help-resent': `Stále nič? Skontrolujte číslo a signál. Telefón možno blokuje neznámych odosielateľov. Každé ďalšie čakanie je dlhšie.`,
'listen': `Voláme vám. Zdvihnite a zadajte kód, ktorý budete počuť.`,
'mfa-elsewhere': `Je na to potrebná iná aplikácia alebo zariadenie, tu sa to nastaviť nedá.`,
'new-password': `Nové heslo`,
'number-landline': `Môže to byť pevná linka. Môžeme na ňu zavolať.`,
'password': `Heslo`,
'register-instead': html`Účet s číslom <span class="number">${0}</span> zatiaľ neexistuje.`,
'save-password': `Uložiť heslo`,
'sent-to-whatsapp': html`Odoslané cez WhatsApp na <span class="number">${0}</span>`,
'sent-whatsapp': `Poslali sme vám kód cez WhatsApp.`,
'show-password': `Zobraziť heslo`,
'sign-in': `Prihlásiť sa`,
'sign-in-instead': html`Účet s číslom <span class="number">${0}</span> už existuje.`,
'suggest-mfa': `Druhý krok pri prihlásení chráni váš účet.`,
'turn-on': `Zapnúť`,
'use-code': `Radšej poslať kód v SMS`,
'use-password': `Radšej použiť heslo`,
'will-call': html`Zavoláme na <span class="number">${0}</span>`,
'will-whatsapp': html`Správu cez WhatsApp pošleme na <span class="number">${0}</span>`,
    };
  