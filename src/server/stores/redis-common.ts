/** What the scripts of redis-scripts.ts begin with. */
import { rules } from './store.js';

/** ARGV: prefix, the caller's time (or '', to go by Redis' own clock), and what each script names itself. */
export const common = `
local prefix, now = ARGV[1], tonumber(ARGV[2])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end

local function load(kind, name)
  local text = redis.call('GET', prefix .. kind .. ':' .. name)
  local record = text and cjson.decode(text)
  if record and record.endsAtMs > now then return record end
end

local function save(kind, name, record, lifetimeMs)
  if lifetimeMs then record.endsAtMs = now + lifetimeMs end
  local restMs = math.max(1, record.endsAtMs - now)
  redis.call('SET', prefix .. kind .. ':' .. name, cjson.encode(record), 'PX', string.format('%.0f', restMs))
end

local function remove(kind, name)
  redis.call('DEL', prefix .. kind .. ':' .. name)
end

local function answer(result)
  result.nowMs = now
  return cjson.encode(result)
end

local function findPhone(name)
  local phone = load('phone', name)
  if not phone then return { sends = 0, sentAtMs = 0, readyAtMs = 0, failures = 0, failuresSinceMs = 0 } end
  if now - phone.sentAtMs >= ${rules.cooldownMemoryMs} then phone.sends = 0 end
  if now - phone.failuresSinceMs >= ${rules.failureWindowMs} then phone.failures = 0 end
  return phone
end

local function keepPhone(name, phone)
  if phone.sends == 0 and phone.failures == 0 then remove('phone', name)
  else save('phone', name, phone, ${rules.cooldownMemoryMs}) end
end

local function findOpen(id, client)
  local challenge = load('challenge', id)
  if challenge and challenge.client == client and challenge.state == 'open' then return challenge end
end

local function statusOf(id, challenge, phone)
  -- An empty table would be an object.
  local tried = challenge.tried and #challenge.tried > 0 and challenge.tried or nil
  return {
    id = id,
    channel = challenge.codes[#challenge.codes].channel,
    tried = tried,
    sentAtMs = phone.sentAtMs,
    expiresAtMs = challenge.codes[#challenge.codes].expiresAtMs,
    resendAtMs = phone.readyAtMs,
    attemptsLeft = ${rules.maxAttempts} - challenge.attempts
  }
end

-- '' of what is not said.
local function given(text)
  if text and text ~= '' then return text end
end

local function hasTried(challenge, channel)
  for _, each in ipairs(challenge.tried or {}) do
    if each == channel then return true end
  end
  return false
end

local function noteTried(challenge, channel)
  if not channel or hasTried(challenge, channel) then return end
  challenge.tried = challenge.tried or {}
  table.insert(challenge.tried, channel)
end

-- Whether a message by this channel would be one by another than the latest.
local function isOther(challenge, channel)
  local last = challenge.codes[#challenge.codes]
  return channel and channel ~= (last and last.channel or 'sms')
end

-- A number's next cool-down, and with it a code for the challenge: a new one, or the same once more.
local function send(id, challenge, phone, name, channel, digits)
  local restedUntilMs, last = phone.readyAtMs, challenge.codes[#challenge.codes]
  phone.challenge = id
  phone.sends = phone.sends + 1
  phone.sentAtMs = now
  phone.readyAtMs = now + math.min(${rules.cooldownMs} * 2 ^ (phone.sends - 1), ${rules.maxCooldownMs})
  keepPhone(challenge.phone, phone)
  local isSame = isOther(challenge, channel) and last and last.digits and last.expiresAtMs - now >= ${rules.sameCodeMs}
  local code = { name = name, mac = name, channel = channel, digits = digits, expiresAtMs = now + ${rules.codeLifetimeMs} }
  if isSame then code.mac, code.digits, code.expiresAtMs = last.mac, last.digits, last.expiresAtMs end
  code.restedUntilMs = restedUntilMs
  if #challenge.codes == ${rules.maxCodes} then table.remove(challenge.codes, 1) end
  table.insert(challenge.codes, code)
  noteTried(challenge, channel)
  save('challenge', id, challenge, ${rules.challengeMemoryMs})
  return statusOf(id, challenge, phone), isSame and last.digits or nil
end
`;
