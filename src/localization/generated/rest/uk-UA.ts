
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Отримати код через SMS`,
'ask-voice': `Отримати код дзвінком`,
'ask-whatsapp': `Отримати код у WhatsApp`,
'called': html`Ми телефонували на <span class="number">${0}</span>`,
'calling': html`Телефонуємо на <span class="number">${0}</span>`,
'country-aliases': `US: Америка, США; GB: Англія, Британія; NL: Голландія; KR: Корея; AE: Емірати, ОАЕ; CZ: Чеська Республіка; CI: Берег Слонової Кістки; MM: Бірма; BY: Білорусія; CD: ДР Конго, Заїр; MK: Македонія; MD: Молдавія; IR: Персія`,
'create-account': `Створити обліковий запис`,
'error-account-blocked': `Обліковий запис заблоковано`,
'error-account-exists': `Обліковий запис із цим номером уже існує`,
'error-account-not-found': `Обліковий запис із цим номером не знайдено`,
'error-captcha': `Підтвердьте, що ви не робот, і спробуйте ще раз`,
'error-challenge-gone': `Цей код уже недійсний.`,
'error-credentials-invalid': `Неправильний номер або пароль`,
'error-delivery-failed': `SMS не надіслано. Перевірте номер або спробуйте ще раз.`,
'error-invalid-phone': `На цей номер не можна надіслати SMS. Перевірте його.`,
'error-just-sent': str`На цей номер уже надіслано код. Введіть його там, де запитували, або спробуйте ще раз ${0}.`,
'error-misconfigured': `Помилка налаштування входу. Повідомте власника сайту.`,
'error-password-rejected': `Цей пароль надто легко вгадати. Придумайте інший.`,
'error-password-reused': `Це ваш старий пароль. Придумайте новий.`,
'error-password-short': str`Мінімальна кількість символів: ${0}`,
'error-phone-blocked': `Ми не надсилаємо SMS на цей номер. Вкажіть інший.`,
'error-phone-mismatch': `Це не номер вашого облікового запису`,
'error-session-gone': `Сеанс завершився. Почніть спочатку.`,
'error-signup-disabled': `Реєстрацію нових користувачів закрито`,
'error-unauthenticated': `Увійдіть в обліковий запис і спробуйте ще раз`,
'forgot-password': `Забули пароль?`,
'heading-new-password': `Придумайте новий пароль`,
'heading-password': `Введіть пароль`,
'heading-register-instead': `Створити обліковий запис?`,
'heading-sign-in-instead': `Увійти в обліковий запис?`,
'help-resent': `Коду досі немає? Перевірте номер і зв’язок. Телефон може блокувати невідомих відправників. Щоразу чекати доведеться довше.`,
'listen': `Ми вам телефонуємо. Візьміть слухавку та введіть код, який почуєте.`,
'mfa-elsewhere': `Для цього потрібен інший застосунок або пристрій, тут це не налаштувати`,
'new-password': `Новий пароль`,
'number-landline': `Схоже на міський номер. Ми можемо на нього зателефонувати.`,
'password': `Пароль`,
'register-instead': html`Облікового запису з номером <span class="number">${0}</span> ще немає`,
'save-password': `Зберегти пароль`,
'sent-to-whatsapp': html`Надіслано у WhatsApp на <span class="number">${0}</span>`,
'sent-whatsapp': `Ми надіслали вам код підтвердження у WhatsApp.`,
'show-password': `Показати пароль`,
'sign-in': `Увійти`,
'sign-in-instead': html`Обліковий запис із номером <span class="number">${0}</span> уже існує`,
'suggest-mfa': `Другий крок під час входу захистить ваш обліковий запис`,
'turn-on': `Увімкнути`,
'use-code': `Отримати код через SMS`,
'use-password': `Увійти з паролем`,
'will-call': html`Зателефонуємо на <span class="number">${0}</span>`,
'will-whatsapp': html`Надішлемо повідомлення у WhatsApp на <span class="number">${0}</span>`,
    };
  