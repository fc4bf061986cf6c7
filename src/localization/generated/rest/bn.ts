
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `SMS-এ কোড পাঠান`,
'ask-voice': `ফোন কলে কোড নিন`,
'ask-whatsapp': `WhatsApp-এ কোড পাঠান`,
'called': html`<span class="number">${0}</span> নম্বরে কল করা হয়েছে`,
'calling': html`<span class="number">${0}</span> নম্বরে কল করা হচ্ছে`,
'country-aliases': `US: আমেরিকা, ইউএসএ; GB: ব্রিটেন, ইংল্যান্ড, বিলাত; AE: আমিরাত, দুবাই; SA: সৌদি; KR: কোরিয়া; NL: হল্যান্ড; MM: বার্মা; IN: ভারতবর্ষ; CD: কঙ্গো গণতান্ত্রিক; CZ: চেক প্রজাতন্ত্র; TR: টার্কি; IR: পারস্য`,
'create-account': `অ্যাকাউন্ট তৈরি করুন`,
'error-account-blocked': `এই অ্যাকাউন্ট ব্লক করা আছে।`,
'error-account-exists': `এই নম্বরে আগে থেকেই অ্যাকাউন্ট আছে।`,
'error-account-not-found': `এই নম্বরে কোনো অ্যাকাউন্ট নেই।`,
'error-captcha': `আপনি রোবট নন তা নিশ্চিত করে আবার চেষ্টা করুন।`,
'error-challenge-gone': `এই কোড আর বৈধ নয়।`,
'error-credentials-invalid': `নম্বর বা পাসওয়ার্ড ভুল।`,
'error-delivery-failed': `SMS পাঠানো যায়নি। নম্বর দেখে নিন বা আবার চেষ্টা করুন।`,
'error-invalid-phone': `এই নম্বরে SMS যায় না। দেখে নিয়ে আবার চেষ্টা করুন।`,
'error-just-sent': str`এই নম্বরে আগেই কোড পাঠানো হয়েছে। যেখানে চেয়েছিলেন, সেখানে কোডটি লিখুন, অথবা ${0} আবার চেষ্টা করুন।`,
'error-misconfigured': `সাইন-ইন ঠিকভাবে সেট করা নেই। সাইটের মালিককে জানান।`,
'error-password-rejected': `এই পাসওয়ার্ড সহজেই অনুমান করা যায়। অন্য একটি নিন।`,
'error-password-reused': `এটি আপনার পুরোনো পাসওয়ার্ড। নতুন একটি বেছে নিন।`,
'error-password-short': str`অন্তত ${0}টি অক্ষর ব্যবহার করুন।`,
'error-phone-blocked': `এই নম্বরে SMS পাঠানো যায় না। অন্য নম্বর দিন।`,
'error-phone-mismatch': `এটি আপনার অ্যাকাউন্টের নম্বর নয়।`,
'error-session-gone': `আপনার সেশন শেষ হয়েছে। আবার শুরু করুন।`,
'error-signup-disabled': `এখানে নতুন অ্যাকাউন্ট তৈরি করা যায় না।`,
'error-unauthenticated': `আগে সাইন ইন করুন, তারপর আবার চেষ্টা করুন।`,
'forgot-password': `পাসওয়ার্ড ভুলে গেছেন?`,
'heading-new-password': `নতুন পাসওয়ার্ড বেছে নিন`,
'heading-password': `পাসওয়ার্ড লিখুন`,
'heading-register-instead': `অ্যাকাউন্ট তৈরি করতে চান?`,
'heading-sign-in-instead': `সাইন ইন করতে চান?`,
'help-resent': `এখনও আসেনি? নম্বর ও নেটওয়ার্ক দেখে নিন। আপনার ফোন অচেনা প্রেরককে ব্লক করতে পারে। প্রতিবার আগের চেয়ে বেশি অপেক্ষা করতে হবে।`,
'listen': `আপনাকে কল করা হচ্ছে। কল ধরুন এবং যে কোড শুনবেন তা লিখুন।`,
'mfa-elsewhere': `এর জন্য অন্য অ্যাপ বা ডিভাইস লাগে, এখানে চালু করা যায় না।`,
'new-password': `নতুন পাসওয়ার্ড`,
'number-landline': `এটি ল্যান্ডলাইন হতে পারে। আমরা কল করতে পারি।`,
'password': `পাসওয়ার্ড`,
'register-instead': html`<span class="number">${0}</span> নম্বরে এখনও কোনো অ্যাকাউন্ট নেই।`,
'save-password': `পাসওয়ার্ড সেভ করুন`,
'sent-to-whatsapp': html`WhatsApp-এ <span class="number">${0}</span> নম্বরে পাঠানো হয়েছে`,
'sent-whatsapp': `আমরা WhatsApp-এ কোড পাঠিয়েছি।`,
'show-password': `পাসওয়ার্ড দেখান`,
'sign-in': `সাইন ইন করুন`,
'sign-in-instead': html`<span class="number">${0}</span> নম্বরে আগে থেকেই অ্যাকাউন্ট আছে।`,
'suggest-mfa': `সাইন ইনের দ্বিতীয় ধাপ আপনার অ্যাকাউন্ট সুরক্ষিত রাখে।`,
'turn-on': `চালু করুন`,
'use-code': `এর বদলে SMS-এ কোড নিন`,
'use-password': `এর বদলে পাসওয়ার্ড ব্যবহার করুন`,
'will-call': html`<span class="number">${0}</span> নম্বরে কল করা হবে`,
'will-whatsapp': html`<span class="number">${0}</span> নম্বরে WhatsApp বার্তা পাঠানো হবে`,
    };
  