
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Wyślij SMS-em`,
'ask-voice': `Zadzwoń do mnie z kodem`,
'ask-whatsapp': `Wyślij przez WhatsApp`,
'called': html`Zadzwoniliśmy na numer <span class="number">${0}</span>`,
'calling': html`Dzwonimy na numer <span class="number">${0}</span>`,
'country-aliases': `US: Ameryka, USA; GB: Anglia, Szkocja; NL: Niderlandy, Holandia; KR: Korea; AE: Emiraty; CZ: Republika Czeska; CI: Wybrzeże Kości Słoniowej; MM: Birma; BY: Biała Ruś; CD: DR Konga, Zair; MK: Macedonia; IR: Persja; VA: Watykan`,
'create-account': `Utwórz konto`,
'error-account-blocked': `To konto jest zablokowane.`,
'error-account-exists': `Konto z tym numerem już istnieje.`,
'error-account-not-found': `Nie ma konta z tym numerem.`,
'error-captcha': `Potwierdź, że nie jesteś robotem, i spróbuj ponownie.`,
'error-challenge-gone': `Kod jest już nieważny.`,
'error-credentials-invalid': `Numer lub hasło są nieprawidłowe.`,
'error-delivery-failed': `Nie wysłano SMS-a. Sprawdź numer lub spróbuj ponownie.`,
'error-invalid-phone': `Na ten numer nie można wysłać SMS-a. Sprawdź go.`,
'error-just-sent': str`Na ten numer wysłaliśmy już kod. Wpisz go tam, gdzie o niego poproszono, lub spróbuj ponownie ${0}.`,
'error-misconfigured': `Logowanie jest źle skonfigurowane. Powiadom właściciela witryny.`,
'error-password-rejected': `To hasło jest zbyt łatwe do odgadnięcia. Wybierz inne.`,
'error-password-reused': `To twoje stare hasło. Wybierz nowe.`,
'error-password-short': str`Minimalna liczba znaków: ${0}`,
'error-phone-blocked': `Nie możemy wysłać SMS-a na ten numer. Podaj inny.`,
'error-phone-mismatch': `To nie jest numer twojego konta.`,
'error-session-gone': `Sesja wygasła. Zacznij od nowa.`,
'error-signup-disabled': `Nie można tu zakładać nowych kont.`,
'error-unauthenticated': `Zaloguj się i spróbuj ponownie.`,
'forgot-password': `Nie pamiętasz hasła?`,
'heading-new-password': `Ustaw nowe hasło`,
'heading-password': `Wpisz hasło`,
'heading-register-instead': `Chcesz utworzyć konto?`,
'heading-sign-in-instead': `Chcesz się zalogować?`,
'help-resent': `Nadal nic? Sprawdź numer i zasięg. Twój telefon może blokować nieznanych nadawców. Za każdym razem czeka się dłużej.`,
'listen': `Dzwonimy do ciebie. Odbierz i wpisz kod, który usłyszysz.`,
'mfa-elsewhere': `Potrzebna jest inna aplikacja lub urządzenie, tutaj się tego nie włączy.`,
'new-password': `Nowe hasło`,
'number-landline': `To może być telefon stacjonarny. Możemy na niego zadzwonić.`,
'password': `Hasło`,
'register-instead': html`Nie ma jeszcze konta z numerem <span class="number">${0}</span>.`,
'save-password': `Zapisz hasło`,
'sent-to-whatsapp': html`Wysłano przez WhatsApp na numer <span class="number">${0}</span>`,
'sent-whatsapp': `Wysłaliśmy kod przez WhatsApp.`,
'show-password': `Pokaż hasło`,
'sign-in': `Zaloguj się`,
'sign-in-instead': html`Konto z numerem <span class="number">${0}</span> już istnieje.`,
'suggest-mfa': `Drugi krok przy logowaniu chroni twoje konto.`,
'turn-on': `Włącz`,
'use-code': `Wyślij kod SMS-em`,
'use-password': `Użyj hasła`,
'will-call': html`Zadzwonimy na numer <span class="number">${0}</span>`,
'will-whatsapp': html`Wyślemy wiadomość WhatsApp na numer <span class="number">${0}</span>`,
    };
  