
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `SMS மூலம் குறியீடு பெறு`,
'ask-voice': `அழைப்பில் குறியீடு பெறு`,
'ask-whatsapp': `WhatsApp மூலம் குறியீடு பெறு`,
'called': html`<span class="number">${0}</span> எண்ணை அழைத்தோம்`,
'calling': html`<span class="number">${0}</span> எண்ணை அழைக்கிறோம்`,
'country-aliases': `US: அமெரிக்கா, யுஎஸ்ஏ; GB: பிரிட்டன், இங்கிலாந்து; AE: அமீரகம், துபாய்; SA: சவுதி; KR: கொரியா; NL: ஹாலந்து; MM: பர்மா; IN: பாரதம்; LK: ஈழம், சிலோன்; TR: டர்க்கி; CZ: செக் குடியரசு; IR: பாரசீகம்`,
'create-account': `கணக்கை உருவாக்கு`,
'error-account-blocked': `இந்தக் கணக்கு தடுக்கப்பட்டுள்ளது.`,
'error-account-exists': `இந்த எண்ணில் ஏற்கெனவே கணக்கு உள்ளது.`,
'error-account-not-found': `இந்த எண்ணில் கணக்கு எதுவும் இல்லை.`,
'error-captcha': `நீங்கள் ரோபோ இல்லை என உறுதிசெய்யவும்.`,
'error-challenge-gone': `இக்குறியீடு இனி செல்லாது.`,
'error-credentials-invalid': `எண் அல்லது கடவுச்சொல் தவறானது.`,
'error-delivery-failed': `SMS அனுப்ப முடியவில்லை. எண்ணைச் சரிபார்க்கவும்.`,
'error-invalid-phone': `இந்த எண்ணுக்கு SMS வராது. சரிபார்த்து மீண்டும் முயலவும்.`,
'error-just-sent': str`இந்த எண்ணுக்கு ஏற்கெனவே குறியீடு அனுப்பியுள்ளோம். கேட்ட இடத்தில் அதை உள்ளிடவும் அல்லது ${0} மீண்டும் முயலவும்.`,
'error-misconfigured': `உள்நுழைவு அமைப்பில் பிழை. தள உரிமையாளரிடம் கூறவும்.`,
'error-password-rejected': `இந்தக் கடவுச்சொல் எளிதானது. வேறொன்றைத் தேர்வுசெய்க.`,
'error-password-reused': `இது பழைய கடவுச்சொல். புதியதைத் தேர்வுசெய்க.`,
'error-password-short': str`குறைந்தது ${0} எழுத்துகள் தேவை.`,
'error-phone-blocked': `இந்த எண்ணுக்கு SMS அனுப்ப முடியாது. வேறு எண் தரவும்.`,
'error-phone-mismatch': `இது உங்கள் கணக்கின் எண் அல்ல.`,
'error-session-gone': `உங்கள் அமர்வு முடிந்தது. மீண்டும் தொடங்கவும்.`,
'error-signup-disabled': `இங்கே புதிய கணக்குகளை உருவாக்க முடியாது.`,
'error-unauthenticated': `முதலில் உள்நுழைந்து, மீண்டும் முயலவும்.`,
'forgot-password': `கடவுச்சொல் மறந்துவிட்டதா?`,
'heading-new-password': `புதிய கடவுச்சொல்லைத் தேர்வுசெய்க`,
'heading-password': `கடவுச்சொல்லை உள்ளிடவும்`,
'heading-register-instead': `கணக்கை உருவாக்கவா?`,
'heading-sign-in-instead': `உள்நுழைய விரும்புகிறீர்களா?`,
'help-resent': `இன்னும் வரவில்லையா? எண்ணையும் சிக்னலையும் சரிபார்க்கவும். அறியப்படாத அனுப்புநர்களை உங்கள் ஃபோன் தடுக்கலாம். ஒவ்வொரு முறையும் காத்திருப்பு நீளும்.`,
'listen': `உங்களை அழைக்கிறோம். அழைப்பை ஏற்று, சொல்லப்படும் குறியீட்டை உள்ளிடவும்.`,
'mfa-elsewhere': `இதற்கு வேறு செயலி அல்லது சாதனம் தேவை; இங்கே அமைக்க முடியாது.`,
'new-password': `புதிய கடவுச்சொல்`,
'number-landline': `இது தரைவழி எண்ணாக இருக்கலாம். எங்களால் அழைக்க முடியும்.`,
'password': `கடவுச்சொல்`,
'register-instead': html`<span class="number">${0}</span> எண்ணில் இன்னும் கணக்கு இல்லை.`,
'save-password': `கடவுச்சொல்லைச் சேமி`,
'sent-to-whatsapp': html`WhatsApp மூலம் <span class="number">${0}</span> எண்ணுக்கு அனுப்பப்பட்டது`,
'sent-whatsapp': `குறியீட்டை WhatsApp மூலம் அனுப்பியுள்ளோம்.`,
'show-password': `கடவுச்சொல்லைக் காட்டு`,
'sign-in': `உள்நுழை`,
'sign-in-instead': html`<span class="number">${0}</span> எண்ணில் ஏற்கெனவே கணக்கு உள்ளது.`,
'suggest-mfa': `உள்நுழையும்போது இரண்டாம் படி உங்கள் கணக்கைப் பாதுகாக்கும்.`,
'turn-on': `இயக்கு`,
'use-code': `SMS மூலம் குறியீடு பெறு`,
'use-password': `கடவுச்சொல்லைப் பயன்படுத்து`,
'will-call': html`<span class="number">${0}</span> எண்ணை அழைப்போம்`,
'will-whatsapp': html`<span class="number">${0}</span> எண்ணுக்கு WhatsApp செய்தி அனுப்புவோம்`,
    };
  