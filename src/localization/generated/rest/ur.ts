
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `ایس ایم ایس سے کوڈ پائیں`,
'ask-voice': `کال پر کوڈ پائیں`,
'ask-whatsapp': `WhatsApp سے کوڈ پائیں`,
'called': html`ہم نے <span class="number">${0}</span> پر کال کی`,
'calling': html`ہم <span class="number">${0}</span> پر کال کر رہے ہیں`,
'country-aliases': `US: امریکا, یو ایس اے; GB: انگلستان, انگلینڈ, ولایت; AE: امارات, دبئی; SA: سعودیہ; KR: کوریا; NL: ہالینڈ; MM: برما; IN: ہندوستان, انڈیا; TR: ترکیہ, ٹرکی; IR: فارس; CZ: چیک جمہوریہ; EG: مصر`,
'create-account': `اکاؤنٹ بنائیں`,
'error-account-blocked': `یہ اکاؤنٹ بلاک ہے۔`,
'error-account-exists': `اس نمبر کا اکاؤنٹ پہلے سے موجود ہے۔`,
'error-account-not-found': `اس نمبر کا کوئی اکاؤنٹ نہیں ہے۔`,
'error-captcha': `تصدیق کریں کہ آپ روبوٹ نہیں، پھر دوبارہ کوشش کریں۔`,
'error-challenge-gone': `یہ کوڈ اب کارآمد نہیں۔`,
'error-credentials-invalid': `نمبر یا پاس ورڈ غلط ہے۔`,
'error-delivery-failed': `ایس ایم ایس نہیں بھیجا جا سکا۔ نمبر چیک کریں یا دوبارہ کوشش کریں۔`,
'error-invalid-phone': `اس نمبر پر ایس ایم ایس نہیں آ سکتا۔ چیک کر کے دوبارہ کوشش کریں۔`,
'error-just-sent': str`اس نمبر پر کوڈ پہلے ہی بھیجا جا چکا ہے۔ جہاں منگوایا تھا وہیں درج کریں، یا ${0} دوبارہ کوشش کریں۔`,
'error-misconfigured': `سائن ان درست طور پر سیٹ نہیں ہے۔ سائٹ کے مالک کو بتائیں۔`,
'error-password-rejected': `اس پاس ورڈ کا اندازہ لگانا آسان ہے۔ دوسرا منتخب کریں۔`,
'error-password-reused': `یہ آپ کا پرانا پاس ورڈ ہے۔ نیا منتخب کریں۔`,
'error-password-short': str`کم از کم ${0} حروف رکھیں۔`,
'error-phone-blocked': `اس نمبر پر ایس ایم ایس نہیں بھیجا جا سکتا۔ دوسرا نمبر دیں۔`,
'error-phone-mismatch': `یہ آپ کے اکاؤنٹ کا نمبر نہیں ہے۔`,
'error-session-gone': `آپ کا سیشن ختم ہو گیا۔ دوبارہ شروع کریں۔`,
'error-signup-disabled': `یہاں نئے اکاؤنٹ نہیں بنائے جا سکتے۔`,
'error-unauthenticated': `پہلے سائن ان کریں، پھر دوبارہ کوشش کریں۔`,
'forgot-password': `پاس ورڈ یاد نہیں؟`,
'heading-new-password': `نیا پاس ورڈ منتخب کریں`,
'heading-password': `اپنا پاس ورڈ درج کریں`,
'heading-register-instead': `کیا اکاؤنٹ بنانا ہے؟`,
'heading-sign-in-instead': `کیا سائن ان کرنا ہے؟`,
'help-resent': `اب بھی نہیں ملا؟ نمبر اور سگنل چیک کریں۔ ہو سکتا ہے آپ کا فون نامعلوم نمبروں کو بلاک کرتا ہو۔ ہر بار انتظار بڑھ جاتا ہے۔`,
'listen': `ہم آپ کو کال کر رہے ہیں۔ کال اٹھائیں اور جو کوڈ سنیں وہ درج کریں۔`,
'mfa-elsewhere': `اس کے لیے کوئی اور ایپ یا آلہ درکار ہے، یہ یہاں فعال نہیں ہو سکتا۔`,
'new-password': `نیا پاس ورڈ`,
'number-landline': `یہ لینڈ لائن ہو سکتی ہے۔ اس پر کال کی جا سکتی ہے۔`,
'password': `پاس ورڈ`,
'register-instead': html`<span class="number">${0}</span> کا ابھی کوئی اکاؤنٹ نہیں ہے۔`,
'save-password': `پاس ورڈ محفوظ کریں`,
'sent-to-whatsapp': html`WhatsApp سے <span class="number">${0}</span> پر بھیجا گیا`,
'sent-whatsapp': `ہم نے WhatsApp سے کوڈ بھیج دیا ہے۔`,
'show-password': `پاس ورڈ دکھائیں`,
'sign-in': `سائن ان کریں`,
'sign-in-instead': html`<span class="number">${0}</span> کا اکاؤنٹ پہلے سے موجود ہے۔`,
'suggest-mfa': `سائن ان کا دوسرا مرحلہ آپ کے اکاؤنٹ کی حفاظت کرتا ہے۔`,
'turn-on': `فعال کریں`,
'use-code': `اس کے بجائے ایس ایم ایس سے کوڈ پائیں`,
'use-password': `اس کے بجائے پاس ورڈ استعمال کریں`,
'will-call': html`ہم <span class="number">${0}</span> پر کال کریں گے`,
'will-whatsapp': html`ہم <span class="number">${0}</span> پر WhatsApp پیغام بھیجیں گے`,
    };
  