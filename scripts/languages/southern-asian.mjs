/** Languages of South and Southeast Asia: rows of the table in `index.mjs`. */
import { dandaBehindCode, typewriter } from './rules.mjs';

/** @type {Record<string, import('./index.mjs').Language>} */
export default {
  th: {
    name: 'ไทย',
    english: 'Thai',
    sms: 'UCS-2',
    letter: /\p{Script=Thai}/u,
    foreign: ['SMS'],
    terms: { code: /รหัสยืนยัน/u, phone: /หมายเลขโทรศัพท์/u, sms: /SMS/u },
    avoid: [
      typewriter,
      [/[.!?;]/, 'Thai sentences end without a mark'],
      [/OTP|โค้ด|โค๊ด/u, 'รหัสยืนยัน'],
      [/เบอร์โทร/u, 'หมายเลขโทรศัพท์'],
      [/โปรด/u, 'กรุณา'],
      [/อินเตอร์|เว็ปไซ/u, 'อินเทอร์เน็ต, เว็บไซต์'],
    ],
  },
  bn: {
    name: 'বাংলা',
    english: 'Bengali',
    sms: 'UCS-2',
    letter: /\p{Script=Bengali}/u,
    foreign: ['SMS'],
    terms: { code: /যাচাইকরণ কোড/u, phone: /ফোন নম্বর/u, sms: /SMS/u },
    avoid: [
      typewriter,
      [/[.]/, '।'],
      dandaBehindCode,
      [/ভেরিফিকেশন|নাম্বার|এসএমএস/u, 'যাচাইকরণ, নম্বর, SMS'],
      [/(?<!\p{L})(?:তুমি|তোমার|তুই)(?!\p{L})|অনুগ্রহ|দয়া করে/u, 'আপনি, and no “please”'],
    ],
  },
  hi: {
    name: 'हिन्दी',
    english: 'Hindi',
    sms: 'UCS-2',
    letter: /\p{Script=Devanagari}/u,
    foreign: ['SMS'],
    terms: { code: /सत्यापन कोड/u, phone: /फ़ोन नंबर/u, sms: /SMS/u },
    avoid: [
      typewriter,
      [/[.]/, '।'],
      dandaBehindCode,
      [/भूल गए|(?:सकते|चाहते) हैं|सकेंगे/u, 'said of a man: “… जा सकता है”'],
      [/वेरिफ़िकेशन|ओटीपी|एसएमएस|दूरभाष/u, 'सत्यापन कोड, SMS, फ़ोन'],
      [/(?<!\p{L})(?:तुम|तुम्हारा|तू|कृपया)(?!\p{L})/u, 'आप, and no “please”'],
    ],
  },
  mr: {
    name: 'मराठी',
    english: 'Marathi',
    sms: 'UCS-2',
    letter: /\p{Script=Devanagari}/u,
    foreign: ['SMS'],
    terms: { code: /पडताळणी कोड/u, phone: /फोन नंबर/u, sms: /SMS/u },
    avoid: [
      typewriter,
      [/[।]/u, 'a full stop'],
      [/सत्यापन|फ़ोन|एसएमएस|ओटीपी/u, 'पडताळणी कोड, फोन, SMS'],
      [/(?<!\p{L})(?:तू|तुझा|तुझे|कृपया)(?!\p{L})/u, 'तुम्ही, and no “please”'],
    ],
  },
  ta: {
    name: 'தமிழ்',
    english: 'Tamil',
    sms: 'UCS-2',
    letter: /\p{Script=Tamil}/u,
    foreign: ['SMS'],
    terms: { code: /சரிபார்ப்புக் குறியீ/u, phone: /ஃபோன் எண்/u, sms: /SMS/u },
    avoid: [
      typewriter,
      [/போன் நம்பர்|எஸ்எம்எஸ்|ஓடிபி/u, 'ஃபோன் எண், SMS'],
      [/(?<!\p{L})(?:நீ|உன்|தயவுசெய்து)(?!\p{L}|\p{M})/u, 'நீங்கள், and no “please”'],
    ],
  },
  te: {
    name: 'తెలుగు',
    english: 'Telugu',
    sms: 'UCS-2',
    letter: /\p{Script=Telugu}/u,
    foreign: ['SMS'],
    terms: { code: /ధ్రువీకరణ కోడ్/u, phone: /ఫోన్ నంబర్/u, sms: /SMS/u },
    avoid: [
      typewriter,
      [/ఓటీపీ|నెంబర్|ఎస్ఎంఎస్|ధృవ/u, 'ధ్రువీకరణ కోడ్, నంబర్, SMS'],
      [/(?<!\p{L})(?:నువ్వు|నీ|దయచేసి)(?!\p{L}|\p{M})/u, 'మీరు, and no “please”'],
    ],
  },
};
