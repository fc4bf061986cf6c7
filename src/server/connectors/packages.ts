/** Logto's official SMS connectors, by our names, and what each is handed. */
import type { Purpose } from '../../protocol.js';

export const connectorPackages = {
  twilio: '@logto/connector-twilio-sms',
  aliyun: '@logto/connector-aliyun-sms',
  tencent: '@logto/connector-tencent-sms',
  smsaero: '@logto/connector-smsaero',
  gatewayapi: '@logto/connector-gatewayapi-sms',
  vonage: '@logto/connector-vonage-sms',
  http: '@logto/connector-http-sms',
} as const;

export type ConnectorName = keyof typeof connectorPackages;

/** The connectors' own names of the purposes. */
export const usageTypes = {
  'sign-in': 'SignIn',
  register: 'Register',
  'forgot-password': 'ForgotPassword',
  generic: 'Generic',
  'organization-invitation': 'OrganizationInvitation',
  'user-permission-validation': 'UserPermissionValidation',
  'bind-new-identifier': 'BindNewIdentifier',
  'mfa-verification': 'MfaVerification',
  'bind-mfa': 'BindMfa',
} as const satisfies Record<Purpose, string>;
