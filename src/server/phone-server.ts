/** What a host has of its server. */
import type { Purpose } from '../protocol.js';
import type { Proof, Session } from './sessions.js';

export interface PhoneServer {
  /** Without a slash at its end. */
  readonly basePath: string;
  /** Answers a request of the contract; errors are answers too. `peer`: what the listener knows of who asks. */
  readonly fetch: (request: Request, peer?: { address?: string | undefined }) => Promise<Response>;
  /** The session of a request (cookie, or `Authorization: Bearer`); `undefined` when there is none that is valid. */
  readonly verifySession: (request: Request) => Promise<Session | undefined>;
  /** Reads a proof; `undefined` when it is not valid, or for another purpose. */
  readonly verifyProof: (token: string, purpose: Purpose) => Promise<Proof | undefined>;
  /** Revokes the request's session, where there is one, and answers 204 with the cookie cleared. */
  readonly signOut: (request: Request) => Promise<Response>;
  /** The answer of `GET {basePath}/session`: with `session.maxLifetime` its cookie (or `token`) renews the session. */
  readonly renewSession: (request: Request) => Promise<Response>;
  /** Ends every session of a number that began until now: a lost phone, a number that changed hands. */
  readonly signOutAll: (phone: string) => Promise<void>;
  /**
   * Forgets a number: ends its sessions, and takes its cool-down, wrong codes and messages out of the store. What cannot be
   * found by the number ends by itself, and is encrypted: codes on their way and stored answers within 70 minutes.
   */
  readonly erase: (phone: string) => Promise<void>;
  /** Ends a number's cool-down and gives its tries and messages back: for an owner whom others locked out. */
  readonly unlock: (phone: string) => Promise<void>;
  /** `GET {basePath}/ready` is 503 from now on, and all else is answered as before: for a balancer to go elsewhere. */
  readonly drain: () => void;
  /** What this process has decided so far, in Prometheus' text format, to be served where only you can read it. */
  readonly metrics: () => string;
}
