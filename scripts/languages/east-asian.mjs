/** Chinese, Japanese and Korean: rows of the table in `index.mjs`. */
import { charactersOf, halfWidth, typewriter } from './rules.mjs';

/** @type {Record<string, import('./index.mjs').Language>} */
export default {
  ja: {
    name: '日本語',
    english: 'Japanese',
    sms: 'UCS-2',
    letter: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u,
    characters: () => charactersOf('euc-jp', [0xa1, 0xf4], [0xa1, 0xfe]), // JIS X 0208
    foreign: ['SMS'],
    terms: { code: /認証コード/u, phone: /電話番号/u, sms: /SMS/u },
    avoid: [
      halfWidth,
      [/確認コード|検証コード|認証番号|暗証/u, '認証コード'],
      [/携帯番号|ケータイ|スマホ/u, '電話番号'],
      [/ショートメッセージ|テキストメッセージ/u, 'SMS'],
      [/サインイン/u, 'ログイン'],
      [/下さい|出来|致し/u, 'in kana'],
      [/国(?![・番])/u, '国・地域'],
      [/。.*(?:です|ます|ません|ました|ください)$/u, 'a full stop after each of two sentences'],
      [/[ぁ-んァ-ヶー一-龠](?:SMS|\{\d\})|SMS[ぁ-んァ-ヶー一-龠]/u, 'a space beside SMS, before numbers'],
    ],
  },
  ko: {
    name: '한국어',
    english: 'Korean',
    sms: 'UCS-2',
    letter: /\p{Script=Hangul}/u,
    terms: { code: /인증번호/u, phone: /휴대폰 번호/u, sms: /문자/u },
    avoid: [
      typewriter,
      [/확인 ?코드|인증 ?코드|인증 번호/u, '인증번호'],
      [/핸드폰|휴대전화|휴대 전화|전화 ?번호|휴대폰번호/u, '휴대폰 번호'],
      [/메세지|메시지|SMS/u, '문자'],
      [/해주세요|하세요|하십시오|(?<!세)요\.|당신|귀하/u, '-습니다 and -해 주세요; no pronoun'],
      [/\{\d\}(?:을|를|이|가|은|는|으로|로)(?!\p{L})/u, 'no particle that depends on how a number ends'],
    ],
  },
  'zh-CN': {
    name: '简体中文',
    english: 'Chinese (simplified)',
    sms: 'UCS-2',
    letter: /\p{Script=Han}/u,
    characters: () => charactersOf('gbk', [0xb0, 0xf7], [0xa1, 0xfe]), // GB 2312
    terms: { code: /验证码/u, phone: /手机号/u, sms: /短信/u },
    avoid: [
      halfWidth,
      [/[校检]验码|动态码|确认码/u, '验证码'],
      [/手机号码|电话号码/u, '手机号'],
      [/简讯|短讯|讯息/u, '短信'],
      [/登[入陆]/u, '登录'],
      [/帐/u, '账号'],
      [/国家(?!\/地区)/u, '国家/地区'],
    ],
  },
  'zh-HK': {
    name: '繁體中文（香港）',
    english: 'Chinese (Hong Kong)',
    sms: 'UCS-2',
    letter: /\p{Script=Han}/u,
    characters: () => charactersOf('big5', [0xa4, 0xf9], [0x40, 0xfe]), // Big5
    terms: { code: /驗證碼/u, phone: /電話號碼/u, sms: /短訊/u },
    avoid: [
      halfWidth,
      [/校驗|動態碼|確認碼/u, '驗證碼'],
      [/手機/u, '電話號碼, 手提電話號碼'],
      [/簡訊|短信|訊息|信息/u, '短訊'],
      [/登[錄陸]/u, '登入'],
      [/註冊/u, '登記'],
      [/帳號|賬/u, '帳戶'],
      [/網路|服務器|使用者|機器人/u, '網絡, 伺服器, 用戶, 機械人'],
      [/身分/u, '身份'],
      [/您/u, '你'],
      [/國家(?!\/地區)/u, '國家/地區'],
      [/傳送|重新取得/u, '發送, 重新索取'],
      [/\p{Script=Han}\{\d\}/u, 'a space before a number'],
    ],
  },
  'zh-TW': {
    name: '繁體中文（台灣）',
    english: 'Chinese (Taiwan)',
    sms: 'UCS-2',
    letter: /\p{Script=Han}/u,
    characters: () => charactersOf('big5', [0xa4, 0xf9], [0x40, 0xfe]), // Big5
    terms: { code: /驗證碼/u, phone: /手機號碼/u, sms: /簡訊/u },
    avoid: [
      halfWidth,
      [/校驗|動態碼/u, '驗證碼'],
      [/手機號(?!碼)|電話/u, '手機號碼'],
      [/短信|短訊|信息/u, '簡訊'],
      [/登[錄陸]/u, '登入'],
      [/帳戶|賬/u, '帳號'],
      [/網絡|服務器|默認|用戶/u, '網路, 伺服器, 預設, 使用者'],
      [/身份/u, '身分'],
      [/你/u, '您'],
      [/國家(?!\/地區)/u, '國家/地區'],
      [/\p{Script=Han}\{\d\}/u, 'a space before a number'],
    ],
  },
};
