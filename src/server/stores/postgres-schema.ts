/** What the Postgres store keeps, and the parts of its decisions (postgres-decisions.ts): tables and functions of one schema. */
import { decisionsOf } from './postgres-decisions.js';
import { rules } from './store.js';

/** To be run once by a role that may create; the server's own role then needs no more than to use it. */
export function postgresSchema(schema: string): string {
  return `
CREATE SCHEMA IF NOT EXISTS ${schema};

CREATE TABLE IF NOT EXISTS ${schema}.challenges (
  id text PRIMARY KEY, client text NOT NULL, phone text NOT NULL, purpose text NOT NULL, sealed text NOT NULL,
  macs text[] NOT NULL, expiries bigint[] NOT NULL, attempts int NOT NULL, state text NOT NULL, turn int NOT NULL,
  answers jsonb NOT NULL, ends_at bigint NOT NULL);
CREATE TABLE IF NOT EXISTS ${schema}.phones (
  name text PRIMARY KEY, challenge text, sends int NOT NULL, sent_at bigint NOT NULL, ready_at bigint NOT NULL,
  failures int NOT NULL, failures_since bigint NOT NULL, ends_at bigint NOT NULL);
CREATE TABLE IF NOT EXISTS ${schema}.requests (
  name text PRIMARY KEY, fingerprint text NOT NULL, owner text NOT NULL, answer text, ends_at bigint NOT NULL);
CREATE TABLE IF NOT EXISTS ${schema}.counts (name text PRIMARY KEY, count int NOT NULL, ends_at bigint NOT NULL);
CREATE TABLE IF NOT EXISTS ${schema}.marks (name text PRIMARY KEY, ends_at bigint NOT NULL);
ALTER TABLE ${schema}.marks ADD COLUMN IF NOT EXISTS at bigint;
-- Of each code its message, and the channels that were tried: an older version has said neither.
ALTER TABLE ${schema}.challenges ADD COLUMN IF NOT EXISTS messages jsonb[] NOT NULL DEFAULT '{}';
ALTER TABLE ${schema}.challenges ADD COLUMN IF NOT EXISTS tried text[] NOT NULL DEFAULT '{}';
UPDATE ${schema}.challenges SET messages = ARRAY(SELECT jsonb_build_object('name', mac)
    FROM unnest(macs) WITH ORDINALITY AS code(mac, place) ORDER BY place)
  WHERE cardinality(messages) <> cardinality(macs);
${tables.map(name => `CREATE INDEX IF NOT EXISTS ${name}_end ON ${schema}.${name} (ends_at);`).join('\n')}

-- What was read before a lock was waited for would be old in any other isolation.
CREATE OR REPLACE FUNCTION ${schema}.lock(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'phone-sign-in needs the isolation "read committed"';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('${schema}:' || name, 0));
END $$;

CREATE OR REPLACE FUNCTION ${schema}.now_ms(caller bigint) RETURNS bigint LANGUAGE sql VOLATILE AS $$
  SELECT coalesce(caller, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint)
$$;

CREATE OR REPLACE FUNCTION ${schema}.mark(of_name text, until bigint) RETURNS void LANGUAGE sql AS $$
  INSERT INTO ${schema}.marks VALUES (of_name, until)
  ON CONFLICT (name) DO UPDATE SET ends_at = excluded.ends_at
$$;

CREATE OR REPLACE FUNCTION ${schema}.is_marked(of_name text, now bigint) RETURNS boolean LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM ${schema}.marks WHERE name = of_name AND ends_at > now)
$$;

CREATE OR REPLACE FUNCTION ${schema}.find_phone(of_name text, now bigint) RETURNS ${schema}.phones LANGUAGE plpgsql AS $$
DECLARE phone ${schema}.phones;
BEGIN
  SELECT * INTO phone FROM ${schema}.phones WHERE name = of_name AND ends_at > now;
  IF NOT FOUND THEN RETURN ROW(of_name, NULL, 0, 0, 0, 0, 0, 0)::${schema}.phones; END IF;
  IF now - phone.sent_at >= ${rules.cooldownMemoryMs} THEN phone.sends := 0; END IF;
  IF now - phone.failures_since >= ${rules.failureWindowMs} THEN phone.failures := 0; END IF;
  RETURN phone;
END $$;

CREATE OR REPLACE FUNCTION ${schema}.keep_phone(phone ${schema}.phones, now bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM ${schema}.phones WHERE name = phone.name;
  IF phone.sends = 0 AND phone.failures = 0 THEN RETURN; END IF;
  phone.ends_at := now + ${rules.cooldownMemoryMs};
  INSERT INTO ${schema}.phones SELECT phone.*;
END $$;

CREATE OR REPLACE FUNCTION ${schema}.keep_challenge(challenge ${schema}.challenges) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM ${schema}.challenges WHERE id = challenge.id;
  INSERT INTO ${schema}.challenges SELECT challenge.*;
END $$;

CREATE OR REPLACE FUNCTION ${schema}.status_of(challenge ${schema}.challenges, phone ${schema}.phones) RETURNS jsonb
LANGUAGE sql AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('id', challenge.id,
    'expiresAtMs', challenge.expiries[cardinality(challenge.expiries)],
    'resendAtMs', phone.ready_at, 'attemptsLeft', ${rules.maxAttempts} - challenge.attempts,
    'channel', challenge.messages[cardinality(challenge.messages)] -> 'channel',
    'tried', nullif(to_jsonb(challenge.tried), '[]'), 'sentAtMs', phone.sent_at))
$$;

CREATE OR REPLACE FUNCTION ${schema}.accepted(challenge ${schema}.challenges, now bigint) RETURNS jsonb
LANGUAGE sql AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('kind', 'accepted', 'sealed', challenge.sealed, 'turn', challenge.turn,
    'channel', challenge.messages[cardinality(challenge.messages)] -> 'channel', 'nowMs', now))
$$;

CREATE OR REPLACE FUNCTION ${schema}.with_tried(tried text[], channel text) RETURNS text[] LANGUAGE sql AS $$
  SELECT CASE WHEN channel IS NULL OR channel = ANY (tried) THEN tried ELSE tried || channel END
$$;

-- Whether a message by this channel would be one by another than the latest.
CREATE OR REPLACE FUNCTION ${schema}.is_other(challenge ${schema}.challenges, channel text) RETURNS boolean
LANGUAGE sql AS $$
  SELECT coalesce(nullif(channel, '')
    <> coalesce(challenge.messages[cardinality(challenge.messages)] ->> 'channel', 'sms'), false)
$$;

-- A number's next cool-down, and with it a code for the challenge: a new one, or the same once more.
DROP FUNCTION IF EXISTS ${schema}.send(${schema}.challenges, ${schema}.phones, text, bigint);
CREATE OR REPLACE FUNCTION ${schema}.send(challenge ${schema}.challenges, phone ${schema}.phones, of_name text, channel text,
  digits text, now bigint)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  mac text := of_name; expiry bigint := now + ${rules.codeLifetimeMs}; again text; count int := cardinality(challenge.macs);
  rested_until bigint := phone.ready_at;
BEGIN
  channel := nullif(channel, '');
  digits := nullif(digits, '');
  phone.challenge := challenge.id;
  phone.sends := phone.sends + 1;
  phone.sent_at := now;
  phone.ready_at := now + least(${rules.cooldownMs} * 2 ^ least(phone.sends - 1, 20), ${rules.maxCooldownMs})::bigint;
  PERFORM ${schema}.keep_phone(phone, now);
  IF ${schema}.is_other(challenge, channel) AND challenge.expiries[count] - now >= ${rules.sameCodeMs} THEN
    again := challenge.messages[count] ->> 'digits';
  END IF;
  IF again IS NOT NULL THEN
    mac := challenge.macs[count];
    digits := again;
    expiry := challenge.expiries[count];
  END IF;
  IF count = ${rules.maxCodes} THEN
    challenge.macs := challenge.macs[2:];
    challenge.expiries := challenge.expiries[2:];
    challenge.messages := challenge.messages[2:];
  END IF;
  challenge.macs := challenge.macs || mac;
  challenge.expiries := challenge.expiries || expiry;
  challenge.messages := challenge.messages || jsonb_strip_nulls(jsonb_build_object(
    'name', of_name, 'channel', channel, 'digits', digits, 'restedUntil', rested_until));
  challenge.tried := ${schema}.with_tried(challenge.tried, channel);
  challenge.ends_at := now + ${rules.challengeMemoryMs};
  PERFORM ${schema}.keep_challenge(challenge);
  RETURN jsonb_strip_nulls(jsonb_build_object('status', ${schema}.status_of(challenge, phone), 'digits', again));
END $$;

-- Locks what a challenge belongs to: its number, which it never changes.
CREATE OR REPLACE FUNCTION ${schema}.lock_challenge(of_id text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE of_phone text;
BEGIN
  SELECT phone INTO of_phone FROM ${schema}.challenges WHERE id = of_id;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM ${schema}.lock('phone:' || of_phone);
  RETURN true;
END $$;
${Object.entries(decisionsOf(schema))
  .map(
    ([name, body]) => `
CREATE OR REPLACE FUNCTION ${schema}.decide_${name}(caller bigint, said text[]) RETURNS jsonb LANGUAGE plpgsql AS $$${body}$$;`,
  )
  .join('\n')}
COMMENT ON SCHEMA ${schema} IS '${schemaVersion}';
`;
}

/** Another one has the schema made anew, tables as they are: to be changed with any of its functions. */
export const schemaVersion = 'phone-sign-in 3';

export const tables = ['challenges', 'phones', 'requests', 'counts', 'marks'] as const;
