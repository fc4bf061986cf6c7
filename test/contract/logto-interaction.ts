/** One interaction of the stand-in of Logto: what was proved so far, and what is still to be done before it may end. */
import { LogtoError } from './logto-errors.js';
import { mask, newId, type LogtoUser, type World } from './logto-world.js';

export type InteractionEvent = 'SignIn' | 'Register' | 'ForgotPassword';

/** A new record of a kind replaces the one before: that id is gone. */
type RecordKind = 'phone' | 'mfa' | 'password' | 'social';

interface VerificationRecord {
  id: string;
  kind: RecordKind;
  /** Of a social account: the one that it says is its own. */
  phone: string;
  social?: string;
  isVerified: boolean;
}

const phoneFactor = 'PhoneVerificationCode';

export class Interaction {
  readonly uid = newId();
  readonly appId: string;
  readonly redirectUri: string;
  /** Begun by `PUT /api/experience`. */
  event: InteractionEvent | undefined;
  isSubmitted = false;
  hasConsented = false;
  readonly #world: World;
  #records = new Map<RecordKind, VerificationRecord>();
  #isHuman = false;
  #userId: string | undefined;
  #pending: { phone?: string; password?: string; social?: string } = {};
  #hasSkippedMfa = false;
  #hasEnabledMfa = false;
  #hasSkippedSuggestion = false;

  constructor(world: World, appId: string, redirectUri: string) {
    this.#world = world;
    this.appId = appId;
    this.redirectUri = redirectUri;
  }

  /** Overwrites what was there. */
  begin(event: InteractionEvent, captchaToken: string | undefined): void {
    const { captcha } = this.#world.settings;
    if (captchaToken !== undefined && !captcha?.(captchaToken))
      throw new LogtoError('session.captcha_failed');
    this.event = event;
    this.#isHuman = captchaToken !== undefined;
    this.#records = new Map();
    this.#userId = undefined;
    this.#pending = {};
    this.#hasSkippedMfa = false;
    this.#hasEnabledMfa = false;
    this.#hasSkippedSuggestion = false;
  }

  changeEvent(event: InteractionEvent): void {
    if ((event === 'ForgotPassword') !== (this.event === 'ForgotPassword'))
      throw new LogtoError('session.not_supported_for_forgot_password');
    if (event === 'Register') this.#guardSignUp();
    if (event !== this.event) this.#pending = {};
    this.event = event;
  }

