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

export const connectorNames = Object.keys(connectorPackages) as readonly ConnectorName[];

export function isConnectorName(value: unknown): value is ConnectorName {
  return typeof value === 'string' && Object.hasOwn(connectorPackages, value);
}

/**
 * Where a message's text comes from. `content`: from the config's templates, in any alphabet. `gsm-7`: the same, but the
 * package cannot ask its provider for another alphabet than GSM-7 (`type: "unicode"` at Vonage, `encoding: "UCS2"` at
 * GatewayAPI), and other letters would arrive as question marks. `approved`: from templates at the provider. `payload`: it
 * goes along, for the receiver to use.
 */
export const connectorTexts = {
  twilio: 'content',
  aliyun: 'approved',
  tencent: 'approved',
  smsaero: 'content',
  gatewayapi: 'gsm-7',
  vonage: 'gsm-7',
  http: 'payload',
} as const satisfies Record<ConnectorName, 'content' | 'gsm-7' | 'approved' | 'payload'>;

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
