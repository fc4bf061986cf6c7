
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Receber por SMS`,
'ask-voice': `Receber o código por ligação`,
'ask-whatsapp': `Receber por WhatsApp`,
'called': html`Ligamos para <span class="number">${0}</span>`,
'calling': html`Estamos ligando para <span class="number">${0}</span>`,
'country-aliases': `US: América, EUA; GB: Inglaterra, Grã-Bretanha; NL: Holanda; KR: Coreia; AE: Emirados; CI: Costa do Marfim; BY: Bielorrússia; CZ: República Tcheca; MM: Birmânia; CD: RD Congo, Zaire; MK: Macedônia; IR: Pérsia; VN: Vietnã`,
'create-account': `Criar conta`,
'error-account-blocked': `Esta conta está bloqueada.`,
'error-account-exists': `Já existe uma conta com este número.`,
'error-account-not-found': `Não há nenhuma conta com este número.`,
'error-captcha': `Confirme que você não é um robô e tente novamente.`,
'error-challenge-gone': `Este código não é mais válido.`,
'error-credentials-invalid': `O número ou a senha está incorreto.`,
'error-delivery-failed': `O SMS não foi enviado. Confira o número ou tente novamente.`,
'error-invalid-phone': `Este número não pode receber SMS. Confira o número.`,
'error-just-sent': str`Já enviamos um código para este número. Use-o onde você o pediu ou tente novamente ${0}.`,
'error-misconfigured': `O login está mal configurado. Avise o responsável pelo site.`,
'error-password-rejected': `Esta senha é muito fácil de adivinhar. Escolha outra.`,
'error-password-reused': `Esta é sua senha antiga. Escolha uma nova.`,
'error-password-short': str`Use pelo menos ${0} caracteres.`,
'error-phone-blocked': `Não podemos enviar SMS para este número. Use outro.`,
'error-phone-mismatch': `Este não é o número da sua conta.`,
'error-session-gone': `Sua sessão expirou. Comece novamente.`,
'error-signup-disabled': `Não é possível criar contas novas aqui.`,
'error-unauthenticated': `Entre na sua conta e tente novamente.`,
'forgot-password': `Esqueceu a senha?`,
'heading-new-password': `Escolha uma nova senha`,
'heading-password': `Digite sua senha`,
'heading-register-instead': `Quer criar uma conta?`,
'heading-sign-in-instead': `Quer entrar na sua conta?`,
'help-resent': `Ainda nada? Confira o número e o sinal. Seu celular pode bloquear remetentes desconhecidos. Cada espera é maior que a anterior.`,
'listen': `Estamos ligando para você. Atenda e digite o código que ouvir.`,
'mfa-elsewhere': `Isso exige outro app ou dispositivo e não pode ser ativado aqui.`,
'new-password': `Nova senha`,
'number-landline': `Pode ser um telefone fixo. Podemos ligar para ele.`,
'password': `Senha`,
'register-instead': html`Ainda não há nenhuma conta com o número <span class="number">${0}</span>.`,
'save-password': `Salvar senha`,
'sent-to-whatsapp': html`Enviado por WhatsApp para <span class="number">${0}</span>`,
'sent-whatsapp': `Enviamos um código por WhatsApp.`,
'show-password': `Mostrar senha`,
'sign-in': `Entrar`,
'sign-in-instead': html`Já existe uma conta com o número <span class="number">${0}</span>.`,
'suggest-mfa': `Uma segunda etapa ao entrar protege sua conta.`,
'turn-on': `Ativar`,
'use-code': `Receber código por SMS`,
'use-password': `Usar a senha`,
'will-call': html`Vamos ligar para <span class="number">${0}</span>`,
'will-whatsapp': html`Enviaremos uma mensagem de WhatsApp para <span class="number">${0}</span>`,
    };
  