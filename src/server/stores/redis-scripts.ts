/**
 * The decisions of the Redis store in Lua, one script each: what memory.ts does before it first awaits, line by line.
 * Redis runs a script to its end before it looks at anything else, so that no two decisions can overlap.
 *
 * A record is one JSON text with the time at which it ends. Guesses are compared with `==`: what is compared are HMACs
 * under a key that the guesser has not, so how long it takes says nothing of the code.
 */
import type { DecisionName } from './decisions.js';
import { common } from './redis-common.js';
import { rules } from './store.js';

const begin = `
local id, client, phoneName, purpose, name, sealed, channel, digits = unpack(ARGV, 3)
local phone = findPhone(phoneName)
-- Taken back before it happened: see settle.
local earlier = load('challenge', id)
if earlier and earlier.state == 'void' then return redis.error_reply('GONE this challenge was taken back') end
local last = phone.challenge and load('challenge', phone.challenge)
local own = last and last.client == client and last.purpose == purpose and last or nil
if phone.readyAtMs > now then
  local isLive = own and (own.state == 'open' or own.state == 'put-away')
    and own.attempts < ${rules.maxAttempts} and own.codes[#own.codes].expiresAtMs > now
  if not isLive then return answer({ kind = own and 'limited' or 'others', retryAtMs = phone.readyAtMs }) end
  own.state = 'open'
  save('challenge', phone.challenge, own)
  return answer({ kind = 'live', status = statusOf(phone.challenge, own, phone) })
end
if own then remove('challenge', phone.challenge) end
local challenge = {
  client = client, phone = phoneName, purpose = purpose, sealed = sealed,
  codes = {}, attempts = 0, state = 'open', turn = 0, answers = {}
}
local status = send(id, challenge, phone, name, given(channel), given(digits))
return answer({ kind = 'begun', status = status })
`;

const resend = `
local id, client, name, channel, newDigits, cooldownMs = unpack(ARGV, 3)
-- Taken back before it happened: see settle.
if load('void', id .. ':' .. name) then return redis.error_reply('GONE this message was taken back') end
local challenge = findOpen(id, client)
if not challenge then return answer({ kind = 'gone' }) end
if challenge.attempts >= ${rules.maxAttempts} then return answer({ kind = 'exhausted' }) end
channel, cooldownMs = given(channel), tonumber(cooldownMs)
local phone = findPhone(challenge.phone)
local readyAtMs = phone.readyAtMs
if cooldownMs and phone.challenge == id and isOther(challenge, channel) and not hasTried(challenge, channel) then
  readyAtMs = math.min(readyAtMs, phone.sentAtMs + cooldownMs)
end
if readyAtMs > now then return answer({ kind = 'limited', retryAtMs = readyAtMs }) end
local status, digits = send(id, challenge, phone, name, channel, given(newDigits))
return answer({ kind = 'begun', status = status, sealed = challenge.sealed, digits = digits })
`;

/** What is refused before it is known leaves a mark: the command that it takes back may still be on its way. */
const settle = `
local id, name, outcome, channel = unpack(ARGV, 3)
local challenge, index = load('challenge', id), nil
if challenge and challenge.codes then
  for i, code in ipairs(challenge.codes) do
    -- Of an older version it has no name.
    if (code.name or code.mac) == name then index = i end
  end
end
if not index then
  if outcome == 'refused' then
    if not challenge then save('challenge', id, { state = 'void' }, ${rules.voidMemoryMs}) end
    save('void', id .. ':' .. name, { state = 'void' }, ${rules.voidMemoryMs})
  end
  return answer({})
end
local isNewest, code = index == #challenge.codes, challenge.codes[index]
if outcome ~= 'refused' then
  code.channel = given(channel) or code.channel
  noteTried(challenge, given(channel))
  for _ = 2, outcome == 'sent' and index or 0 do table.remove(challenge.codes, 1) end
  save('challenge', id, challenge)
  return answer({})
end
table.remove(challenge.codes, index)
if #challenge.codes == 0 then remove('challenge', id) else save('challenge', id, challenge) end
local phone = findPhone(challenge.phone)
if phone.challenge == id and isNewest then
  phone.sends = math.max(0, phone.sends - 1)
  phone.readyAtMs = math.max(now, code.restedUntilMs or 0)
  keepPhone(challenge.phone, phone)
end
return answer({})
`;

