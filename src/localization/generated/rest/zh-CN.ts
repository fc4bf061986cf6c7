
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `通过短信获取验证码`,
'ask-voice': `通过电话获取验证码`,
'ask-whatsapp': `通过 WhatsApp 获取验证码`,
'called': html`已致电 <span class="number">${0}</span>`,
'calling': html`正在致电 <span class="number">${0}</span>`,
'country-aliases': `KR: 南韩; US: 美利坚, 合众国; GB: 英格兰, 大不列颠; AE: 阿联酋, 迪拜; NL: 尼德兰; CI: 象牙海岸; KP: 北韩; MM: 缅; TH: 暹罗; CD: 刚果金; CG: 刚果布; GE: 乔治亚; NZ: 纽西兰; BY: 白罗斯; SA: 沙特`,
'create-account': `注册账号`,
'error-account-blocked': `该账号已被停用`,
'error-account-exists': `该手机号已注册`,
'error-account-not-found': `该手机号尚未注册`,
'error-captcha': `请完成人机验证后重试`,
'error-challenge-gone': `验证码已失效。`,
'error-credentials-invalid': `手机号或密码错误`,
'error-delivery-failed': `短信发送失败，请检查手机号或重试`,
'error-invalid-phone': `该号码无法接收短信，请检查后重试`,
'error-just-sent': str`已向该号码发送过验证码。请在获取验证码的页面输入，或在${0}再试。`,
'error-misconfigured': `登录功能配置有误，请联系网站管理员`,
'error-password-rejected': `该密码容易被猜到，请更换密码`,
'error-password-reused': `不能与旧密码相同，请重新设置`,
'error-password-short': str`请至少输入${0}个字符`,
'error-phone-blocked': `无法向该号码发送短信，请更换号码`,
'error-phone-mismatch': `这不是你账号的手机号`,
'error-session-gone': `操作超时，请重新开始`,
'error-signup-disabled': `暂未开放注册`,
'error-unauthenticated': `请先登录再试`,
'forgot-password': `忘记密码？`,
'heading-new-password': `设置新密码`,
'heading-password': `输入密码`,
'heading-register-instead': `要注册账号吗？`,
'heading-sign-in-instead': `要直接登录吗？`,
'help-resent': `仍未收到？请检查号码和手机信号。手机可能拦截了陌生短信。每次重新获取的等待时间都会变长。`,
'listen': `我们正在致电您。请接听并输入您听到的验证码。`,
'mfa-elsewhere': `需要其他应用或设备，无法在此设置`,
'new-password': `新密码`,
'number-landline': `这可能是固定电话。我们可以致电该号码。`,
'password': `密码`,
'register-instead': html`手机号 <span class="number">${0}</span> 尚未注册`,
'save-password': `保存密码`,
'sent-to-whatsapp': html`已通过 WhatsApp 发送至 <span class="number">${0}</span>`,
'sent-whatsapp': `验证码已通过 WhatsApp 发送。`,
'show-password': `显示密码`,
'sign-in': `登录`,
'sign-in-instead': html`手机号 <span class="number">${0}</span> 已注册`,
'suggest-mfa': `登录时多一步验证，账号更安全`,
'turn-on': `立即开启`,
'use-code': `改用短信验证码登录`,
'use-password': `改用密码登录`,
'will-call': html`我们将致电 <span class="number">${0}</span>`,
'will-whatsapp': html`我们将向 <span class="number">${0}</span> 发送 WhatsApp 消息`,
    };
  