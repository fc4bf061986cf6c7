
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `SMS ने कोड मिळवा`,
'ask-voice': `कॉलवर कोड मिळवा`,
'ask-whatsapp': `WhatsApp वर कोड मिळवा`,
'called': html`आम्ही <span class="number">${0}</span> वर कॉल केला`,
'calling': html`आम्ही <span class="number">${0}</span> वर कॉल करत आहोत`,
'country-aliases': `US: अमेरिका, यूएसए; GB: ब्रिटन, इंग्लंड, विलायत; AE: यूएई, अमिराती, दुबई; SA: सौदी; KR: कोरिया; NL: हॉलंड; MM: ब्रह्मदेश; IN: हिंदुस्थान; LK: लंका; TR: टर्की; CZ: झेक प्रजासत्ताक; IR: पर्शिया`,
'create-account': `खाते तयार करा`,
'error-account-blocked': `हे खाते ब्लॉक केलेले आहे.`,
'error-account-exists': `या नंबरचे खाते आधीच आहे.`,
'error-account-not-found': `या नंबरचे कोणतेही खाते नाही.`,
'error-captcha': `तुम्ही रोबोट नाही याची पुष्टी करा, मग पुन्हा प्रयत्न करा.`,
'error-challenge-gone': `हा कोड आता चालणार नाही.`,
'error-credentials-invalid': `नंबर किंवा पासवर्ड चुकीचा आहे.`,
'error-delivery-failed': `SMS पाठवता आला नाही. नंबर तपासा किंवा पुन्हा प्रयत्न करा.`,
'error-invalid-phone': `या नंबरवर SMS येत नाही. तपासून पुन्हा प्रयत्न करा.`,
'error-just-sent': str`या नंबरवर आधीच कोड पाठवला आहे. जिथे मागवला तिथे तो टाका किंवा ${0} पुन्हा प्रयत्न करा.`,
'error-misconfigured': `साइन-इन नीट सेट केलेले नाही. साइटच्या मालकाला कळवा.`,
'error-password-rejected': `हा पासवर्ड ओळखणे सोपे आहे. दुसरा निवडा.`,
'error-password-reused': `हा तुमचा जुना पासवर्ड आहे. नवीन निवडा.`,
'error-password-short': str`किमान ${0} वर्ण वापरा.`,
'error-phone-blocked': `या नंबरवर SMS पाठवता येत नाही. दुसरा नंबर द्या.`,
'error-phone-mismatch': `हा तुमच्या खात्याचा नंबर नाही.`,
'error-session-gone': `तुमचे सत्र संपले आहे. पुन्हा सुरुवात करा.`,
'error-signup-disabled': `येथे नवीन खाती तयार करता येत नाहीत.`,
'error-unauthenticated': `आधी साइन इन करा, मग पुन्हा प्रयत्न करा.`,
'forgot-password': `पासवर्ड विसरलात?`,
'heading-new-password': `नवीन पासवर्ड निवडा`,
'heading-password': `तुमचा पासवर्ड टाका`,
'heading-register-instead': `खाते तयार करायचे आहे का?`,
'heading-sign-in-instead': `साइन इन करायचे आहे का?`,
'help-resent': `अजूनही आला नाही? नंबर आणि सिग्नल तपासा. तुमचा फोन अनोळखी नंबर ब्लॉक करत असेल. प्रत्येक वेळी थांबण्याचा वेळ वाढतो.`,
'listen': `आम्ही तुम्हाला कॉल करत आहोत. कॉल घ्या आणि ऐकू येणारा कोड टाका.`,
'mfa-elsewhere': `यासाठी दुसरे ॲप किंवा डिव्हाइस लागते, ते इथे सुरू करता येत नाही.`,
'new-password': `नवीन पासवर्ड`,
'number-landline': `हा लँडलाइन नंबर असू शकतो. आम्ही त्यावर कॉल करू शकतो.`,
'password': `पासवर्ड`,
'register-instead': html`<span class="number">${0}</span> चे खाते अजून नाही.`,
'save-password': `पासवर्ड सेव्ह करा`,
'sent-to-whatsapp': html`WhatsApp द्वारे <span class="number">${0}</span> वर पाठवला`,
'sent-whatsapp': `आम्ही तुम्हाला WhatsApp वर कोड पाठवला आहे.`,
'show-password': `पासवर्ड दाखवा`,
'sign-in': `साइन इन करा`,
'sign-in-instead': html`<span class="number">${0}</span> चे खाते आधीच आहे.`,
'suggest-mfa': `साइन इनची दुसरी पायरी तुमचे खाते सुरक्षित ठेवते.`,
'turn-on': `सुरू करा`,
'use-code': `त्याऐवजी SMS ने कोड मिळवा`,
'use-password': `त्याऐवजी पासवर्ड वापरा`,
'will-call': html`आम्ही <span class="number">${0}</span> वर कॉल करू`,
'will-whatsapp': html`आम्ही <span class="number">${0}</span> वर WhatsApp संदेश पाठवू`,
    };
  