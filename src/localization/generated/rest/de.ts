
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Per SMS senden`,
'ask-voice': `Code per Anruf anfordern`,
'ask-whatsapp': `Per WhatsApp senden`,
'called': html`Wir haben <span class="number">${0}</span> angerufen`,
'calling': html`Wir rufen gerade <span class="number">${0}</span> an`,
'country-aliases': `GB: Großbritannien, England, Schottland; US: Amerika; BY: Weißrussland; CI: Elfenbeinküste; NL: Holland; KR: Korea; CZ: Tschechische Republik, Tschechei; AE: Emirate; MM: Birma, Burma; CD: DR Kongo, Zaire; MK: Mazedonien; IR: Persien; VA: Vatikan`,
'create-account': `Konto erstellen`,
'error-account-blocked': `Dieses Konto ist gesperrt.`,
'error-account-exists': `Zu dieser Nummer gibt es bereits ein Konto.`,
'error-account-not-found': `Zu dieser Nummer gibt es kein Konto.`,
'error-captcha': `Bestätigen Sie erst, dass Sie kein Roboter sind.`,
'error-challenge-gone': `Der Code gilt nicht mehr.`,
'error-credentials-invalid': `Die Nummer oder das Passwort ist falsch.`,
'error-delivery-failed': `SMS nicht gesendet. Nummer prüfen oder erneut versuchen.`,
'error-invalid-phone': `Diese Nummer kann keine SMS empfangen. Prüfen Sie sie.`,
'error-just-sent': str`An diese Nummer ging bereits ein Code. Nutzen Sie ihn dort, wo Sie ihn angefordert haben, oder versuchen Sie es ${0} erneut.`,
'error-misconfigured': `Anmeldung falsch eingerichtet. Informieren Sie den Betreiber.`,
'error-password-rejected': `Dieses Passwort ist zu leicht zu erraten. Wählen Sie ein anderes.`,
'error-password-reused': `Das ist Ihr altes Passwort. Wählen Sie ein neues.`,
'error-password-short': str`Verwenden Sie mindestens ${0} Zeichen.`,
'error-phone-blocked': `Keine SMS an diese Nummer möglich. Nutzen Sie eine andere.`,
'error-phone-mismatch': `Das ist nicht die Nummer Ihres Kontos.`,
'error-session-gone': `Ihre Sitzung ist abgelaufen. Beginnen Sie von vorn.`,
'error-signup-disabled': `Neue Konten können hier nicht erstellt werden.`,
'error-unauthenticated': `Melden Sie sich an und versuchen Sie es erneut.`,
'forgot-password': `Passwort vergessen?`,
'heading-new-password': `Neues Passwort wählen`,
'heading-password': `Passwort eingeben`,
'heading-register-instead': `Konto erstellen?`,
'heading-sign-in-instead': `Stattdessen anmelden?`,
'help-resent': `Immer noch nichts? Prüfen Sie Nummer und Empfang. Vielleicht blockiert Ihr Telefon unbekannte Absender. Die Wartezeit wird jedes Mal länger.`,
'listen': `Wir rufen Sie an. Nehmen Sie ab und geben Sie den Code ein, den Sie hören.`,
'mfa-elsewhere': `Das braucht eine andere App oder ein Gerät und geht hier nicht.`,
'new-password': `Neues Passwort`,
'number-landline': `Das ist vielleicht eine Festnetznummer. Wir können anrufen.`,
'password': `Passwort`,
'register-instead': html`Zur Nummer <span class="number">${0}</span> gibt es noch kein Konto.`,
'save-password': `Passwort speichern`,
'sent-to-whatsapp': html`Per WhatsApp gesendet an <span class="number">${0}</span>`,
'sent-whatsapp': `Wir haben Ihnen einen Code per WhatsApp gesendet.`,
'show-password': `Passwort anzeigen`,
'sign-in': `Anmelden`,
'sign-in-instead': html`Zur Nummer <span class="number">${0}</span> gibt es bereits ein Konto.`,
'suggest-mfa': `Ein zweiter Schritt beim Anmelden schützt Ihr Konto.`,
'turn-on': `Einschalten`,
'use-code': `Stattdessen Code per SMS`,
'use-password': `Stattdessen mit Passwort anmelden`,
'will-call': html`Wir rufen <span class="number">${0}</span> an`,
'will-whatsapp': html`Wir senden eine WhatsApp-Nachricht an <span class="number">${0}</span>`,
    };
  