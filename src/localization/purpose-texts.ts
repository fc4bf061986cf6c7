/** What each purpose is called at the head of the form. */
import type { Purpose } from '../protocol.js';
import type { Texts } from './texts.js';

export function headingText(texts: Pick<Texts, 'msg'>, purpose: Purpose): string {
  switch (purpose) {
    case 'sign-in':
      return texts.msg('Sign in with your phone', {
        id: 'heading-sign-in',
        desc: 'Heading. Up to 35 characters.',
      });
    case 'register':
      return texts.msg('Create your account', {
        id: 'heading-register',
        desc: 'Heading. Up to 35 characters.',
      });
    case 'forgot-password':
      return texts.msg('Reset your password', {
        id: 'heading-forgot-password',
        desc: 'Heading. Up to 35 characters.',
      });
    case 'organization-invitation':
      return texts.msg('Accept your invitation', {
        id: 'heading-organization-invitation',
        desc: 'Heading. The person was invited into an organization. Up to 35 characters.',
      });
    case 'bind-new-identifier':
      return texts.msg('Add your phone number', {
        id: 'heading-bind-new-identifier',
        desc: 'Heading. A signed-in person adds a phone number to the account. Up to 35 characters.',
      });
    case 'mfa-verification':
    case 'user-permission-validation':
      return texts.msg('Confirm that it’s you', {
        id: 'heading-confirm-identity',
        desc: 'Heading. A second factor, or a check before something important. Up to 35 characters.',
      });
    case 'bind-mfa':
      return texts.msg('Set up two-step verification', {
        id: 'heading-bind-mfa',
        desc: 'Heading. The phone becomes the second factor. Up to 35 characters.',
      });
    case 'generic':
      return texts.msg('Confirm your phone number', {
        id: 'heading-generic',
        desc: 'Heading. Up to 35 characters.',
      });
  }
}