/** ARGV: id, client, code, request (or ''), and of each budget its key, count and milliseconds. */
const attempt = `
local id, client, mac, request = unpack(ARGV, 3)
local challenge = load('challenge', id)
if not challenge or challenge.client ~= client then return answer({ kind = 'gone' }) end
local function accept()
  challenge.turn = challenge.turn + 1
  save('challenge', id, challenge)
  local channel = challenge.codes[#challenge.codes].channel
  return answer({ kind = 'accepted', sealed = challenge.sealed, turn = challenge.turn, channel = channel })
end

local answered = request ~= '' and challenge.answers[request]
if answered == -1 then
  if challenge.codes[#challenge.codes].expiresAtMs <= now then return answer({ kind = 'expired' }) end
  return accept()
end
if answered then return answer({ kind = 'wrong', attemptsLeft = answered }) end

if challenge.state ~= 'open' then return answer({ kind = 'gone' }) end
if challenge.attempts >= ${rules.maxAttempts} then return answer({ kind = 'exhausted' }) end
local inForce, isRight = 0, false
for _, code in ipairs(challenge.codes) do
  if code.expiresAtMs > now then
    inForce = inForce + 1
    if code.mac == mac then isRight = true end
  end
end
if inForce == 0 then return answer({ kind = 'expired' }) end
local phone = findPhone(challenge.phone)
if phone.failures >= ${rules.maxFailures} then
  return answer({ kind = 'limited', retryAtMs = phone.failuresSinceMs + ${rules.failureWindowMs} })
end
local budgets = {}
for i = 7, #ARGV, 3 do
  local entry = load('failures', ARGV[i])
  if entry and entry.count >= tonumber(ARGV[i + 1]) then
    return answer({ kind = 'limited', retryAtMs = entry.endsAtMs, budget = ARGV[i] })
  end
  table.insert(budgets, { name = ARGV[i], entry = entry, lifetimeMs = tonumber(ARGV[i + 2]) })
end

-- Counted and written before anything is told: a Redis with no memory left refuses the first write that needs some, and a
-- right code needs none, so that it alone would be answered.
challenge.attempts = challenge.attempts + 1
save('challenge', id, challenge)
if isRight then
  challenge.state = 'spent'
  if request ~= '' then challenge.answers[request] = -1 end
  phone.sends = 0
  phone.readyAtMs = now
  keepPhone(challenge.phone, phone)
  return accept()
end
if phone.failures == 0 then phone.failuresSinceMs = now end
phone.failures = phone.failures + 1
keepPhone(challenge.phone, phone)
for _, budget in ipairs(budgets) do
  local entry = budget.entry or { count = 0, endsAtMs = now + budget.lifetimeMs }
  entry.count = entry.count + 1
  save('failures', budget.name, entry)
end
local attemptsLeft = ${rules.maxAttempts} - challenge.attempts
if request ~= '' then challenge.answers[request] = attemptsLeft end
save('challenge', id, challenge)
return answer({ kind = 'wrong', attemptsLeft = attemptsLeft })
`;

const reopen = `
local id, turn = ARGV[3], tonumber(ARGV[4])
local challenge = load('challenge', id)
if challenge and challenge.state == 'spent' and challenge.turn == turn then
  challenge.state = 'open'
  challenge.attempts = challenge.attempts - 1
  for request, answered in pairs(challenge.answers) do
    if answered == -1 then challenge.answers[request] = nil end
  end
  save('challenge', id, challenge)
end
return answer({})
`;

const end = `
local id, client = unpack(ARGV, 3)
local challenge = findOpen(id, client)
if challenge then
  challenge.state = 'put-away'
  save('challenge', id, challenge)
end
return answer({})
`;

const claim = `
local name, fingerprint, owner = unpack(ARGV, 3)
local request = load('request', name)
if not request then
  -- Given up before it was made: see finish.
  if load('void', owner) then return redis.error_reply('GONE this claim was given up') end
  save('request', name, { fingerprint = fingerprint, owner = owner }, ${rules.claimLeaseMs})
  return answer({ kind = 'mine' })
end
if request.fingerprint ~= fingerprint then return answer({ kind = 'mismatch' }) end
if request.answer then return answer({ kind = 'answered', answer = request.answer }) end
return answer({ kind = 'running' })
`;

const finish = `
local name, owner, kept = unpack(ARGV, 3)
local request = load('request', name)
if request and request.owner == owner then
  if kept == '' then
    remove('request', name)
  else
    request.answer = kept
    save('request', name, request, ${rules.answerMemoryMs})
  end
elseif kept == '' then
  save('void', owner, { state = 'void' }, ${rules.voidMemoryMs})
end
return answer({})
`;

export const scripts = {
  begin: common + begin,
  resend: common + resend,
  settle: common + settle,
  attempt: common + attempt,
  reopen: common + reopen,
  end: common + end,
  claim: common + claim,
  finish: common + finish,
} as const satisfies Record<DecisionName, string>;
