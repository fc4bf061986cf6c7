
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Ricevilo via SMS`,
'ask-voice': `Ricevi una chiamata con il codice`,
'ask-whatsapp': `Ricevilo su WhatsApp`,
'called': html`Abbiamo chiamato il numero <span class="number">${0}</span>`,
'calling': html`Stiamo chiamando il numero <span class="number">${0}</span>`,
'country-aliases': `US: America, USA; GB: Inghilterra, Gran Bretagna; NL: Olanda; KR: Corea; AE: Emirati; CI: Costa d’Avorio; BY: Russia Bianca; CZ: Repubblica Ceca; MM: Birmania; CD: RD Congo, Zaire; MK: Macedonia; IR: Persia; VA: Vaticano`,
'create-account': `Crea account`,
'error-account-blocked': `Questo account è bloccato.`,
'error-account-exists': `Esiste già un account con questo numero.`,
'error-account-not-found': `Non esiste un account con questo numero.`,
'error-captcha': `Conferma di non essere un robot, poi riprova.`,
'error-challenge-gone': `Questo codice non è più valido.`,
'error-credentials-invalid': `Il numero o la password è errato.`,
'error-delivery-failed': `SMS non inviato. Controlla il numero o riprova.`,
'error-invalid-phone': `Questo numero non può ricevere SMS. Controllalo.`,
'error-just-sent': str`Abbiamo già inviato un codice a questo numero. Usalo dove l’hai richiesto oppure riprova ${0}.`,
'error-misconfigured': `L’accesso non è configurato correttamente. Avvisa il gestore.`,
'error-password-rejected': `Questa password è troppo facile da indovinare. Scegline un’altra.`,
'error-password-reused': `È la tua vecchia password. Scegline una nuova.`,
'error-password-short': str`Usa almeno ${0} caratteri.`,
'error-phone-blocked': `Non possiamo inviare SMS a questo numero. Usane un altro.`,
'error-phone-mismatch': `Questo non è il numero del tuo account.`,
'error-session-gone': `La sessione è scaduta. Ricomincia.`,
'error-signup-disabled': `Qui non è possibile creare nuovi account.`,
'error-unauthenticated': `Accedi e riprova.`,
'forgot-password': `Password dimenticata?`,
'heading-new-password': `Scegli una nuova password`,
'heading-password': `Inserisci la password`,
'heading-register-instead': `Vuoi creare un account?`,
'heading-sign-in-instead': `Vuoi accedere?`,
'help-resent': `Ancora niente? Controlla il numero e il segnale. Il telefono potrebbe bloccare i mittenti sconosciuti. Ogni attesa è più lunga della precedente.`,
'listen': `Ti stiamo chiamando. Rispondi e inserisci il codice che senti.`,
'mfa-elsewhere': `Serve un’altra app o un altro dispositivo, e qui non si può attivare.`,
'new-password': `Nuova password`,
'number-landline': `Potrebbe essere un numero fisso. Possiamo chiamarlo.`,
'password': `La tua password`,
'register-instead': html`Non esiste ancora un account con il numero <span class="number">${0}</span>.`,
'save-password': `Salva password`,
'sent-to-whatsapp': html`Inviato su WhatsApp al numero <span class="number">${0}</span>`,
'sent-whatsapp': `Ti abbiamo inviato un codice su WhatsApp.`,
'show-password': `Mostra password`,
'sign-in': `Accedi`,
'sign-in-instead': html`Esiste già un account con il numero <span class="number">${0}</span>.`,
'suggest-mfa': `Un secondo passaggio all’accesso protegge il tuo account.`,
'turn-on': `Attiva`,
'use-code': `Ricevi invece un codice via SMS`,
'use-password': `Usa invece la password`,
'will-call': html`Chiameremo il numero <span class="number">${0}</span>`,
'will-whatsapp': html`Invieremo un messaggio WhatsApp al numero <span class="number">${0}</span>`,
    };
  