  sendCode(phone: string, event: InteractionEvent, locale: string | undefined): string {
    if (!this.#userId) this.#guardCaptcha();
    const isBindingMfa = this.#userId !== undefined && this.#world.settings.requiredProfile.length === 0;
    const { version, signUp } = this.#world.settings;
    const isKnown = this.#world.users.some(user => user.phone === phone);
    const mayRegister = event === 'Register' || (event === 'SignIn' && signUp);
    // *Unrecorded.* 1.42 does not tell who has an account, and texts nobody who has none and could get none.
    const isSilent = version === '1.42' && !this.#userId && !isKnown && !mayRegister;
    return this.#send('phone', phone, isBindingMfa ? 'BindMfa' : event, locale, isSilent);
  }

  sendMfaCode(locale: string | undefined): string {
    if (!this.#userId) throw new LogtoError('session.identifier_not_found');
    const { phone } = this.#user();
    if (!phone) throw new LogtoError('session.mfa.mfa_factor_not_enabled');
    return this.#send('mfa', phone, 'MfaVerification', locale);
  }

  #send(kind: RecordKind, phone: string, type: string, locale: string | undefined, isSilent = false): string {
    const { codes, beforeSending } = this.#world;
    beforeSending(phone);
    const id = newId();
    if (isSilent) codes.pretend(id, phone);
    else codes.send(id, { to: phone, type, locale });
    this.#records.set(kind, { id, kind, phone, isVerified: false });
    return id;
  }

  verifyCode(kind: 'phone' | 'mfa', id: string, code: string, phone?: string): void {
    const record = this.#records.get(kind);
    if (record?.id !== id) throw new LogtoError('session.verification_session_not_found');
    const { codes, sentinel } = this.#world;
    sentinel.watch(record.phone, () => codes.verify(id, phone ?? record.phone, code));
    record.isVerified = true;
  }

  verifyPassword(phone: string, password: string): string {
    const { users, sentinel } = this.#world;
    const user = users.find(each => each.phone === phone);
    sentinel.watch(phone, () => {
      if (!user?.password || user.password !== password) throw new LogtoError('session.invalid_credentials');
    });
    if (user?.isSuspended) throw new LogtoError('user.suspended');
    const id = newId();
    this.#records.set('password', { id, kind: 'password', phone, isVerified: true });
    return id;
  }

  /** *Unrecorded.* A social account, as after its own page: the number that it says is its own may have an account already. */
  verifySocial(social: string, phone: string): string {
    const id = newId();
    this.#records.set('social', { id, kind: 'social', phone, social, isVerified: true });
    return id;
  }

  identify(id: string, linkSocialIdentity = false): void {
    const { settings, users } = this.#world;
    const record = this.#recordOf(id);
    const { kind, social } = record;
    const isServed = {
      phone: settings.phoneSignIn,
      password: settings.passwordSignIn,
      mfa: true,
      social: true,
    };
    if (this.event === 'SignIn' && !isServed[kind]) throw new LogtoError('user.sign_in_method_not_enabled');
    if (!record.isVerified) throw new LogtoError('session.verification_failed');
    const related = users.find(each => each.phone === record.phone);
    if (social && linkSocialIdentity && related) this.#pending.social = social;
    const user = social && !linkSocialIdentity ? users.find(each => each.social === social) : related;
    if (social && !user) {
      const relatedUser = related && { type: 'phone', value: mask(record.phone) };
      throw new LogtoError('user.identity_not_exist', { data: { ...(relatedUser && { relatedUser }) } });
    }
    if (!user) throw new LogtoError('user.user_not_exist', { data: { identifier: record.phone } });
    if (user.isSuspended) throw new LogtoError('user.suspended');
    if (this.#userId && this.#userId !== user.id) throw new LogtoError('session.identity_conflict');
    this.#userId = user.id;
  }

  register(id: string | undefined): void {
    const { social } = id === undefined ? {} : this.#recordOf(id);
    if (social) this.#pending.social = social;
    else if (id !== undefined) this.setPhone(id);
    this.#guardSignUp();
    this.#guardCaptcha();
    this.#guardProfile({});
    const user: LogtoUser = { id: newId(), ...this.#pending };
    this.#world.users.push(user);
    this.#userId = user.id;
    this.#pending = {};
  }

  setPhone(id: string): void {
    const record = this.#recordOf(id);
    if (!record.isVerified) throw new LogtoError('session.verification_failed');
    const owner = this.#world.users.find(each => each.phone === record.phone);
    if (owner && (this.event === 'Register' || owner.id !== this.#userId))
      throw new LogtoError('user.phone_already_in_use');
    this.#pending.phone = record.phone;
  }

  bindMfa(type: string, id: string): void {
    this.guardMfa();
    if (!this.#world.settings.factors.includes(type))
      throw new LogtoError('session.mfa.mfa_factor_not_enabled');
    this.setPhone(id);
    this.#records.set('mfa', { ...this.#recordOf(id), id: newId(), kind: 'mfa' });
  }

  /** `user`: whose old password it must not be. */
  setPassword(password: string, user?: LogtoUser): void {
    const issues = [
      ...(password.length < 8 ? [{ code: 'password_rejected.too_short', interpolation: { min: 8 } }] : []),
      ...(/^(0123|123|abc)/.test(password) ? [{ code: 'password_rejected.restricted.sequence' }] : []),
    ];
    if (issues.length > 0) throw new LogtoError('password.rejected', { data: issues });
    if (user?.password === password) throw new LogtoError('user.same_password');
    this.#pending.password = password;
  }

  replacePassword(password: string): void {
    if (this.event !== 'ForgotPassword') throw new LogtoError('session.invalid_interaction_type');
    this.setPassword(password, this.#user());
  }

  /** *Unrecorded.* */
  enableMfa(): void {
    this.guardMfa();
    this.#hasEnabledMfa = true;
  }

  skipMfa(): void {
    this.guardMfa();
    if (this.#world.settings.mfaPolicy === 'mandatory')
      throw new LogtoError('session.mfa.mfa_policy_not_user_controlled');
    this.#hasSkippedMfa = true;
  }

  skipSuggestion(): void {
    this.#user();
    this.#hasSkippedSuggestion = true;
  }

  /** `false`: a password was changed, and nobody is signed in. */
  submit(): boolean {
    this.#guardCaptcha();
    const user = this.#user();
    if (this.event === 'ForgotPassword') {
      if (!this.#pending.password) throw new LogtoError('user.new_password_required_in_profile');
      user.password = this.#pending.password;
      // The session is cleaned up: the next call finds no interaction.
      this.event = undefined;
      return false;
    }
    if (this.event === 'SignIn') this.guardMfa();
    this.#guardProfile(user);
    this.#guardSecondFactor(user);
    Object.assign(user, this.#pending);
    if (this.#records.get('mfa')?.isVerified) user.hasMfa = true;
    if (this.#hasSkippedMfa) user.hasSkippedMfa = true;
    if (this.#hasEnabledMfa) user.hasEnabledMfa = true;
    this.isSubmitted = true;
    return true;
  }

  guardMfa(): void {
    const user = this.#user();
    if (!user.hasMfa || this.#records.get('mfa')?.isVerified) return;
    const availableFactors = this.#world.settings.factors;
    const masked = user.phone &&
      availableFactors.includes(phoneFactor) && { [phoneFactor]: mask(user.phone) };
    throw new LogtoError('session.mfa.require_mfa_verification', {
      data: { availableFactors, ...(masked && { maskedIdentifiers: masked }) },
    });
  }

  #guardSecondFactor(user: LogtoUser): void {
    const { mfaPolicy, factors, suggestsAdditionalMfa, suggestsMfa } = this.#world.settings;
    if (suggestsMfa) {
      const hasSkipped = this.#hasSkippedMfa || user.hasSkippedMfa;
      if (hasSkipped) return;
      if (!this.#hasEnabledMfa && !user.hasEnabledMfa) throw new LogtoError('user.suggest_mfa');
      // The number that signs in is a factor too, where numbers are.
      if (!factors.includes(phoneFactor) && !user.hasMfa)
        throw new LogtoError('user.missing_mfa', { data: { availableFactors: factors, skippable: true } });
    }
    const hasOne = user.hasMfa ?? this.#records.get('mfa')?.isVerified ?? false;
    const hasSkipped = mfaPolicy === 'skippable' && (this.#hasSkippedMfa || user.hasSkippedMfa);
    if (mfaPolicy !== 'none' && !hasOne && !hasSkipped)
      throw new LogtoError('user.missing_mfa', {
        data: { availableFactors: factors, ...(mfaPolicy === 'skippable' && { skippable: true }) },
      });
    const mayWantMore = this.event === 'Register' || this.#hasEnabledMfa;
    if (suggestsAdditionalMfa && mayWantMore && !this.#hasSkippedSuggestion)
      throw new LogtoError('session.mfa.suggest_additional_mfa', {
        data: { availableFactors: ['Totp'], skippable: true },
      });
  }

  #guardProfile(user: { phone?: string; password?: string }): void {
    const phone = this.#pending.phone ?? user.phone;
    const { requiredProfile, passwordSignUp } = this.#world.settings;
    const hasPassword = this.#pending.password ?? user.password;
    const missingProfile = [
      ...(passwordSignUp && !hasPassword ? ['password'] : []),
      ...requiredProfile.filter(each => !(phone && (each === 'phone' || each === 'emailOrPhone'))),
    ];
    if (missingProfile.length > 0) throw new LogtoError('user.missing_profile', { data: { missingProfile } });
  }

  #guardSignUp(): void {
    if (!this.#world.settings.signUp) throw new LogtoError('auth.forbidden');
  }

  #guardCaptcha(): void {
    if (this.#world.settings.captcha && !this.#isHuman) throw new LogtoError('session.captcha_required');
  }

  #recordOf(id: string): VerificationRecord {
    const record = [...this.#records.values()].find(each => each.id === id);
    if (!record) throw new LogtoError('session.verification_session_not_found');
    return record;
  }

  #user(): LogtoUser {
    const user = this.#world.users.find(each => each.id === this.#userId);
    if (!user) throw new LogtoError('session.identifier_not_found');
    return user;
  }
}
