/** What Logto says of its sign-in to anyone: the fields, and their names, are those of the recording. */
import type { LogtoSettings } from './logto-world.js';

export function signInExperience(settings: LogtoSettings): object {
  const { signUp, phoneSignIn, passwordSignIn, isPasswordPrimary, passwordSignUp, version } = settings;
  const isPhoneServed = phoneSignIn || passwordSignIn;
  return {
    tenantId: 'default',
    id: 'default',
    color: {},
    branding: {},
    hideLogtoBranding: false,
    languageInfo: { autoDetect: true, fallbackLanguage: 'en' },
    termsOfUseUrl: null,
    privacyPolicyUrl: null,
    agreeToTermsPolicy: 'Automatic',
    signIn: {
      methods: isPhoneServed
        ? [
            {
              identifier: 'phone',
              password: passwordSignIn,
              verificationCode: phoneSignIn,
              isPasswordPrimary,
            },
          ]
        : [],
    },
    signUp: { identifiers: ['phone'], password: passwordSignUp, verify: true },
    socialSignIn: {},
    socialSignInConnectorTargets: [],
    signInMode: signUp ? 'SignInAndRegister' : 'SignIn',
    customCss: null,
    customContent: {},
    customUiAssets: null,
    passwordPolicy: { rejects: { pwned: false, repetitionAndSequence: true, userInfo: true, words: [] } },
    mfa: { factors: [], policy: 'UserControlled' },
    adaptiveMfa: {},
    singleSignOnEnabled: true,
    supportEmail: null,
    supportWebsiteUrl: null,
    unknownSessionRedirectUrl: null,
    captchaPolicy: {},
    sentinelPolicy: {},
    emailBlocklistPolicy: {},
    passkeySignIn: {},
    socialConnectors: [],
    ssoConnectors: [],
    forgotPassword: { phone: settings.forgotPassword, email: false },
    isDevelopmentTenant: false,
    customProfileFields: [],
    // *Unrecorded.*
    ...(version === '1.42' && { verificationCodePolicy: { expirationDuration: settings.codeLifetime } }),
  };
}
