import '../../src/define.js';
import type { PhoneSignIn } from '../../src/index.js';
import { find } from '../dom.js';
import { readSettings } from './settings.js';

const signIn = find<PhoneSignIn>('phone-sign-in');
const settings = readSettings();
const { endpoint = '', anonKey = '' } = settings ?? {};

if (settings) {
  signIn.endpoint = endpoint;
  signIn.backendOptions = { anonKey };
  signIn.hidden = false;
}

signIn.addEventListener('phone-verified', ({ outcome }) => {
  if (outcome.kind === 'session' && outcome.token) void showUser(outcome.token);
});

/** The token is good: Supabase says whose it is. With the official client, `setSession(outcome.claims)` is all. */
async function showUser(token: string): Promise<void> {
  const headers = { apikey: anonKey, authorization: `Bearer ${token}` };
  const response = await fetch(`${endpoint.replace(/\/+$/, '')}/user`, { headers });
  const { phone } = (await response.json()) as { phone: string };
  find('#result').textContent = `Supabase knows who you are: +${phone}`;
}
