/**
 * The decisions of the Postgres store, a function each: what redis-scripts.ts does, in one transaction. Decisions about one
 * number exclude each other by a lock, and so do guesses that share a budget: locks are taken in one order (number,
 * challenge, budgets from narrow to wide), so that nobody waits in a circle. They end with the transaction.
 *
 * Each is given the caller's time (or null, to go by the database's own clock), and what it is asked as texts.
 */
import type { DecisionName } from './decisions.js';
import { rules } from './store.js';

/** The bodies in PL/pgSQL, by name. */
export const decisionsOf = (s: string): Record<DecisionName, string> => ({
  // said: id, client, phone, purpose, code, sealed, channel, digits ('' of what is not said, and null of an older version)
  begin: `
DECLARE now bigint; phone ${s}.phones; own ${s}.challenges; is_own boolean;
BEGIN
  PERFORM ${s}.lock('phone:' || said[3]);
  PERFORM ${s}.lock('challenge:' || said[1]);
  now := ${s}.now_ms(caller);
  IF ${s}.is_marked('challenge:' || said[1], now) THEN RAISE EXCEPTION 'this challenge was taken back'; END IF;
  phone := ${s}.find_phone(said[3], now);
  SELECT * INTO own FROM ${s}.challenges
    WHERE id = phone.challenge AND ends_at > now AND client = said[2] AND purpose = said[4];
  is_own := FOUND;
  IF phone.ready_at > now THEN
    IF NOT is_own OR own.state NOT IN ('open', 'put-away') OR own.attempts >= ${rules.maxAttempts}
        OR own.expiries[cardinality(own.expiries)] <= now THEN
      RETURN jsonb_build_object('kind', CASE WHEN is_own THEN 'limited' ELSE 'others' END,
        'retryAtMs', phone.ready_at, 'nowMs', now);
    END IF;
    own.state := 'open';
    PERFORM ${s}.keep_challenge(own);
    RETURN jsonb_build_object('kind', 'live', 'status', ${s}.status_of(own, phone), 'nowMs', now);
  END IF;
  IF is_own THEN DELETE FROM ${s}.challenges WHERE id = own.id; END IF;
  own := ROW(said[1], said[2], said[3], said[4], said[6], '{}', '{}', 0, 'open', 0, '{}', 0, '{}', '{}')::${s}.challenges;
  RETURN jsonb_build_object('kind', 'begun', 'nowMs', now) || ${s}.send(own, phone, said[5], said[7], said[8], now);
END `,

  // said: id, client, code, channel, digits, cool-down in milliseconds
  resend: `
DECLARE now bigint; phone ${s}.phones; challenge ${s}.challenges; ready_at bigint;
BEGIN
  IF NOT ${s}.lock_challenge(said[1]) THEN RETURN jsonb_build_object('kind', 'gone', 'nowMs', ${s}.now_ms(caller)); END IF;
  now := ${s}.now_ms(caller);
  IF ${s}.is_marked('code:' || said[1] || ':' || said[3], now) THEN RAISE EXCEPTION 'this message was taken back'; END IF;
  SELECT * INTO challenge FROM ${s}.challenges
    WHERE id = said[1] AND ends_at > now AND client = said[2] AND state = 'open';
  IF NOT FOUND THEN RETURN jsonb_build_object('kind', 'gone', 'nowMs', now); END IF;
  IF challenge.attempts >= ${rules.maxAttempts} THEN RETURN jsonb_build_object('kind', 'exhausted', 'nowMs', now); END IF;
  phone := ${s}.find_phone(challenge.phone, now);
  ready_at := phone.ready_at;
  IF said[6] <> '' AND phone.challenge = said[1] AND ${s}.is_other(challenge, said[4])
      AND NOT said[4] = ANY (challenge.tried) THEN
    ready_at := least(ready_at, phone.sent_at + said[6]::bigint);
  END IF;
  IF ready_at > now THEN
    RETURN jsonb_build_object('kind', 'limited', 'retryAtMs', ready_at, 'nowMs', now);
  END IF;
  RETURN jsonb_build_object('kind', 'begun', 'sealed', challenge.sealed, 'nowMs', now)
    || ${s}.send(challenge, phone, said[3], said[4], said[5], now);
END `,

  // said: id, code, outcome, channel. What is refused before it is known leaves a mark: what it takes back may be on its way.
  settle: `
DECLARE now bigint; phone ${s}.phones; challenge ${s}.challenges; is_there boolean; index int; message jsonb;
BEGIN
  is_there := ${s}.lock_challenge(said[1]);
  IF NOT is_there THEN
    PERFORM ${s}.lock('challenge:' || said[1]);
    is_there := ${s}.lock_challenge(said[1]);
  END IF;
  now := ${s}.now_ms(caller);
  SELECT * INTO challenge FROM ${s}.challenges WHERE id = said[1] AND ends_at > now;
  is_there := FOUND;
  SELECT max(i) INTO index FROM generate_subscripts(challenge.messages, 1) AS i
    WHERE challenge.messages[i] ->> 'name' = said[2];
  IF index IS NULL THEN
    IF said[3] = 'refused' THEN
      IF NOT is_there THEN PERFORM ${s}.mark('challenge:' || said[1], now + ${rules.voidMemoryMs}); END IF;
      PERFORM ${s}.mark('code:' || said[1] || ':' || said[2], now + ${rules.voidMemoryMs});
    END IF;
    RETURN jsonb_build_object('nowMs', now);
  END IF;
  message := challenge.messages[index];
  IF said[3] <> 'refused' THEN
    IF said[4] <> '' THEN
      challenge.messages[index] := message || jsonb_build_object('channel', said[4]);
      challenge.tried := ${s}.with_tried(challenge.tried, said[4]);
    END IF;
    IF said[3] = 'sent' THEN
      challenge.macs := challenge.macs[index:];
      challenge.expiries := challenge.expiries[index:];
      challenge.messages := challenge.messages[index:];
    END IF;
    PERFORM ${s}.keep_challenge(challenge);
    RETURN jsonb_build_object('nowMs', now);
  END IF;
  phone := ${s}.find_phone(challenge.phone, now);
  IF phone.challenge = said[1] AND index = cardinality(challenge.macs) THEN
    phone.sends := greatest(0, phone.sends - 1);
    phone.ready_at := greatest(now, (message ->> 'restedUntil')::bigint);
    PERFORM ${s}.keep_phone(phone, now);
  END IF;
  challenge.macs := challenge.macs[:index - 1] || challenge.macs[index + 1:];
  challenge.expiries := challenge.expiries[:index - 1] || challenge.expiries[index + 1:];
  challenge.messages := challenge.messages[:index - 1] || challenge.messages[index + 1:];
  IF cardinality(challenge.macs) = 0 THEN DELETE FROM ${s}.challenges WHERE id = challenge.id;
  ELSE PERFORM ${s}.keep_challenge(challenge); END IF;
  RETURN jsonb_build_object('nowMs', now);
END `,

  // said: id, client, code, request (or ''), and of each budget its key, count and milliseconds
  attempt: `
DECLARE
  now bigint; phone ${s}.phones; challenge ${s}.challenges; answered int; is_right boolean; in_force int; budget ${s}.counts;
  budgets ${s}.counts[] := '{}'; lifetimes bigint[] := '{}';
BEGIN
  IF NOT ${s}.lock_challenge(said[1]) THEN RETURN jsonb_build_object('kind', 'gone', 'nowMs', ${s}.now_ms(caller)); END IF;
  now := ${s}.now_ms(caller);
  SELECT * INTO challenge FROM ${s}.challenges WHERE id = said[1] AND ends_at > now AND client = said[2];
  IF NOT FOUND THEN RETURN jsonb_build_object('kind', 'gone', 'nowMs', now); END IF;
  answered := challenge.answers -> said[4];
  IF answered = -1 THEN
    IF challenge.expiries[cardinality(challenge.expiries)] <= now THEN
      RETURN jsonb_build_object('kind', 'expired', 'nowMs', now);
    END IF;
    challenge.turn := challenge.turn + 1;
    PERFORM ${s}.keep_challenge(challenge);
    RETURN ${s}.accepted(challenge, now);
  END IF;
  IF answered IS NOT NULL THEN
    RETURN jsonb_build_object('kind', 'wrong', 'attemptsLeft', answered, 'nowMs', now);
  END IF;

  IF challenge.state <> 'open' THEN RETURN jsonb_build_object('kind', 'gone', 'nowMs', now); END IF;
  IF challenge.attempts >= ${rules.maxAttempts} THEN RETURN jsonb_build_object('kind', 'exhausted', 'nowMs', now); END IF;
  SELECT count(*), coalesce(bool_or(code.mac = said[3]), false) INTO in_force, is_right
    FROM unnest(challenge.macs, challenge.expiries) AS code(mac, expiry) WHERE code.expiry > now;
  IF in_force = 0 THEN RETURN jsonb_build_object('kind', 'expired', 'nowMs', now); END IF;
  phone := ${s}.find_phone(challenge.phone, now);
  IF phone.failures >= ${rules.maxFailures} THEN
    RETURN jsonb_build_object('kind', 'limited', 'nowMs', now,
      'retryAtMs', phone.failures_since + ${rules.failureWindowMs});
  END IF;
  FOR i IN 5 .. cardinality(said) BY 3 LOOP
    PERFORM ${s}.lock('failures:' || said[i]);
    SELECT * INTO budget FROM ${s}.counts WHERE name = 'failures:' || said[i] AND ends_at > now;
    IF NOT FOUND THEN budget := ROW('failures:' || said[i], 0, now + said[i + 2]::bigint)::${s}.counts; END IF;
    IF budget.count >= said[i + 1]::bigint THEN
      RETURN jsonb_build_object('kind', 'limited', 'retryAtMs', budget.ends_at, 'budget', said[i], 'nowMs', now);
    END IF;
    budgets := budgets || budget;
  END LOOP;

  challenge.attempts := challenge.attempts + 1;
  IF is_right THEN
    challenge.state := 'spent';
    challenge.turn := challenge.turn + 1;
    IF said[4] <> '' THEN challenge.answers := challenge.answers || jsonb_build_object(said[4], -1); END IF;
    PERFORM ${s}.keep_challenge(challenge);
    phone.sends := 0;
    phone.ready_at := now;
    PERFORM ${s}.keep_phone(phone, now);
    RETURN ${s}.accepted(challenge, now);
  END IF;
  IF phone.failures = 0 THEN phone.failures_since := now; END IF;
  phone.failures := phone.failures + 1;
  PERFORM ${s}.keep_phone(phone, now);
  FOREACH budget IN ARRAY budgets LOOP
    INSERT INTO ${s}.counts VALUES (budget.name, budget.count + 1, budget.ends_at)
      ON CONFLICT (name) DO UPDATE SET count = excluded.count, ends_at = excluded.ends_at;
  END LOOP;
  IF said[4] <> '' THEN
    challenge.answers := challenge.answers || jsonb_build_object(said[4], ${rules.maxAttempts} - challenge.attempts);
  END IF;
  PERFORM ${s}.keep_challenge(challenge);
  RETURN jsonb_build_object('kind', 'wrong', 'attemptsLeft', ${rules.maxAttempts} - challenge.attempts, 'nowMs', now);
END `,

  // said: id, turn
  reopen: `
DECLARE now bigint; challenge ${s}.challenges;
BEGIN
  PERFORM ${s}.lock_challenge(said[1]);
  now := ${s}.now_ms(caller);
  SELECT * INTO challenge FROM ${s}.challenges
    WHERE id = said[1] AND ends_at > now AND state = 'spent' AND turn = said[2]::int;
  IF FOUND THEN
    challenge.state := 'open';
    challenge.attempts := challenge.attempts - 1;
    challenge.answers := coalesce(
      (SELECT jsonb_object_agg(key, value) FROM jsonb_each(challenge.answers) WHERE value <> '-1'), '{}');
    PERFORM ${s}.keep_challenge(challenge);
  END IF;
  RETURN jsonb_build_object('nowMs', now);
END `,

  // said: id, client
  end: `
DECLARE now bigint;
BEGIN
  PERFORM ${s}.lock_challenge(said[1]);
  now := ${s}.now_ms(caller);
  UPDATE ${s}.challenges SET state = 'put-away'
    WHERE id = said[1] AND ends_at > now AND client = said[2] AND state = 'open';
  RETURN jsonb_build_object('nowMs', now);
END `,

  // said: name, fingerprint, owner
  claim: `
DECLARE now bigint; request ${s}.requests;
BEGIN
  PERFORM ${s}.lock('request:' || said[1]);
  now := ${s}.now_ms(caller);
  SELECT * INTO request FROM ${s}.requests WHERE name = said[1] AND ends_at > now;
  IF NOT FOUND THEN
    -- Given up before it was made: see finish.
    IF ${s}.is_marked('owner:' || said[3], now) THEN RAISE EXCEPTION 'this claim was given up'; END IF;
    DELETE FROM ${s}.requests WHERE name = said[1];
    INSERT INTO ${s}.requests VALUES (said[1], said[2], said[3], NULL, now + ${rules.claimLeaseMs});
    RETURN jsonb_build_object('kind', 'mine', 'nowMs', now);
  END IF;
  IF request.fingerprint <> said[2] THEN RETURN jsonb_build_object('kind', 'mismatch', 'nowMs', now); END IF;
  IF request.answer IS NULL THEN RETURN jsonb_build_object('kind', 'running', 'nowMs', now); END IF;
  RETURN jsonb_build_object('kind', 'answered', 'answer', request.answer, 'nowMs', now);
END `,

  // said: name, owner, answer (or '')
  finish: `
DECLARE now bigint; is_mine boolean;
BEGIN
  PERFORM ${s}.lock('request:' || said[1]);
  now := ${s}.now_ms(caller);
  SELECT true INTO is_mine FROM ${s}.requests WHERE name = said[1] AND ends_at > now AND owner = said[2];
  IF is_mine AND said[3] = '' THEN DELETE FROM ${s}.requests WHERE name = said[1];
  ELSIF is_mine THEN
    UPDATE ${s}.requests SET answer = said[3], ends_at = now + ${rules.answerMemoryMs} WHERE name = said[1];
  ELSIF said[3] = '' THEN PERFORM ${s}.mark('owner:' || said[2], now + ${rules.voidMemoryMs}); END IF;
  RETURN jsonb_build_object('nowMs', now);
END `,
});
