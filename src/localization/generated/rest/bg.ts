
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Изпращане чрез SMS`,
'ask-voice': `Получаване на кода чрез обаждане`,
'ask-whatsapp': `Изпращане чрез WhatsApp`,
'called': html`Обадихме се на <span class="number">${0}</span>`,
'calling': html`Обаждаме се на <span class="number">${0}</span>`,
'country-aliases': `US: Америка; GB: Англия, Великобритания, Обединено кралство; NL: Холандия; KR: Корея; AE: Емирства, ОАЕ; CZ: Чешка република; CI: Бряг на слоновата кост; MM: Бирма; BY: Белорусия; MK: Македония; CD: ДР Конго, Заир; IR: Персия`,
'create-account': `Създаване на профил`,
'error-account-blocked': `Този профил е блокиран.`,
'error-account-exists': `Вече има профил с този номер.`,
'error-account-not-found': `Няма профил с този номер.`,
'error-captcha': `Потвърдете, че не сте робот, и опитайте отново.`,
'error-challenge-gone': `Кодът вече не е валиден.`,
'error-credentials-invalid': `Номерът или паролата са грешни.`,
'error-delivery-failed': `SMS не е изпратен. Проверете номера или опитайте отново.`,
'error-invalid-phone': `Този номер не може да получава SMS. Проверете го.`,
'error-just-sent': str`Вече изпратихме код до този номер. Въведете го там, където го поискахте, или опитайте отново ${0}.`,
'error-misconfigured': `Входът не е настроен правилно. Уведомете собственика на сайта.`,
'error-password-rejected': `Тази парола се отгатва твърде лесно. Изберете друга.`,
'error-password-reused': `Това е старата ви парола. Изберете нова.`,
'error-password-short': str`Минимален брой знаци: ${0}`,
'error-phone-blocked': `Не можем да изпратим SMS до този номер. Въведете друг.`,
'error-phone-mismatch': `Това не е номерът на вашия профил.`,
'error-session-gone': `Сесията ви изтече. Започнете отначало.`,
'error-signup-disabled': `Тук не могат да се създават нови профили.`,
'error-unauthenticated': `Първо влезте, после опитайте отново.`,
'forgot-password': `Забравена парола?`,
'heading-new-password': `Изберете нова парола`,
'heading-password': `Въведете паролата си`,
'heading-register-instead': `Искате ли да създадете профил?`,
'heading-sign-in-instead': `Искате ли да влезете?`,
'help-resent': `Все още нищо? Проверете номера и обхвата. Телефонът ви може да блокира непознати податели. Всяко чакане е по-дълго от предишното.`,
'listen': `Обаждаме ви се. Вдигнете и въведете кода, който чуете.`,
'mfa-elsewhere': `Нужно е друго приложение или устройство и не може да се включи тук.`,
'new-password': `Нова парола`,
'number-landline': `Това може да е стационарен телефон. Можем да се обадим.`,
'password': `Парола`,
'register-instead': html`Все още няма профил с номер <span class="number">${0}</span>.`,
'save-password': `Запазване на паролата`,
'sent-to-whatsapp': html`Изпратено чрез WhatsApp до <span class="number">${0}</span>`,
'sent-whatsapp': `Изпратихме ви код чрез WhatsApp.`,
'show-password': `Показване на паролата`,
'sign-in': `Вход`,
'sign-in-instead': html`Вече има профил с номер <span class="number">${0}</span>.`,
'suggest-mfa': `Втората стъпка при влизане защитава профила ви.`,
'turn-on': `Включване`,
'use-code': `Вход с код от SMS`,
'use-password': `Вход с парола`,
'will-call': html`Ще се обадим на <span class="number">${0}</span>`,
'will-whatsapp': html`Ще изпратим съобщение в WhatsApp до <span class="number">${0}</span>`,
    };
  