
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `إرسال الرمز في رسالة نصية`,
'ask-voice': `تلقّي الرمز عبر مكالمة هاتفية`,
'ask-whatsapp': `إرسال الرمز عبر WhatsApp`,
'called': html`اتصلنا بالرقم <span class="number">${0}</span>`,
'calling': html`نتصل الآن بالرقم <span class="number">${0}</span>`,
'country-aliases': `US: أمريكا, أميركا; GB: بريطانيا, إنجلترا, انكلترا; AE: الامارات; SA: السعودية, المملكة; NL: هولندا; KR: كوريا; CD: الكونغو الديمقراطية, زائير; CI: ساحل العاج; MM: بورما; CZ: جمهورية التشيك; MK: مقدونيا; VA: الفاتيكان; BY: روسيا البيضاء; CF: افريقيا الوسطى`,
'create-account': `إنشاء حساب`,
'error-account-blocked': `هذا الحساب محظور.`,
'error-account-exists': `يوجد حساب بهذا الرقم بالفعل.`,
'error-account-not-found': `لا يوجد حساب بهذا الرقم.`,
'error-captcha': `أكّد أنك لست روبوتًا، ثم حاول مجددًا.`,
'error-challenge-gone': `لم يعد هذا الرمز صالحًا.`,
'error-credentials-invalid': `الرقم أو كلمة المرور غير صحيح.`,
'error-delivery-failed': `تعذّر إرسال الرسالة النصية. تحقّق من الرقم أو حاول مجددًا.`,
'error-invalid-phone': `لا يمكن لهذا الرقم استقبال رسائلنا النصية. تحقّق منه.`,
'error-just-sent': str`سبق أن أرسلنا رمزًا إلى هذا الرقم. أدخله حيث طلبته، أو انتظر: ستتاح المحاولة مجددًا ${0}.`,
'error-misconfigured': `تسجيل الدخول غير مُعدّ بشكل صحيح. أبلغ مالك الموقع.`,
'error-password-rejected': `كلمة المرور هذه سهلة التخمين. اختر غيرها.`,
'error-password-reused': `هذه هي كلمة مرورك القديمة. اختر كلمة مرور جديدة.`,
'error-password-short': str`يجب ألا يقل عدد الأحرف عن ${0}.`,
'error-phone-blocked': `لا يمكننا مراسلة هذا الرقم. استخدم رقمًا آخر.`,
'error-phone-mismatch': `هذا ليس رقم حسابك.`,
'error-session-gone': `انتهت جلستك. ابدأ من جديد.`,
'error-signup-disabled': `إنشاء حسابات جديدة غير متاح.`,
'error-unauthenticated': `سجّل الدخول أولًا، ثم حاول مجددًا.`,
'forgot-password': `هل نسيت كلمة المرور؟`,
'heading-new-password': `اختر كلمة مرور جديدة`,
'heading-password': `أدخل كلمة المرور`,
'heading-register-instead': `هل تريد إنشاء حساب؟`,
'heading-sign-in-instead': `هل تريد تسجيل الدخول؟`,
'help-resent': `ألم يصلك شيء بعد؟ تحقّق من الرقم ومن تغطية الشبكة. قد يحظر هاتفك المرسلين المجهولين. تزداد مدة الانتظار في كل مرة.`,
'listen': `نتصل بك الآن. أجب عن المكالمة وأدخل الرمز الذي تسمعه.`,
'mfa-elsewhere': `يتطلب تطبيقًا أو جهازًا آخر، ولا يمكن إعداده هنا.`,
'new-password': `كلمة المرور الجديدة`,
'number-landline': `قد يكون هذا رقم هاتف ثابت. يمكننا الاتصال به.`,
'password': `كلمة المرور`,
'register-instead': html`لا يوجد حساب بالرقم <span class="number">${0}</span> حتى الآن.`,
'save-password': `حفظ كلمة المرور`,
'sent-to-whatsapp': html`أُرسل الرمز عبر WhatsApp إلى <span class="number">${0}</span>`,
'sent-whatsapp': `أرسلنا إليك رمز التحقق عبر WhatsApp.`,
'show-password': `إظهار كلمة المرور`,
'sign-in': `تسجيل الدخول`,
'sign-in-instead': html`يوجد حساب بالرقم <span class="number">${0}</span> بالفعل.`,
'suggest-mfa': `خطوة ثانية عند تسجيل الدخول تحمي حسابك.`,
'turn-on': `تفعيل`,
'use-code': `استخدام رمز التحقق بدلًا منها`,
'use-password': `استخدام كلمة المرور بدلًا منه`,
'will-call': html`سنتصل بالرقم <span class="number">${0}</span>`,
'will-whatsapp': html`سنرسل رسالة عبر WhatsApp إلى <span class="number">${0}</span>`,
    };
  