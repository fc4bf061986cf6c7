
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Пошаљи га SMS-ом`,
'ask-voice': `Позови ме и реци ми код`,
'ask-whatsapp': `Пошаљи га преко WhatsApp-а`,
'called': html`Позвали смо <span class="number">${0}</span>`,
'calling': html`Зовемо <span class="number">${0}</span>`,
'country-aliases': `US: Америка, САД, Amerika, SAD; GB: Енглеска, Велика Британија, Engleska, Velika Britanija; NL: Холандија, Holandija; KR: Кореја, Koreja; AE: Емирати, Emirati; CZ: Чешка Република, Češka Republika; CI: Обала Слоноваче, Obala Slonovače; MM: Бурма, Burma; BY: Бела Русија, Bela Rusija; CD: ДР Конго, Заир, DR Kongo, Zair; MK: Македонија, Makedonija; IR: Персија, Persija`,
'create-account': `Направи налог`,
'error-account-blocked': `Овај налог је блокиран.`,
'error-account-exists': `Налог са овим бројем већ постоји.`,
'error-account-not-found': `Не постоји налог са овим бројем.`,
'error-captcha': `Потврдите да нисте робот, па покушајте поново.`,
'error-challenge-gone': `Код више не важи.`,
'error-credentials-invalid': `Број или лозинка су погрешни.`,
'error-delivery-failed': `SMS није послат. Проверите број или покушајте поново.`,
'error-invalid-phone': `Овај број не може да прима SMS поруке. Проверите га.`,
'error-just-sent': str`На овај број смо већ послали код. Унесите га тамо где сте га затражили или покушајте поново ${0}.`,
'error-misconfigured': `Пријава није добро подешена. Обавестите власника сајта.`,
'error-password-rejected': `Ова лозинка се лако погађа. Изаберите другу.`,
'error-password-reused': `То је ваша стара лозинка. Изаберите нову.`,
'error-password-short': str`Најмањи број знакова: ${0}`,
'error-phone-blocked': `Не можемо да пошаљемо SMS на овај број. Унесите други.`,
'error-phone-mismatch': `Ово није број вашег налога.`,
'error-session-gone': `Сесија је истекла. Почните испочетка.`,
'error-signup-disabled': `Овде није могуће правити нове налоге.`,
'error-unauthenticated': `Прво се пријавите, па покушајте поново.`,
'forgot-password': `Заборавили сте лозинку?`,
'heading-new-password': `Изаберите нову лозинку`,
'heading-password': `Унесите лозинку`,
'heading-register-instead': `Желите ли да направите налог?`,
'heading-sign-in-instead': `Желите ли да се пријавите?`,
'help-resent': `Још ништа? Проверите број и сигнал. Телефон можда блокира непознате пошиљаоце. Свако чекање је дуже од претходног.`,
'listen': `Зовемо вас. Јавите се и унесите код који чујете.`,
'mfa-elsewhere': `За то је потребна друга апликација или уређај и овде се не може укључити.`,
'new-password': `Нова лозинка`,
'number-landline': `Ово је можда фиксни телефон. Можемо да га позовемо.`,
'password': `Лозинка`,
'register-instead': html`Још не постоји налог са бројем <span class="number">${0}</span>.`,
'save-password': `Сачувај лозинку`,
'sent-to-whatsapp': html`Послато преко WhatsApp-а на <span class="number">${0}</span>`,
'sent-whatsapp': `Послали смо вам код преко WhatsApp-а.`,
'show-password': `Прикажи лозинку`,
'sign-in': `Пријави се`,
'sign-in-instead': html`Налог са бројем <span class="number">${0}</span> већ постоји.`,
'suggest-mfa': `Други корак при пријави штити ваш налог.`,
'turn-on': `Укључи`,
'use-code': `Радије пошаљи код SMS-ом`,
'use-password': `Радије користи лозинку`,
'will-call': html`Позваћемо <span class="number">${0}</span>`,
'will-whatsapp': html`Послаћемо WhatsApp поруку на <span class="number">${0}</span>`,
    };
  