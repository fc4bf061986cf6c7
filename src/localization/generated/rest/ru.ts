
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Получить код по СМС`,
'ask-voice': `Получить код по звонку`,
'ask-whatsapp': `Получить код в WhatsApp`,
'called': html`Мы звонили на <span class="number">${0}</span>`,
'calling': html`Звоним на <span class="number">${0}</span>`,
'country-aliases': `US: Америка, Штаты; GB: Англия, Британия; KR: Южная Корея, Корея; KP: Северная Корея; NL: Голландия; BY: Белоруссия; AE: Эмираты; CI: Берег Слоновой Кости; MM: Бирма; CD: ДР Конго, Заир; MK: Македония; MD: Молдавия; CZ: Чешская Республика; IR: Персия`,
'create-account': `Создать аккаунт`,
'error-account-blocked': `Аккаунт заблокирован`,
'error-account-exists': `Аккаунт с этим номером уже существует`,
'error-account-not-found': `Аккаунт с этим номером не найден`,
'error-captcha': `Подтвердите, что вы не робот, и попробуйте снова`,
'error-challenge-gone': `Код больше не действует.`,
'error-credentials-invalid': `Неверный номер или пароль`,
'error-delivery-failed': `Не удалось отправить СМС. Проверьте номер и повторите.`,
'error-invalid-phone': `На этот номер нельзя отправить СМС. Проверьте его.`,
'error-just-sent': str`На этот номер уже отправлен код. Введите его там, где запрашивали, или попробуйте снова ${0}.`,
'error-misconfigured': `Вход настроен неправильно. Сообщите владельцу сайта.`,
'error-password-rejected': `Этот пароль слишком легко угадать. Придумайте другой.`,
'error-password-reused': `Это ваш старый пароль. Придумайте новый.`,
'error-password-short': str`Минимальное число символов: ${0}`,
'error-phone-blocked': `Мы не отправляем СМС на этот номер. Укажите другой.`,
'error-phone-mismatch': `Это не номер вашего аккаунта`,
'error-session-gone': `Время сеанса истекло. Начните заново.`,
'error-signup-disabled': `Регистрация новых аккаунтов закрыта`,
'error-unauthenticated': `Войдите в аккаунт и попробуйте снова`,
'forgot-password': `Забыли пароль?`,
'heading-new-password': `Придумайте новый пароль`,
'heading-password': `Введите пароль`,
'heading-register-instead': `Создать аккаунт?`,
'heading-sign-in-instead': `Войти в аккаунт?`,
'help-resent': `Кода всё ещё нет? Проверьте номер и связь. Телефон может блокировать незнакомых отправителей. С каждым разом ждать придётся дольше.`,
'listen': `Мы вам звоним. Ответьте и введите код, который услышите.`,
'mfa-elsewhere': `Для этого нужно другое приложение или устройство, здесь это не настроить`,
'new-password': `Новый пароль`,
'number-landline': `Похоже на городской номер. Мы можем на него позвонить.`,
'password': `Пароль`,
'register-instead': html`Аккаунта с номером <span class="number">${0}</span> пока нет`,
'save-password': `Сохранить пароль`,
'sent-to-whatsapp': html`Код отправлен в WhatsApp на <span class="number">${0}</span>`,
'sent-whatsapp': `Мы отправили вам код в WhatsApp.`,
'show-password': `Показать пароль`,
'sign-in': `Войти`,
'sign-in-instead': html`Аккаунт с номером <span class="number">${0}</span> уже существует`,
'suggest-mfa': `Второй шаг при входе защитит ваш аккаунт`,
'turn-on': `Включить`,
'use-code': `Получить код по СМС`,
'use-password': `Войти по паролю`,
'will-call': html`Позвоним на <span class="number">${0}</span>`,
'will-whatsapp': html`Отправим сообщение в WhatsApp на <span class="number">${0}</span>`,
    };
  