
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Le recevoir par SMS`,
'ask-voice': `Recevoir le code par appel`,
'ask-whatsapp': `Le recevoir par WhatsApp`,
'called': html`Nous avons appelé le <span class="number">${0}</span>`,
'calling': html`Nous appelons le <span class="number">${0}</span>`,
'country-aliases': `GB: Grande-Bretagne, Angleterre, Écosse; NL: Hollande; CD: RDC, Zaïre; US: Amérique; KR: Corée; AE: Émirats; CI: RCI; BY: Biélorussie; CZ: République tchèque; MM: Birmanie; MK: Macédoine; IR: Perse; VA: Vatican`,
'create-account': `Créer un compte`,
'error-account-blocked': `Ce compte est bloqué.`,
'error-account-exists': `Un compte est déjà associé à ce numéro.`,
'error-account-not-found': `Aucun compte n’est associé à ce numéro.`,
'error-captcha': `Confirmez que vous n’êtes pas un robot, puis réessayez.`,
'error-challenge-gone': `Ce code n’est plus valable.`,
'error-credentials-invalid': `Le numéro ou le mot de passe est incorrect.`,
'error-delivery-failed': `SMS non envoyé. Vérifiez le numéro ou réessayez.`,
'error-invalid-phone': `Ce numéro ne peut pas recevoir de SMS. Vérifiez-le.`,
'error-just-sent': str`Un code a déjà été envoyé à ce numéro. Utilisez-le là où vous l’avez demandé, ou réessayez ${0}.`,
'error-misconfigured': `Connexion mal configurée. Prévenez le responsable du site.`,
'error-password-rejected': `Ce mot de passe est trop facile à deviner. Choisissez-en un autre.`,
'error-password-reused': `C’est votre ancien mot de passe. Choisissez-en un autre.`,
'error-password-short': str`Utilisez au moins ${0} caractères.`,
'error-phone-blocked': `Impossible d’envoyer un SMS à ce numéro. Changez-en.`,
'error-phone-mismatch': `Ce n’est pas le numéro de votre compte.`,
'error-session-gone': `Votre session a expiré. Recommencez.`,
'error-signup-disabled': `La création de compte n’est pas possible ici.`,
'error-unauthenticated': `Connectez-vous d’abord, puis réessayez.`,
'forgot-password': `Mot de passe oublié ?`,
'heading-new-password': `Choisir un nouveau mot de passe`,
'heading-password': `Saisir le mot de passe`,
'heading-register-instead': `Créer un compte ?`,
'heading-sign-in-instead': `Se connecter plutôt ?`,
'help-resent': `Toujours rien ? Vérifiez le numéro et le réseau. Votre téléphone bloque peut-être les expéditeurs inconnus. Chaque attente est plus longue que la précédente.`,
'listen': `Nous vous appelons. Décrochez et saisissez le code que vous entendez.`,
'mfa-elsewhere': `Cela demande une autre application ou un autre appareil : impossible ici.`,
'new-password': `Nouveau mot de passe`,
'number-landline': `C’est peut-être un fixe. Nous pouvons l’appeler.`,
'password': `Mot de passe`,
'register-instead': html`Aucun compte n’est encore associé au <span class="number">${0}</span>.`,
'save-password': `Enregistrer le mot de passe`,
'sent-to-whatsapp': html`Envoyé par WhatsApp au <span class="number">${0}</span>`,
'sent-whatsapp': `Nous vous avons envoyé un code par WhatsApp.`,
'show-password': `Afficher le mot de passe`,
'sign-in': `Se connecter`,
'sign-in-instead': html`Un compte est déjà associé au <span class="number">${0}</span>.`,
'suggest-mfa': `Une seconde étape à la connexion protège votre compte.`,
'turn-on': `Activer`,
'use-code': `Recevoir plutôt un code par SMS`,
'use-password': `Utiliser plutôt le mot de passe`,
'will-call': html`Nous appellerons le <span class="number">${0}</span>`,
'will-whatsapp': html`Un message WhatsApp sera envoyé au <span class="number">${0}</span>`,
    };
  