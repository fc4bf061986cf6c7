
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `ارسال کد با پیامک`,
'ask-voice': `دریافت کد با تماس تلفنی`,
'ask-whatsapp': `ارسال کد با WhatsApp`,
'called': html`با <span class="number">${0}</span> تماس گرفتیم`,
'calling': html`در حال تماس با <span class="number">${0}</span>`,
'country-aliases': `US: آمریکا, امریکا; GB: انگلیس, انگلستان; AE: امارات; NL: هلند; KR: کره; SA: عربستان; CZ: چک, جمهوری چک; MM: برمه; BY: روسیه سفید; CI: ساحل عاج; CD: کنگو دموکراتیک; IN: هند; TR: ترکیه`,
'create-account': `ساخت حساب کاربری`,
'error-account-blocked': `این حساب مسدود شده است.`,
'error-account-exists': `با این شماره قبلاً حساب ساخته شده است.`,
'error-account-not-found': `حسابی با این شماره پیدا نشد.`,
'error-captcha': `تأیید کنید که ربات نیستید و دوباره تلاش کنید.`,
'error-challenge-gone': `این کد دیگر معتبر نیست.`,
'error-credentials-invalid': `شماره یا رمز عبور نادرست است.`,
'error-delivery-failed': `پیامک ارسال نشد. شماره را بررسی کنید یا دوباره تلاش کنید.`,
'error-invalid-phone': `این شماره پیامک‌های ما را دریافت نمی‌کند. آن را بررسی کنید.`,
'error-just-sent': str`کدی به این شماره پیامک شده است. آن را همان‌جا که درخواستش کرده‌اید وارد کنید یا ${0} دوباره تلاش کنید.`,
'error-misconfigured': `ورود به‌درستی تنظیم نشده است. به مدیر سایت اطلاع دهید.`,
'error-password-rejected': `حدس زدن این رمز عبور آسان است. رمز دیگری انتخاب کنید.`,
'error-password-reused': `این رمز عبور قبلی شماست. رمز جدیدی انتخاب کنید.`,
'error-password-short': str`حداقل ${0} نویسه وارد کنید.`,
'error-phone-blocked': `نمی‌توانیم به این شماره پیامک بفرستیم. شماره دیگری وارد کنید.`,
'error-phone-mismatch': `این شماره حساب شما نیست.`,
'error-session-gone': `نشست شما پایان یافته است. از ابتدا شروع کنید.`,
'error-signup-disabled': `ساخت حساب جدید امکان‌پذیر نیست.`,
'error-unauthenticated': `ابتدا وارد حساب خود شوید، سپس دوباره تلاش کنید.`,
'forgot-password': `رمز عبور را فراموش کرده‌اید؟`,
'heading-new-password': `انتخاب رمز عبور جدید`,
'heading-password': `رمز عبور را وارد کنید`,
'heading-register-instead': `می‌خواهید حساب بسازید؟`,
'heading-sign-in-instead': `می‌خواهید وارد شوید؟`,
'help-resent': `هنوز نرسیده؟ شماره و آنتن گوشی را بررسی کنید. شاید گوشی شما فرستنده‌های ناشناس را مسدود کرده باشد. هر بار باید بیشتر صبر کنید.`,
'listen': `در حال تماس با شما هستیم. پاسخ دهید و کدی را که می‌شنوید وارد کنید.`,
'mfa-elsewhere': `به برنامه یا دستگاه دیگری نیاز دارد و اینجا فعال نمی‌شود.`,
'new-password': `رمز عبور جدید`,
'number-landline': `شاید این تلفن ثابت باشد. می‌توانیم با آن تماس بگیریم.`,
'password': `رمز عبور`,
'register-instead': html`هنوز با شماره <span class="number">${0}</span> حسابی ساخته نشده است.`,
'save-password': `ذخیره رمز عبور`,
'sent-to-whatsapp': html`کد با WhatsApp به <span class="number">${0}</span> ارسال شد`,
'sent-whatsapp': `کد تأیید را در WhatsApp برایتان فرستادیم.`,
'show-password': `نمایش رمز عبور`,
'sign-in': `ورود`,
'sign-in-instead': html`با شماره <span class="number">${0}</span> قبلاً حساب ساخته شده است.`,
'suggest-mfa': `مرحله دوم هنگام ورود از حساب شما محافظت می‌کند.`,
'turn-on': `فعال کردن`,
'use-code': `ورود با کد تأیید`,
'use-password': `ورود با رمز عبور`,
'will-call': html`با <span class="number">${0}</span> تماس می‌گیریم`,
'will-whatsapp': html`پیامی در WhatsApp به <span class="number">${0}</span> می‌فرستیم`,
    };
  