
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `SMS ద్వారా కోడ్ పొందండి`,
'ask-voice': `కాల్ ద్వారా కోడ్ పొందండి`,
'ask-whatsapp': `WhatsApp ద్వారా కోడ్ పొందండి`,
'called': html`<span class="number">${0}</span> కు కాల్ చేశాము`,
'calling': html`<span class="number">${0}</span> కు కాల్ చేస్తున్నాము`,
'country-aliases': `US: అమెరికా, యుఎస్ఏ; GB: బ్రిటన్, ఇంగ్లాండ్; AE: యుఏఈ, దుబాయ్; SA: సౌదీ; KR: కొరియా; NL: హాలండ్; MM: బర్మా; IN: భారత్; LK: సింహళం; TR: టర్కీ; CZ: చెక్ రిపబ్లిక్; IR: పర్షియా`,
'create-account': `ఖాతా సృష్టించండి`,
'error-account-blocked': `ఈ ఖాతా బ్లాక్ చేయబడింది.`,
'error-account-exists': `ఈ నంబర్‌తో ఇప్పటికే ఖాతా ఉంది.`,
'error-account-not-found': `ఈ నంబర్‌తో ఖాతా లేదు.`,
'error-captcha': `మీరు రోబోట్ కాదని నిర్ధారించి మళ్లీ ప్రయత్నించండి.`,
'error-challenge-gone': `ఈ కోడ్ ఇక చెల్లదు.`,
'error-credentials-invalid': `నంబర్ లేదా పాస్‌వర్డ్ తప్పు.`,
'error-delivery-failed': `SMS పంపలేకపోయాము. నంబర్ చూడండి లేదా మళ్లీ ప్రయత్నించండి.`,
'error-invalid-phone': `ఈ నంబర్‌కు SMS రాదు. తనిఖీ చేసి మళ్లీ ప్రయత్నించండి.`,
'error-just-sent': str`ఈ నంబర్‌కు ఇప్పటికే కోడ్ పంపాము. మీరు అడిగిన చోట దాన్ని నమోదు చేయండి లేదా ${0} మళ్లీ ప్రయత్నించండి.`,
'error-misconfigured': `సైన్-ఇన్ సరిగ్గా సెట్ కాలేదు. సైట్ యజమానికి చెప్పండి.`,
'error-password-rejected': `ఈ పాస్‌వర్డ్‌ను ఊహించడం సులభం. మరొకటి ఎంచుకోండి.`,
'error-password-reused': `అది మీ పాత పాస్‌వర్డ్. కొత్తది ఎంచుకోండి.`,
'error-password-short': str`కనీసం ${0} అక్షరాలు వాడండి.`,
'error-phone-blocked': `ఈ నంబర్‌కు SMS పంపలేము. మరొకటి వాడండి.`,
'error-phone-mismatch': `ఇది మీ ఖాతా నంబర్ కాదు.`,
'error-session-gone': `మీ సెషన్ ముగిసింది. మళ్లీ ప్రారంభించండి.`,
'error-signup-disabled': `ఇక్కడ కొత్త ఖాతాలు సృష్టించలేరు.`,
'error-unauthenticated': `ముందు సైన్ ఇన్ చేసి, మళ్లీ ప్రయత్నించండి.`,
'forgot-password': `పాస్‌వర్డ్ మర్చిపోయారా?`,
'heading-new-password': `కొత్త పాస్‌వర్డ్ ఎంచుకోండి`,
'heading-password': `మీ పాస్‌వర్డ్ నమోదు చేయండి`,
'heading-register-instead': `ఖాతా సృష్టించాలా?`,
'heading-sign-in-instead': `సైన్ ఇన్ చేయాలా?`,
'help-resent': `ఇంకా రాలేదా? నంబర్, సిగ్నల్ చూడండి. తెలియని నంబర్‌లను మీ ఫోన్ బ్లాక్ చేస్తుండవచ్చు. ప్రతిసారీ వేచి ఉండే సమయం పెరుగుతుంది.`,
'listen': `మీకు కాల్ చేస్తున్నాము. ఫోన్ ఎత్తి, వినిపించే కోడ్ నమోదు చేయండి.`,
'mfa-elsewhere': `దీనికి వేరే యాప్ లేదా పరికరం కావాలి, ఇక్కడ సెటప్ చేయలేము.`,
'new-password': `కొత్త పాస్‌వర్డ్`,
'number-landline': `ఇది ల్యాండ్‌లైన్ కావచ్చు. మేము కాల్ చేయగలము.`,
'password': `పాస్‌వర్డ్`,
'register-instead': html`<span class="number">${0}</span> తో ఇంకా ఖాతా లేదు.`,
'save-password': `పాస్‌వర్డ్ సేవ్ చేయండి`,
'sent-to-whatsapp': html`WhatsApp ద్వారా <span class="number">${0}</span> కు పంపాము`,
'sent-whatsapp': `మేము WhatsApp ద్వారా కోడ్ పంపాము.`,
'show-password': `పాస్‌వర్డ్ చూపించండి`,
'sign-in': `సైన్ ఇన్ చేయండి`,
'sign-in-instead': html`<span class="number">${0}</span> తో ఇప్పటికే ఖాతా ఉంది.`,
'suggest-mfa': `సైన్ ఇన్‌లో రెండో దశ మీ ఖాతాను కాపాడుతుంది.`,
'turn-on': `ఆన్ చేయండి`,
'use-code': `దానికి బదులుగా SMS ద్వారా కోడ్ పొందండి`,
'use-password': `దానికి బదులుగా పాస్‌వర్డ్ వాడండి`,
'will-call': html`<span class="number">${0}</span> కు కాల్ చేస్తాము`,
'will-whatsapp': html`<span class="number">${0}</span> కు WhatsApp సందేశం పంపుతాము`,
    };
  