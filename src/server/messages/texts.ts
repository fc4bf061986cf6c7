/**
 * The texts of messages: five a language for the nine purposes. `npm run lint:sms` counts the segments of each and fails
 * where a text takes another number than its language is marked with. Another language is another entry.
 *
 * Each names what the code is for, so that somebody who is talked into reading it out can notice. A single character
 * outside of GSM-7 (a curly quote, too) makes the whole text UCS-2, with 70 characters in place of 160.
 */
import type { Purpose } from '../../protocol.js';

export type TextKind = 'signIn' | 'register' | 'reset' | 'link' | 'generic';

export const textKinds = {
  'sign-in': 'signIn',
  'mfa-verification': 'signIn',
  register: 'register',
  'forgot-password': 'reset',
  'bind-new-identifier': 'link',
  'bind-mfa': 'link',
  generic: 'generic',
  'organization-invitation': 'generic',
  'user-permission-validation': 'generic',
} as const satisfies Record<Purpose, TextKind>;

export interface MessageTexts {
  /** The segments that each of the texts takes, and takes with a bound last line. */
  segments: { plain: number; bound: number };
  /** `{{code}}` stands for the code. */
  texts: Readonly<Record<TextKind, string>>;
}

export const messageTexts = {
  ar: {
    segments: { plain: 1, bound: 2 },
    texts: {
      signIn: 'رمز تسجيل الدخول: {{code}}. صالح لمدة 10 دقائق. لا تشاركه مع أحد.',
      register: 'رمز إنشاء الحساب: {{code}}. صالح لمدة 10 دقائق. لا تشاركه مع أحد.',
      reset: 'رمز تغيير كلمة المرور: {{code}}. صالح لمدة 10 دقائق. لا تشاركه مع أحد.',
      link: 'رمز إضافة هذا الرقم: {{code}}. صالح لمدة 10 دقائق. لا تشاركه مع أحد.',
      generic: 'رمز التحقق: {{code}}. صالح لمدة 10 دقائق. لا تشاركه مع أحد.',
    },
  },
  cs: {
    segments: { plain: 1, bound: 2 },
    texts: {
      signIn: 'Kód pro přihlášení: {{code}}. Platí 10 minut. Nikomu ho nesdělujte.',
      register: 'Kód pro registraci: {{code}}. Platí 10 minut. Nikomu ho nesdělujte.',
      reset: 'Kód pro nové heslo: {{code}}. Platí 10 minut. Nikomu ho nesdělujte.',
      link: 'Kód pro přidání čísla: {{code}}. Platí 10 minut. Nikomu ho nesdělujte.',
      generic: 'Ověřovací kód: {{code}}. Platí 10 minut. Nikomu ho nesdělujte.',
    },
  },
  de: {
    segments: { plain: 1, bound: 1 },
    texts: {
      signIn: '{{code}} ist Ihr Anmeldecode. Er gilt 10 Minuten. Geben Sie ihn nicht weiter.',
      register: '{{code}} ist Ihr Registrierungscode. Er gilt 10 Minuten. Geben Sie ihn nicht weiter.',
      reset: '{{code}} ist Ihr Code für ein neues Passwort. Er gilt 10 Minuten. Geben Sie ihn nicht weiter.',
      link: '{{code}} ist Ihr Code zum Hinzufügen dieser Nummer. Er gilt 10 Minuten. Geben Sie ihn nicht weiter.',
      generic: '{{code}} ist Ihr Bestätigungscode. Er gilt 10 Minuten. Geben Sie ihn nicht weiter.',
    },
  },
  en: {
    segments: { plain: 1, bound: 1 },
    texts: {
      signIn: '{{code}} is your sign-in code. It is valid for 10 minutes. Do not share it.',
      register: '{{code}} is your sign-up code. It is valid for 10 minutes. Do not share it.',
      reset: '{{code}} is your password reset code. It is valid for 10 minutes. Do not share it.',
      link: '{{code}} is your code to add this number. It is valid for 10 minutes. Do not share it.',
      generic: '{{code}} is your verification code. It is valid for 10 minutes. Do not share it.',
    },
  },
  es: {
    segments: { plain: 1, bound: 1 },
    texts: {
      signIn: '{{code}} es tu clave de acceso. Caduca en 10 minutos. No la compartas.',
      register: '{{code}} es tu clave de registro. Caduca en 10 minutos. No la compartas.',
      reset: '{{code}} es tu clave para cambiar la contraseña. Caduca en 10 minutos. No la compartas.',
      link: '{{code}} es tu clave para añadir este teléfono. Caduca en 10 minutos. No la compartas.',
      generic: '{{code}} es tu clave de un solo uso. Caduca en 10 minutos. No la compartas.',
    },
  },
  'fa-IR': {
    segments: { plain: 1, bound: 2 },
    texts: {
      signIn: 'کد ورود: {{code}}. تا 10 دقیقه معتبر است. آن را به کسی ندهید.',
      register: 'کد ثبت نام: {{code}}. تا 10 دقیقه معتبر است. آن را به کسی ندهید.',
      reset: 'کد تغییر رمز عبور: {{code}}. تا 10 دقیقه معتبر است. آن را به کسی ندهید.',
      link: 'کد افزودن شماره: {{code}}. تا 10 دقیقه معتبر است. آن را به کسی ندهید.',
      generic: 'کد تأیید: {{code}}. تا 10 دقیقه معتبر است. آن را به کسی ندهید.',
    },
  },
  fr: {
    segments: { plain: 1, bound: 1 },
    texts: {
      signIn: '{{code}} est votre code de connexion. Il expire dans 10 minutes. Ne le partagez pas.',
      register: "{{code}} est votre code d'inscription. Il expire dans 10 minutes. Ne le partagez pas.",
      reset:
        '{{code}} est votre code de changement de mot de passe. Il expire dans 10 minutes. Ne le partagez pas.',
      link: "{{code}} est votre code d'ajout de ce numéro. Il expire dans 10 minutes. Ne le partagez pas.",
      generic: '{{code}} est votre code de vérification. Il expire dans 10 minutes. Ne le partagez pas.',
    },
  },
  it: {
    segments: { plain: 1, bound: 1 },
    texts: {
      signIn: '{{code}} è il tuo codice di accesso. Scade tra 10 minuti. Non condividerlo.',
      register: '{{code}} è il tuo codice di registrazione. Scade tra 10 minuti. Non condividerlo.',
      reset: '{{code}} è il tuo codice per cambiare la password. Scade tra 10 minuti. Non condividerlo.',
      link: '{{code}} è il tuo codice per aggiungere questo numero. Scade tra 10 minuti. Non condividerlo.',
      generic: '{{code}} è il tuo codice di verifica. Scade tra 10 minuti. Non condividerlo.',
    },
  },
  ja: {
    segments: { plain: 1, bound: 1 },
    texts: {
      signIn: 'ログイン認証コード {{code}}（10分間有効）。他人に教えないでください。',
      register: '新規登録認証コード {{code}}（10分間有効）。他人に教えないでください。',
      reset: 'パスワード再設定コード {{code}}（10分間有効）。他人に教えないでください。',
      link: '電話番号追加コード {{code}}（10分間有効）。他人に教えないでください。',
      generic: '認証コード {{code}}（10分間有効）。他人に教えないでください。',
    },
  },
  ko: {
    segments: { plain: 1, bound: 1 },
    texts: {
      signIn: '로그인 인증번호 {{code}} 10분 유효. 남에게 알리지 마세요.',
      register: '회원가입 인증번호 {{code}} 10분 유효. 남에게 알리지 마세요.',
      reset: '비밀번호 변경 인증번호 {{code}} 10분 유효. 남에게 알리지 마세요.',
      link: '전화번호 추가 인증번호 {{code}} 10분 유효. 남에게 알리지 마세요.',
      generic: '인증번호 {{code}} 10분 유효. 남에게 알리지 마세요.',
    },
  },
  'pl-PL': {
    segments: { plain: 1, bound: 1 },
    texts: {
      signIn: 'Kod logowania: {{code}}. Wygasa za 10 minut. Nie podawaj go nikomu.',
      register: 'Kod rejestracji: {{code}}. Wygasa za 10 minut. Nie podawaj go nikomu.',
      reset: 'Kod odzyskiwania konta: {{code}}. Wygasa za 10 minut. Nie podawaj go nikomu.',
      link: 'Kod dodania tego numeru: {{code}}. Wygasa za 10 minut. Nie podawaj go nikomu.',
      generic: 'Kod weryfikacyjny: {{code}}. Wygasa za 10 minut. Nie podawaj go nikomu.',
    },
  },
  'pt-BR': {
    segments: { plain: 1, bound: 2 },
    texts: {
      signIn: 'Código de acesso: {{code}}. Vale por 10 minutos. Não compartilhe.',
      register: 'Código de cadastro: {{code}}. Vale por 10 minutos. Não compartilhe.',
      reset: 'Código para nova senha: {{code}}. Vale por 10 minutos. Não compartilhe.',
      link: 'Código para este número: {{code}}. Vale por 10 minutos. Não compartilhe.',
      generic: 'Código de verificação: {{code}}. Vale por 10 minutos. Não compartilhe.',
    },
  },
  'pt-PT': {
    segments: { plain: 1, bound: 2 },
    texts: {
      signIn: 'Código de acesso: {{code}}. Válido 10 minutos. Não o partilhe.',
      register: 'Código de registo: {{code}}. Válido 10 minutos. Não o partilhe.',
      reset: 'Código para nova senha: {{code}}. Válido 10 minutos. Não o partilhe.',
      link: 'Código para este número: {{code}}. Válido 10 minutos. Não o partilhe.',
      generic: 'Código de verificação: {{code}}. Válido 10 minutos. Não o partilhe.',
    },
  },
  ru: {
    segments: { plain: 1, bound: 2 },
    texts: {
      signIn: 'Код для входа: {{code}}. Действует 10 минут. Никому не сообщайте.',
      register: 'Код регистрации: {{code}}. Действует 10 минут. Никому не сообщайте.',
      reset: 'Код смены пароля: {{code}}. Действует 10 минут. Никому не сообщайте.',
      link: 'Код привязки номера: {{code}}. Действует 10 минут. Никому не сообщайте.',
      generic: 'Код подтверждения: {{code}}. Действует 10 минут. Никому не сообщайте.',
    },
  },
  th: {
    segments: { plain: 1, bound: 2 },
    texts: {
      signIn: 'รหัสเข้าสู่ระบบคือ {{code}} ใช้ได้ 10 นาที ห้ามบอกผู้อื่น',
      register: 'รหัสสมัครบัญชีคือ {{code}} ใช้ได้ 10 นาที ห้ามบอกผู้อื่น',
      reset: 'รหัสรีเซ็ตรหัสผ่านคือ {{code}} ใช้ได้ 10 นาที ห้ามบอกผู้อื่น',
      link: 'รหัสเพิ่มหมายเลขนี้คือ {{code}} ใช้ได้ 10 นาที ห้ามบอกผู้อื่น',
      generic: 'รหัสยืนยันคือ {{code}} ใช้ได้ 10 นาที ห้ามบอกผู้อื่น',
    },
  },
  'tr-TR': {
    segments: { plain: 1, bound: 2 },
    texts: {
      signIn: 'Giriş kodunuz: {{code}}. 10 dakika geçerli. Kimseyle paylaşmayın.',
      register: 'Kayıt kodunuz: {{code}}. 10 dakika geçerli. Kimseyle paylaşmayın.',
      reset: 'Yeni şifre kodunuz: {{code}}. 10 dakika geçerli. Kimseyle paylaşmayın.',
      link: 'Numara ekleme kodu: {{code}}. 10 dakika geçerli. Kimseyle paylaşmayın.',
      generic: 'Doğrulama kodunuz: {{code}}. 10 dakika geçerli. Kimseyle paylaşmayın.',
    },
  },
  'uk-UA': {
    segments: { plain: 1, bound: 2 },
    texts: {
      signIn: 'Код для входу: {{code}}. Діє 10 хвилин. Нікому не повідомляйте.',
      register: 'Код реєстрації: {{code}}. Діє 10 хвилин. Нікому не повідомляйте.',
      reset: 'Код зміни пароля: {{code}}. Діє 10 хвилин. Нікому не повідомляйте.',
      link: 'Код додавання номера: {{code}}. Діє 10 хвилин. Нікому не повідомляйте.',
      generic: 'Код підтвердження: {{code}}. Діє 10 хвилин. Нікому не повідомляйте.',
    },
  },
  'zh-CN': {
    segments: { plain: 1, bound: 1 },
    texts: {
      signIn: '登录验证码 {{code}}，10 分钟内有效，请勿告诉他人。',
      register: '注册验证码 {{code}}，10 分钟内有效，请勿告诉他人。',
      reset: '重置密码验证码 {{code}}，10 分钟内有效，请勿告诉他人。',
      link: '绑定手机号验证码 {{code}}，10 分钟内有效，请勿告诉他人。',
      generic: '验证码 {{code}}，10 分钟内有效，请勿告诉他人。',
    },
  },
  'zh-HK': {
    segments: { plain: 1, bound: 1 },
    texts: {
      signIn: '登入驗證碼 {{code}}，10 分鐘內有效，請勿向他人透露。',
      register: '註冊驗證碼 {{code}}，10 分鐘內有效，請勿向他人透露。',
      reset: '重設密碼驗證碼 {{code}}，10 分鐘內有效，請勿向他人透露。',
      link: '綁定電話號碼驗證碼 {{code}}，10 分鐘內有效，請勿向他人透露。',
      generic: '驗證碼 {{code}}，10 分鐘內有效，請勿向他人透露。',
    },
  },
  'zh-TW': {
    segments: { plain: 1, bound: 1 },
    texts: {
      signIn: '登入驗證碼 {{code}}，10 分鐘內有效，請勿告訴他人。',
      register: '註冊驗證碼 {{code}}，10 分鐘內有效，請勿告訴他人。',
      reset: '重設密碼驗證碼 {{code}}，10 分鐘內有效，請勿告訴他人。',
      link: '綁定手機號碼驗證碼 {{code}}，10 分鐘內有效，請勿告訴他人。',
      generic: '驗證碼 {{code}}，10 分鐘內有效，請勿告訴他人。',
    },
  },
} as const satisfies Record<string, MessageTexts>;

export type MessageLocale = keyof typeof messageTexts;
