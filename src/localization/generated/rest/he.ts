
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `שליחה בהודעת SMS`,
'ask-voice': `קבלת הקוד בשיחת טלפון`,
'ask-whatsapp': `שליחה ב־WhatsApp`,
'called': html`התקשרנו אל <span class="number">${0}</span>`,
'calling': html`מתקשרים עכשיו אל <span class="number">${0}</span>`,
'country-aliases': `US: אמריקה, ארהב; GB: אנגליה, בריטניה; NL: הולנד; KR: קוריאה; AE: אמירויות, איחוד האמירויות; CZ: צכיה; MM: בורמה; BY: רוסיה הלבנה; CI: חוף השנהב; CD: קונגו הדמוקרטית; MK: מקדוניה; IR: פרס; VA: ותיקן`,
'create-account': `יצירת חשבון`,
'error-account-blocked': `החשבון הזה חסום.`,
'error-account-exists': `כבר קיים חשבון עם המספר הזה.`,
'error-account-not-found': `אין חשבון עם המספר הזה.`,
'error-captcha': `יש לאשר שאינך רובוט ואז לנסות שוב.`,
'error-challenge-gone': `הקוד אינו תקף עוד.`,
'error-credentials-invalid': `המספר או הסיסמה שגויים.`,
'error-delivery-failed': `ה־SMS לא נשלח. יש לבדוק את המספר או לנסות שוב.`,
'error-invalid-phone': `המספר הזה לא יכול לקבל SMS. יש לבדוק אותו ולנסות שוב.`,
'error-just-sent': str`כבר שלחנו קוד למספר הזה. יש להזין אותו במקום שבו התבקש, או לנסות שוב ${0}.`,
'error-misconfigured': `ההתחברות לא הוגדרה כראוי. כדאי להודיע לבעלי האתר.`,
'error-password-rejected': `קל מדי לנחש את הסיסמה הזו. יש לבחור סיסמה אחרת.`,
'error-password-reused': `זו הסיסמה הישנה שלך. יש לבחור סיסמה חדשה.`,
'error-password-short': str`יש להזין לפחות ${0} תווים.`,
'error-phone-blocked': `אי אפשר לשלוח SMS למספר הזה. יש להזין מספר אחר.`,
'error-phone-mismatch': `זה לא המספר של החשבון שלך.`,
'error-session-gone': `פג תוקף החיבור. יש להתחיל מחדש.`,
'error-signup-disabled': `אי אפשר ליצור כאן חשבונות חדשים.`,
'error-unauthenticated': `יש להתחבר ואז לנסות שוב.`,
'forgot-password': `שכחת את הסיסמה?`,
'heading-new-password': `בחירת סיסמה חדשה`,
'heading-password': `הזנת הסיסמה`,
'heading-register-instead': `ליצור חשבון?`,
'heading-sign-in-instead': `להתחבר במקום זאת?`,
'help-resent': `עדיין לא הגיע? כדאי לבדוק את המספר ואת הקליטה. ייתכן שהטלפון חוסם שולחים לא מוכרים. כל המתנה ארוכה מקודמתה.`,
'listen': `אנחנו מתקשרים אליך. יש לענות ולהזין את הקוד שיושמע.`,
'mfa-elsewhere': `נדרשים אפליקציה או מכשיר אחרים, ואי אפשר להגדיר את זה כאן.`,
'new-password': `סיסמה חדשה`,
'number-landline': `ייתכן שזה קו נייח. נוכל להתקשר אליו.`,
'password': `סיסמה`,
'register-instead': html`עדיין אין חשבון עם המספר <span class="number">${0}</span>.`,
'save-password': `שמירת הסיסמה`,
'sent-to-whatsapp': html`הקוד נשלח ב־WhatsApp אל <span class="number">${0}</span>`,
'sent-whatsapp': `שלחנו לך קוד ב־WhatsApp.`,
'show-password': `הצגת הסיסמה`,
'sign-in': `התחברות`,
'sign-in-instead': html`כבר קיים חשבון עם המספר <span class="number">${0}</span>.`,
'suggest-mfa': `שלב שני בהתחברות מגן על החשבון שלך.`,
'turn-on': `הפעלה`,
'use-code': `קבלת קוד ב־SMS במקום זאת`,
'use-password': `שימוש בסיסמה במקום זאת`,
'will-call': html`נתקשר אל <span class="number">${0}</span>`,
'will-whatsapp': html`נשלח הודעת WhatsApp אל <span class="number">${0}</span>`,
    };
  