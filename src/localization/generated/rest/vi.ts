
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Nhận mã qua SMS`,
'ask-voice': `Nhận mã qua cuộc gọi`,
'ask-whatsapp': `Nhận mã qua WhatsApp`,
'called': html`Chúng tôi đã gọi đến <span class="number">${0}</span>`,
'calling': html`Chúng tôi đang gọi đến <span class="number">${0}</span>`,
'country-aliases': `US: Mỹ, Hoa Kỳ; GB: Anh, Anh Quốc; KR: Hàn, Nam Hàn; KP: Bắc Hàn; NL: Hòa Lan; AE: Dubai; AU: Úc; CZ: Tiệp, Cộng hòa Séc; MM: Miến Điện; FR: Pháp Quốc; CI: Bờ Biển Ngà; TR: Thổ; DE: Tây Đức; SG: Tân Gia Ba`,
'create-account': `Tạo tài khoản`,
'error-account-blocked': `Tài khoản này đã bị khóa.`,
'error-account-exists': `Đã có tài khoản dùng số này.`,
'error-account-not-found': `Không có tài khoản nào dùng số này.`,
'error-captcha': `Hãy xác nhận bạn không phải rô-bốt rồi thử lại.`,
'error-challenge-gone': `Mã này không còn hiệu lực.`,
'error-credentials-invalid': `Số hoặc mật khẩu không đúng.`,
'error-delivery-failed': `Không gửi được SMS. Hãy kiểm tra số hoặc thử lại.`,
'error-invalid-phone': `Số này không thể nhận SMS. Hãy kiểm tra rồi thử lại.`,
'error-just-sent': str`Chúng tôi đã gửi mã đến số này. Hãy nhập mã ở nơi bạn đã yêu cầu, hoặc thử lại ${0}.`,
'error-misconfigured': `Đăng nhập chưa được thiết lập đúng. Hãy báo cho chủ trang web.`,
'error-password-rejected': `Mật khẩu này quá dễ đoán. Hãy chọn mật khẩu khác.`,
'error-password-reused': `Đó là mật khẩu cũ của bạn. Hãy chọn mật khẩu mới.`,
'error-password-short': str`Hãy dùng ít nhất ${0} ký tự.`,
'error-phone-blocked': `Không thể gửi SMS đến số này. Hãy dùng số khác.`,
'error-phone-mismatch': `Đây không phải là số trong tài khoản của bạn.`,
'error-session-gone': `Phiên của bạn đã hết hạn. Hãy bắt đầu lại.`,
'error-signup-disabled': `Không thể tạo tài khoản mới tại đây.`,
'error-unauthenticated': `Hãy đăng nhập trước rồi thử lại.`,
'forgot-password': `Quên mật khẩu?`,
'heading-new-password': `Chọn mật khẩu mới`,
'heading-password': `Nhập mật khẩu`,
'heading-register-instead': `Bạn muốn tạo tài khoản?`,
'heading-sign-in-instead': `Bạn muốn đăng nhập?`,
'help-resent': `Vẫn chưa nhận được? Hãy kiểm tra số và sóng điện thoại. Điện thoại có thể chặn người gửi lạ. Mỗi lần chờ sẽ lâu hơn lần trước.`,
'listen': `Chúng tôi đang gọi cho bạn. Hãy nghe máy và nhập mã bạn nghe được.`,
'mfa-elsewhere': `Cần ứng dụng hoặc thiết bị khác, không thể thiết lập ở đây.`,
'new-password': `Mật khẩu mới`,
'number-landline': `Đây có thể là số cố định. Chúng tôi có thể gọi đến.`,
'password': `Mật khẩu`,
'register-instead': html`Chưa có tài khoản nào dùng số <span class="number">${0}</span>.`,
'save-password': `Lưu mật khẩu`,
'sent-to-whatsapp': html`Đã gửi qua WhatsApp đến <span class="number">${0}</span>`,
'sent-whatsapp': `Chúng tôi đã gửi mã cho bạn qua WhatsApp.`,
'show-password': `Hiện mật khẩu`,
'sign-in': `Đăng nhập`,
'sign-in-instead': html`Đã có tài khoản dùng số <span class="number">${0}</span>.`,
'suggest-mfa': `Bước thứ hai khi đăng nhập giúp bảo vệ tài khoản của bạn.`,
'turn-on': `Bật`,
'use-code': `Nhận mã qua SMS thay vì mật khẩu`,
'use-password': `Dùng mật khẩu thay vì mã`,
'will-call': html`Chúng tôi sẽ gọi đến <span class="number">${0}</span>`,
'will-whatsapp': html`Sẽ gửi tin nhắn WhatsApp đến <span class="number">${0}</span>`,
    };
  