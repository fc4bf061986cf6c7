/** What the simulated phone says of calls, in the languages of the page: fetched with the first call. */
import type { Language } from './texts.js';

const en = {
  incoming: 'Incoming call',
  talking: 'On the phone',
  answer: 'Answer',
  decline: 'Decline',
  hangUp: 'Hang up',
  missed: 'A call that was not answered.',
};

export type CallTexts = typeof en;

export const callTexts: Record<Language, CallTexts> = {
  en,
  'zh-CN': {
    incoming: '来电',
    talking: '通话中',
    answer: '接听',
    decline: '拒接',
    hangUp: '挂断',
    missed: '未接来电。',
  },
  'zh-TW': {
    incoming: '來電',
    talking: '通話中',
    answer: '接聽',
    decline: '拒接',
    hangUp: '掛斷',
    missed: '未接來電。',
  },
  th: {
    incoming: 'สายเรียกเข้า',
    talking: 'กำลังสนทนา',
    answer: 'รับสาย',
    decline: 'ปฏิเสธ',
    hangUp: 'วางสาย',
    missed: 'สายที่ไม่ได้รับ',
  },
  ru: {
    incoming: 'Входящий звонок',
    talking: 'Разговор',
    answer: 'Ответить',
    decline: 'Отклонить',
    hangUp: 'Завершить',
    missed: 'Пропущенный звонок.',
  },
};
