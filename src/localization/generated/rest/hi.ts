
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `SMS से कोड पाएँ`,
'ask-voice': `कॉल पर कोड पाएँ`,
'ask-whatsapp': `WhatsApp से कोड पाएँ`,
'called': html`हमने <span class="number">${0}</span> पर कॉल किया`,
'calling': html`हम <span class="number">${0}</span> पर कॉल कर रहे हैं`,
'country-aliases': `US: अमरीका, यूएसए; GB: ब्रिटेन, इंग्लैंड, विलायत; AE: यूएई, अमीरात, दुबई; SA: सऊदी; KR: कोरिया; NL: हॉलैंड; MM: बर्मा; IN: हिंदुस्तान; TR: टर्की; CZ: चेक गणराज्य; LK: लंका; CD: कांगो लोकतांत्रिक गणराज्य`,
'create-account': `खाता बनाएँ`,
'error-account-blocked': `यह खाता ब्लॉक किया गया है।`,
'error-account-exists': `इस नंबर से खाता पहले से मौजूद है।`,
'error-account-not-found': `इस नंबर से कोई खाता नहीं है।`,
'error-captcha': `पुष्टि करें कि आप रोबोट नहीं हैं, फिर कोशिश करें।`,
'error-challenge-gone': `यह कोड अब मान्य नहीं है।`,
'error-credentials-invalid': `नंबर या पासवर्ड गलत है।`,
'error-delivery-failed': `SMS नहीं भेजा जा सका। नंबर जाँचें या फिर कोशिश करें।`,
'error-invalid-phone': `इस नंबर पर SMS नहीं आ सकता। जाँचें और फिर कोशिश करें।`,
'error-just-sent': str`इस नंबर पर कोड पहले ही भेजा जा चुका है। उसे वहीं दर्ज करें जहाँ मँगाया था, या ${0} फिर कोशिश करें।`,
'error-misconfigured': `साइन-इन ठीक से सेट नहीं है। साइट के मालिक को बताएँ।`,
'error-password-rejected': `इस पासवर्ड का अनुमान लगाना आसान है। दूसरा चुनें।`,
'error-password-reused': `यह आपका पुराना पासवर्ड है। नया चुनें।`,
'error-password-short': str`कम से कम ${0} वर्ण रखें।`,
'error-phone-blocked': `इस नंबर पर SMS नहीं भेजा जा सकता। दूसरा नंबर दें।`,
'error-phone-mismatch': `यह आपके खाते का नंबर नहीं है।`,
'error-session-gone': `आपका सत्र समाप्त हो गया। फिर से शुरू करें।`,
'error-signup-disabled': `यहाँ नए खाते नहीं बनाए जा सकते।`,
'error-unauthenticated': `पहले साइन इन करें, फिर कोशिश करें।`,
'forgot-password': `पासवर्ड याद नहीं है?`,
'heading-new-password': `नया पासवर्ड चुनें`,
'heading-password': `अपना पासवर्ड दर्ज करें`,
'heading-register-instead': `क्या खाता बनाना है?`,
'heading-sign-in-instead': `क्या साइन इन करना है?`,
'help-resent': `अब भी नहीं मिला? नंबर और सिग्नल जाँचें। हो सकता है आपका फ़ोन अनजान नंबरों को ब्लॉक करता हो। हर बार इंतज़ार बढ़ता जाता है।`,
'listen': `हम आपको कॉल कर रहे हैं। कॉल उठाएँ और जो कोड सुनें, उसे दर्ज करें।`,
'mfa-elsewhere': `इसके लिए दूसरा ऐप या डिवाइस चाहिए। इसे यहाँ चालू नहीं किया जा सकता।`,
'new-password': `नया पासवर्ड`,
'number-landline': `यह लैंडलाइन नंबर हो सकता है। इस पर कॉल किया जा सकता है।`,
'password': `पासवर्ड`,
'register-instead': html`<span class="number">${0}</span> से अभी कोई खाता नहीं है।`,
'save-password': `पासवर्ड सेव करें`,
'sent-to-whatsapp': html`WhatsApp से <span class="number">${0}</span> पर भेजा गया`,
'sent-whatsapp': `हमने आपको WhatsApp से कोड भेजा है।`,
'show-password': `पासवर्ड दिखाएँ`,
'sign-in': `साइन इन करें`,
'sign-in-instead': html`<span class="number">${0}</span> से खाता पहले से मौजूद है।`,
'suggest-mfa': `साइन इन का दूसरा चरण आपके खाते को सुरक्षित रखता है।`,
'turn-on': `चालू करें`,
'use-code': `इसके बजाय SMS से कोड पाएँ`,
'use-password': `इसके बजाय पासवर्ड इस्तेमाल करें`,
'will-call': html`हम <span class="number">${0}</span> पर कॉल करेंगे`,
'will-whatsapp': html`हम <span class="number">${0}</span> पर WhatsApp संदेश भेजेंगे`,
    };
  