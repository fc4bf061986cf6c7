/** Languages of South and Southeast Asia: rows of the table in `index.mjs`. */
import { typewriter } from './rules.mjs';

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
};
