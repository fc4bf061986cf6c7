
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `ขอรหัสทาง SMS`,
'ask-voice': `ขอรหัสทางโทรศัพท์`,
'ask-whatsapp': `ขอรหัสทาง WhatsApp`,
'called': html`เราโทรไปที่ <span class="number">${0}</span> แล้ว`,
'calling': html`กำลังโทรไปที่ <span class="number">${0}</span>`,
'country-aliases': `GB: อังกฤษ, บริเตน; US: อเมริกา, ยูเอสเอ; KR: เกาหลี; NL: ฮอลแลนด์; MM: พม่า; AE: เอมิเรตส์, ดูไบ, ยูเออี; SA: ซาอุ; CI: ไอวอรีโคสต์; CZ: เช็ก; DE: เยอรมัน; CN: เมืองจีน; TR: เตอร์กี; CD: คองโก; BY: เบลารุส`,
'create-account': `สร้างบัญชี`,
'error-account-blocked': `บัญชีนี้ถูกระงับการใช้งาน`,
'error-account-exists': `หมายเลขนี้มีบัญชีอยู่แล้ว`,
'error-account-not-found': `ไม่พบบัญชีที่ใช้หมายเลขนี้`,
'error-captcha': `กรุณายืนยันว่าคุณไม่ใช่บอท แล้วลองอีกครั้ง`,
'error-challenge-gone': `รหัสยืนยันนี้ใช้ไม่ได้แล้ว`,
'error-credentials-invalid': `หมายเลขหรือรหัสผ่านไม่ถูกต้อง`,
'error-delivery-failed': `ส่ง SMS ไม่สำเร็จ กรุณาตรวจสอบหมายเลขหรือลองอีกครั้ง`,
'error-invalid-phone': `หมายเลขนี้รับ SMS ไม่ได้ กรุณาตรวจสอบอีกครั้ง`,
'error-just-sent': str`เราส่งรหัสไปที่หมายเลขนี้แล้ว กรุณากรอกในหน้าที่คุณขอรหัส หรือลองใหม่${0}`,
'error-misconfigured': `การเข้าสู่ระบบนี้ตั้งค่าไว้ไม่ถูกต้อง กรุณาแจ้งผู้ดูแลเว็บไซต์`,
'error-password-rejected': `รหัสผ่านนี้เดาง่ายเกินไป กรุณาใช้รหัสผ่านอื่น`,
'error-password-reused': `นี่คือรหัสผ่านเดิมของคุณ กรุณาตั้งรหัสผ่านใหม่`,
'error-password-short': str`กรุณาใช้อักขระอย่างน้อย ${0} ตัว`,
'error-phone-blocked': `ส่ง SMS ไปที่หมายเลขนี้ไม่ได้ กรุณาใช้หมายเลขอื่น`,
'error-phone-mismatch': `หมายเลขนี้ไม่ใช่หมายเลขของบัญชีคุณ`,
'error-session-gone': `หมดเวลาแล้ว กรุณาเริ่มใหม่อีกครั้ง`,
'error-signup-disabled': `ไม่เปิดรับสมัครบัญชีใหม่`,
'error-unauthenticated': `กรุณาเข้าสู่ระบบก่อน แล้วลองอีกครั้ง`,
'forgot-password': `ลืมรหัสผ่านใช่ไหม`,
'heading-new-password': `สร้างรหัสผ่านใหม่`,
'heading-password': `กรอกรหัสผ่าน`,
'heading-register-instead': `ต้องการสร้างบัญชีหรือไม่`,
'heading-sign-in-instead': `ต้องการเข้าสู่ระบบแทนหรือไม่`,
'help-resent': `ยังไม่ได้รับใช่ไหม กรุณาตรวจสอบหมายเลขและสัญญาณ โทรศัพท์อาจบล็อกผู้ส่งที่ไม่รู้จัก และแต่ละครั้งจะต้องรอนานขึ้น`,
'listen': `เรากำลังโทรหาคุณ กรุณารับสายและกรอกรหัสที่ได้ยิน`,
'mfa-elsewhere': `ต้องใช้แอปหรืออุปกรณ์อื่น จึงตั้งค่าที่นี่ไม่ได้`,
'new-password': `รหัสผ่านใหม่`,
'number-landline': `นี่อาจเป็นโทรศัพท์บ้าน เราโทรไปได้`,
'password': `รหัสผ่าน`,
'register-instead': html`ยังไม่มีบัญชีที่ใช้หมายเลข <span class="number">${0}</span>`,
'save-password': `บันทึกรหัสผ่าน`,
'sent-to-whatsapp': html`ส่งทาง WhatsApp ไปที่ <span class="number">${0}</span> แล้ว`,
'sent-whatsapp': `ส่งรหัสยืนยันทาง WhatsApp แล้ว`,
'show-password': `แสดงรหัสผ่าน`,
'sign-in': `เข้าสู่ระบบ`,
'sign-in-instead': html`หมายเลข <span class="number">${0}</span> มีบัญชีอยู่แล้ว`,
'suggest-mfa': `การยืนยันอีกขั้นตอนตอนเข้าสู่ระบบช่วยปกป้องบัญชีของคุณ`,
'turn-on': `เปิดใช้`,
'use-code': `ใช้รหัสยืนยันทาง SMS แทน`,
'use-password': `ใช้รหัสผ่านแทน`,
'will-call': html`เราจะโทรไปที่ <span class="number">${0}</span>`,
'will-whatsapp': html`เราจะส่งข้อความ WhatsApp ไปที่ <span class="number">${0}</span>`,
    };
  