
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Receber por SMS`,
'ask-voice': `Receber o código por chamada`,
'ask-whatsapp': `Receber por WhatsApp`,
'called': html`Ligámos para <span class="number">${0}</span>`,
'calling': html`Estamos a ligar para <span class="number">${0}</span>`,
'country-aliases': `US: América, EUA; GB: Inglaterra, Grã-Bretanha; NL: Holanda; KR: Coreia; AE: Emirados; CI: Costa do Marfim; BY: Bielorrússia; CZ: República Checa; MM: Birmânia; CD: RD Congo, Zaire; MK: Macedónia; IR: Pérsia; VN: Vietnam`,
'create-account': `Criar conta`,
'error-account-blocked': `Esta conta está bloqueada.`,
'error-account-exists': `Já existe uma conta com este número.`,
'error-account-not-found': `Não existe nenhuma conta com este número.`,
'error-captcha': `Confirme que não é um robô e tente novamente.`,
'error-challenge-gone': `Este código já não é válido.`,
'error-credentials-invalid': `O número ou a palavra-passe está incorreto.`,
'error-delivery-failed': `O SMS não foi enviado. Verifique o número ou tente novamente.`,
'error-invalid-phone': `Este número não pode receber SMS. Verifique-o.`,
'error-just-sent': str`Já enviámos um código para este número. Use-o onde o pediu ou tente novamente ${0}.`,
'error-misconfigured': `Início de sessão mal configurado. Avise o responsável do site.`,
'error-password-rejected': `Esta palavra-passe é demasiado fácil de adivinhar. Escolha outra.`,
'error-password-reused': `Esta é a sua palavra-passe antiga. Escolha uma nova.`,
'error-password-short': str`Use pelo menos ${0} caracteres.`,
'error-phone-blocked': `Não podemos enviar SMS para este número. Use outro.`,
'error-phone-mismatch': `Este não é o número da sua conta.`,
'error-session-gone': `A sessão expirou. Comece de novo.`,
'error-signup-disabled': `Não é possível criar novas contas aqui.`,
'error-unauthenticated': `Inicie sessão e tente novamente.`,
'forgot-password': `Esqueceu-se da palavra-passe?`,
'heading-new-password': `Escolha uma nova palavra-passe`,
'heading-password': `Introduza a palavra-passe`,
'heading-register-instead': `Quer criar uma conta?`,
'heading-sign-in-instead': `Prefere iniciar sessão?`,
'help-resent': `Ainda nada? Verifique o número e a rede. O telemóvel pode bloquear remetentes desconhecidos. Cada espera é mais longa do que a anterior.`,
'listen': `Estamos a ligar-lhe. Atenda e introduza o código que ouvir.`,
'mfa-elsewhere': `É precisa outra aplicação ou dispositivo, e não pode ser ativada aqui.`,
'new-password': `Nova palavra-passe`,
'number-landline': `Pode ser um telefone fixo. Podemos ligar para ele.`,
'password': `Palavra-passe`,
'register-instead': html`Ainda não existe nenhuma conta com o número <span class="number">${0}</span>.`,
'save-password': `Guardar palavra-passe`,
'sent-to-whatsapp': html`Enviado por WhatsApp para <span class="number">${0}</span>`,
'sent-whatsapp': `Enviámos-lhe um código por WhatsApp.`,
'show-password': `Mostrar palavra-passe`,
'sign-in': `Iniciar sessão`,
'sign-in-instead': html`Já existe uma conta com o número <span class="number">${0}</span>.`,
'suggest-mfa': `Um passo adicional ao iniciar sessão protege a sua conta.`,
'turn-on': `Ativar`,
'use-code': `Receber código por SMS`,
'use-password': `Usar a palavra-passe`,
'will-call': html`Vamos ligar para <span class="number">${0}</span>`,
'will-whatsapp': html`Enviaremos uma mensagem de WhatsApp para <span class="number">${0}</span>`,
    };
  