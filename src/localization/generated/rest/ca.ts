
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Envia’l per SMS`,
'ask-voice': `Rep una trucada amb el codi`,
'ask-whatsapp': `Envia’l per WhatsApp`,
'called': html`Hem trucat al <span class="number">${0}</span>`,
'calling': html`Estem trucant al <span class="number">${0}</span>`,
'country-aliases': `US: Amèrica, EUA; GB: Anglaterra, Gran Bretanya; NL: Holanda; KR: Corea; AE: Emirats; CI: Costa d’Ivori; BY: Bielorússia; CZ: República Txeca; MM: Birmània; CD: RD Congo, Zaire; MK: Macedònia; VA: Vaticà`,
'create-account': `Crea un compte`,
'error-account-blocked': `Aquest compte està bloquejat.`,
'error-account-exists': `Ja hi ha un compte amb aquest número.`,
'error-account-not-found': `No hi ha cap compte amb aquest número.`,
'error-captcha': `Confirma que no ets un robot i torna-ho a provar.`,
'error-challenge-gone': `Aquest codi ja no és vàlid.`,
'error-credentials-invalid': `El número o la contrasenya són incorrectes.`,
'error-delivery-failed': `No s’ha enviat l’SMS. Revisa el número o torna-ho a provar.`,
'error-invalid-phone': `Aquest número no pot rebre SMS. Revisa’l.`,
'error-just-sent': str`Ja hem enviat un codi a aquest número. Fes-lo servir allà on l’has demanat o torna-ho a provar ${0}.`,
'error-misconfigured': `L’inici de sessió està mal configurat. Avisa el propietari del web.`,
'error-password-rejected': `Aquesta contrasenya és massa fàcil d’endevinar. Tria’n una altra.`,
'error-password-reused': `És la teva contrasenya antiga. Tria’n una de nova.`,
'error-password-short': str`Fes servir almenys ${0} caràcters.`,
'error-phone-blocked': `No podem enviar SMS a aquest número. Fes-ne servir un altre.`,
'error-phone-mismatch': `Aquest no és el número del teu compte.`,
'error-session-gone': `La sessió ha caducat. Torna a començar.`,
'error-signup-disabled': `Aquí no es poden crear comptes nous.`,
'error-unauthenticated': `Inicia la sessió i torna-ho a provar.`,
'forgot-password': `Has oblidat la contrasenya?`,
'heading-new-password': `Tria una contrasenya nova`,
'heading-password': `Escriu la contrasenya`,
'heading-register-instead': `Vols crear un compte?`,
'heading-sign-in-instead': `Vols iniciar la sessió?`,
'help-resent': `Encara no t’ha arribat? Revisa el número i la cobertura. Potser el telèfon bloqueja remitents desconeguts. Cada espera és més llarga que l’anterior.`,
'listen': `T’estem trucant. Respon i escriu el codi que sentis.`,
'mfa-elsewhere': `Cal una altra aplicació o un altre dispositiu, i no es pot activar aquí.`,
'new-password': `Contrasenya nova`,
'number-landline': `Pot ser un telèfon fix. Hi podem trucar.`,
'password': `Contrasenya`,
'register-instead': html`Encara no hi ha cap compte amb el <span class="number">${0}</span>.`,
'save-password': `Desa la contrasenya`,
'sent-to-whatsapp': html`Enviat per WhatsApp al <span class="number">${0}</span>`,
'sent-whatsapp': `T’hem enviat un codi per WhatsApp.`,
'show-password': `Mostra la contrasenya`,
'sign-in': `Inicia la sessió`,
'sign-in-instead': html`Ja hi ha un compte amb el <span class="number">${0}</span>.`,
'suggest-mfa': `Un segon pas en iniciar la sessió protegeix el teu compte.`,
'turn-on': `Activa-la`,
'use-code': `Rep un codi per SMS`,
'use-password': `Fes servir la contrasenya`,
'will-call': html`Trucarem al <span class="number">${0}</span>`,
'will-whatsapp': html`Enviarem un missatge de WhatsApp al <span class="number">${0}</span>`,
    };
  