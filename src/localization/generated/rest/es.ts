
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Recibirlo por SMS`,
'ask-voice': `Recibir una llamada con el código`,
'ask-whatsapp': `Recibirlo por WhatsApp`,
'called': html`Llamamos al <span class="number">${0}</span>`,
'calling': html`Estamos llamando al <span class="number">${0}</span>`,
'country-aliases': `US: América, EEUU; GB: Inglaterra, Gran Bretaña; NL: Holanda; KR: Corea; AE: Emiratos; CI: Costa de Marfil; BY: Bielorusia; CZ: República Checa; MM: Birmania; CD: RD Congo, Zaire; MK: Macedonia; TR: Turkía`,
'create-account': `Crear cuenta`,
'error-account-blocked': `Esta cuenta está bloqueada.`,
'error-account-exists': `Ya hay una cuenta con este número.`,
'error-account-not-found': `No hay ninguna cuenta con este número.`,
'error-captcha': `Confirma que no eres un robot e inténtalo de nuevo.`,
'error-challenge-gone': `Este código ya no es válido.`,
'error-credentials-invalid': `El número o la contraseña son incorrectos.`,
'error-delivery-failed': `No se envió el SMS. Revisa el número o inténtalo de nuevo.`,
'error-invalid-phone': `Este número no puede recibir SMS. Revísalo.`,
'error-just-sent': str`Ya enviamos un código a este número. Úsalo donde lo solicitaste o inténtalo de nuevo ${0}.`,
'error-misconfigured': `El acceso está mal configurado. Avisa al dueño del sitio.`,
'error-password-rejected': `Esta contraseña es demasiado fácil de adivinar. Elige otra.`,
'error-password-reused': `Esa es tu contraseña anterior. Elige una nueva.`,
'error-password-short': str`Usa al menos ${0} caracteres.`,
'error-phone-blocked': `No podemos enviar SMS a este número. Usa otro.`,
'error-phone-mismatch': `Este no es el número de tu cuenta.`,
'error-session-gone': `Tu sesión expiró. Empieza de nuevo.`,
'error-signup-disabled': `Aquí no se pueden crear cuentas nuevas.`,
'error-unauthenticated': `Inicia sesión e inténtalo de nuevo.`,
'forgot-password': `¿Olvidaste tu contraseña?`,
'heading-new-password': `Elige una nueva contraseña`,
'heading-password': `Escribe tu contraseña`,
'heading-register-instead': `¿Quieres crear una cuenta?`,
'heading-sign-in-instead': `¿Prefieres iniciar sesión?`,
'help-resent': `¿Aún nada? Revisa el número y la cobertura. Tu teléfono puede bloquear remitentes desconocidos. Cada espera es más larga que la anterior.`,
'listen': `Te estamos llamando. Contesta y escribe el código que oigas.`,
'mfa-elsewhere': `Hace falta otra aplicación u otro dispositivo, y no se puede activar aquí.`,
'new-password': `Nueva contraseña`,
'number-landline': `Puede ser un teléfono fijo. Podemos llamar.`,
'password': `Contraseña`,
'register-instead': html`Todavía no hay ninguna cuenta con el número <span class="number">${0}</span>.`,
'save-password': `Guardar contraseña`,
'sent-to-whatsapp': html`Enviado por WhatsApp al <span class="number">${0}</span>`,
'sent-whatsapp': `Te enviamos un código por WhatsApp.`,
'show-password': `Mostrar contraseña`,
'sign-in': `Iniciar sesión`,
'sign-in-instead': html`Ya hay una cuenta con el número <span class="number">${0}</span>.`,
'suggest-mfa': `Un segundo paso al iniciar sesión protege tu cuenta.`,
'turn-on': `Activarla`,
'use-code': `Recibir un código por SMS`,
'use-password': `Usar la contraseña`,
'will-call': html`Llamaremos al <span class="number">${0}</span>`,
'will-whatsapp': html`Enviaremos un mensaje de WhatsApp al <span class="number">${0}</span>`,
    };
  