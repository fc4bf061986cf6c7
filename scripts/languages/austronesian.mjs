/** Indonesian, Malay, Filipino, Vietnamese and Swahili: rows of the table in `index.mjs`. */
import { typewriter } from './rules.mjs';

/** @type {Record<string, import('./index.mjs').Language>} */
export default {
  fil: {
    name: 'Filipino',
    english: 'Filipino',
    sms: 'GSM-7',
    letter: /[a-zñ]/iu,
    terms: { code: /verification code/iu, phone: /numero ng telepono/iu, sms: /text/iu },
    avoid: [
      typewriter,
      [/OTP|mobile number|phone number|cellphone/iu, 'verification code, numero ng telepono'],
      [/pakiusap|(?<!\p{L})paki-?\p{L}/iu, 'short: no “paki”'],
    ],
  },
  id: {
    name: 'Bahasa Indonesia',
    english: 'Indonesian',
    sms: 'GSM-7',
    letter: /[a-z]/iu,
    terms: { code: /kode verifikasi/iu, phone: /nomor telepon/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/kode OTP|kode konfirmasi|nomor HP|password/iu, 'kode verifikasi, nomor telepon, kata sandi'],
      [/(?<!\p{L})(?:kamu|kau|anda|silakan|mohon)(?!\p{L})/u, 'Anda, great, and no “please”'],
    ],
  },
  ms: {
    name: 'Bahasa Melayu',
    english: 'Malay',
    sms: 'GSM-7',
    letter: /[a-z]/iu,
    terms: { code: /kod pengesahan/iu, phone: /nombor telefon/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/verifikasi|nomor|kata sandi|akun|baru(?!\p{L})/iu, 'a word of Indonesia'],
      [/(?<!\p{L})(?:awak|kamu|sila)(?!\p{L})/iu, 'anda, and no “please”'],
    ],
  },
  sw: {
    name: 'Kiswahili',
    english: 'Swahili',
    sms: 'GSM-7',
    letter: /[a-z]/iu,
    terms: { code: /msimbo (?:wako )?wa uthibitishaji/iu, phone: /nambari (?:yako )?ya simu/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/(?<!\p{L})namba(?!\p{L})|kodi|neno la siri|nywila/iu, 'nambari, msimbo, nenosiri'],
      [/tafadhali/iu, 'short: no “tafadhali”'],
    ],
  },
  vi: {
    name: 'Tiếng Việt',
    english: 'Vietnamese',
    sms: 'UCS-2',
    letter: /[a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]/iu,
    terms: { code: /mã xác minh/iu, phone: /số điện thoại/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/mã (?:OTP|xác nhận|xác thực)|tin nhắn văn bản/iu, 'mã xác minh, SMS'],
      [/vui lòng|xin(?!\p{L})/iu, 'short: “hãy” alone'],
    ],
  },
};
