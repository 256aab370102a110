import { createHash } from 'node:crypto';
import type { Script } from './scripts.js';

/**
 * KEYS[1] is the bucket's base name, between braces; all other keys are made from it.
 *
 *   base:log               sorted set, requests that take a place in the windows, by the time from which they count: +inf while
 *                          that has not come, which is in every window
 *   base:open              sorted set, tickets under way, by the end of their lease
 *   base:line:<lane>       sorted set, processes that wait, in the order in which they came
 *   base:due               hash, when a process that waits was told to come back, by lane and name
 *   base:about             hash: memory, run (of the server), pausedUntil, passedOver (slots that went past the bulk lane), turn
 *
 * Times are microseconds of the server's clock.
 */
const common = `
local base = KEYS[1]
local logKey, openKey = base .. ':log', base .. ':open'
local dueKey, aboutKey = base .. ':due', base .. ':about'
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]

local function text(number) return string.format('%.0f', number) end
local function lineOf(lane) return base .. ':line:' .. lane end
local function placeOf(lane, member) return lane .. ':' .. member end
local function about(field) return tonumber(redis.call('HGET', aboutKey, field) or 0) end
local function isHeld(ticket) return redis.call('ZSCORE', logKey, ticket) == 'inf' end
`;

/** ARGV[1..]: countsFrom, most at once or 0, lease, number of windows, and limit and length of each. */
const bucketArguments = `
local completion = ARGV[1] == 'completion'
local most = tonumber(ARGV[2])
local lease = tonumber(ARGV[3])
local windows, longest = {}, 0
for index = 1, tonumber(ARGV[4]) do
  local window = { limit = tonumber(ARGV[3 + index * 2]), length = tonumber(ARGV[4 + index * 2]) }
  windows[index] = window
  longest = math.max(longest, window.length)
end
local nextArgument = 5 + #windows * 2

-- Keys live as long as anything in them can matter.
local function keepAlive()
  local milliseconds = text(math.ceil((longest + lease) / 1000) + 60000)
  for _, key in ipairs({ logKey, openKey, dueKey, aboutKey, lineOf('interactive'), lineOf('bulk') }) do
    redis.call('PEXPIRE', key, milliseconds)
  end
end

local function tidy()
  -- After the server's clock was set back, nothing may lie ahead of it.
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', logKey, '(' .. text(now), '(+inf')) do
    redis.call('ZADD', logKey, text(now), id)
  end
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', openKey, '(' .. text(now + lease), '+inf')) do
    redis.call('ZADD', openKey, text(now + lease), id)
  end
  -- Tickets of an older version, which did not hold a place with each, and places whose ticket is lost, which nobody would end.
  local held, open = redis.call('ZCOUNT', logKey, '+inf', '+inf'), redis.call('ZCARD', openKey)
  if held > open or (completion and held < open) then
    for _, id in ipairs(redis.call('ZRANGEBYSCORE', logKey, '+inf', '+inf')) do
      if not redis.call('ZSCORE', openKey, id) then redis.call('ZADD', logKey, text(now), id) end
    end
    if completion then
      for _, id in ipairs(redis.call('ZRANGE', openKey, 0, -1)) do redis.call('ZADD', logKey, '+inf', id) end
    end
  end
  -- The holder of a ticket that ran out is dead; its request counts from then, unless it was sent before.
  local ended = redis.call('ZRANGEBYSCORE', openKey, '-inf', text(now), 'WITHSCORES')
  for index = 1, #ended, 2 do
    redis.call('ZREM', openKey, ended[index])
    if isHeld(ended[index]) then redis.call('ZADD', logKey, ended[index + 1], ended[index]) end
  end
  redis.call('ZREMRANGEBYSCORE', logKey, '-inf', text(now - longest))
end
`;

/**
 * ARGV after the bucket: process, how many wait in the interactive lane, in the bulk lane, the memory that the process knows or
 * '', a text that nobody else uses, the server's name for its run or '' where that is not known.
 *
 * Answers the memory, the wait in microseconds or '', what it is for, and lane and name of each ticket.
 */
export const admitScript = scriptOf(`${bucketArguments}
-- One who does not come back in time loses its place, so that a dead process holds nobody up.
local grace, pollEvery, soon, settling = 1000000, 50000, 5000, 2000000
-- A place that is held is free a window's length after it begins to count, or earlier where it is given back.
local givenBackEvery = 1000000
local lanes = { 'interactive', 'bulk' }
local me = ARGV[nextArgument]
local left = {
  interactive = tonumber(ARGV[nextArgument + 1]),
  bulk = tonumber(ARGV[nextArgument + 2]),
}
local known, fresh, run = ARGV[nextArgument + 3], ARGV[nextArgument + 4], ARGV[nextArgument + 5]

-- Before anybody gets a slot, those who remember more than the server are given time to tell.
local function settle()
  redis.call('HSET', aboutKey, 'pausedUntil', text(math.max(about('pausedUntil'), now + settling)))
end

local memory = redis.call('HGET', aboutKey, 'memory')
if not memory then
  memory = fresh
  redis.call('HSET', aboutKey, 'memory', memory)
  -- It was emptied.
  if known ~= '' then settle() end
  keepAlive()
end
if run ~= '' then
  local before = redis.call('HGET', aboutKey, 'run')
  if before ~= run then
    redis.call('HSET', aboutKey, 'run', run)
    -- It was started again; meanwhile others went on by themselves.
    if before then settle() end
  end
end
if known ~= '' and known ~= memory then return { memory, '0', 'time' } end

tidy()
local running = redis.call('ZCARD', openKey)
local paused = math.max(0, about('pausedUntil') - now)

local function freeNow()
  if paused > 0 then return 0 end
  local free = math.huge
  if most > 0 then free = most - running end
  for _, window in ipairs(windows) do
    local inside = redis.call('ZCOUNT', logKey, '(' .. text(now - window.length), '+inf')
    free = math.min(free, window.limit - inside)
  end
  return free
end

-- When the windows have room for so many more at the earliest, and whether only the end of a request can tell.
local function waitFor(count)
  local wait, release = paused, false
  if most > 0 and running + count > most then wait, release = math.max(wait, pollEvery), true end
  for _, window in ipairs(windows) do
    local room = window.limit - count
    if room < 0 then
      wait = math.max(wait, window.length)
    else
      local blocking = redis.call('ZREVRANGE', logKey, text(room), text(room), 'WITHSCORES')[2]
      if blocking == 'inf' then wait = math.max(wait, math.min(window.length, givenBackEvery))
      elseif blocking then wait = math.max(wait, tonumber(blocking) + window.length - now) end
    end
  end
  return wait, release
end

local function toTheEnd(lane, member)
  redis.call('ZADD', lineOf(lane), redis.call('HINCRBY', aboutKey, 'turn', 1), member)
end

local function quit(lane, member)
  redis.call('ZREM', lineOf(lane), member)
  redis.call('HDEL', dueKey, placeOf(lane, member))
end

-- Everybody who waits, in the order in which slots are given: customers first, then the rest, which gets every tenth.
local function theLine()
  local line = {}
  for _, lane in ipairs(lanes) do
    for _, member in ipairs(redis.call('ZRANGE', lineOf(lane), 0, -1)) do
      local due = tonumber(redis.call('HGET', dueKey, placeOf(lane, member)) or 0)
      if member ~= me and due + grace < now then quit(lane, member)
      else line[#line + 1] = { lane = lane, member = member, due = due } end
    end
  end
  if about('passedOver') < 9 then return line end
  for index, place in ipairs(line) do
    if place.lane == 'bulk' then
      table.insert(line, 1, table.remove(line, index))
      break
    end
  end
  return line
end

for _, lane in ipairs(lanes) do
  if left[lane] == 0 then quit(lane, me)
  elseif not redis.call('ZSCORE', lineOf(lane), me) then toTheEnd(lane, me) end
end

local tickets = {}
local free = freeNow()

local function grant(lane)
  local id = fresh .. ':' .. (#tickets / 2 + 1)
  redis.call('ZADD', openKey, text(now + lease), id)
  redis.call('ZADD', logKey, '+inf', id)
  running = running + 1
  free = free - 1
  left[lane] = left[lane] - 1
  tickets[#tickets + 1] = lane
  tickets[#tickets + 1] = id
  if lane == 'bulk' then redis.call('HSET', aboutKey, 'passedOver', 0)
  elseif redis.call('ZCARD', lineOf('bulk')) > 0 then redis.call('HINCRBY', aboutKey, 'passedOver', 1) end
  if left[lane] == 0 then quit(lane, me) else toTheEnd(lane, me) end
end

-- One each, in order; a slot is kept for another who is expected by now, and for a customer in any case.
local kept = 0
for _, place in ipairs(theLine()) do
  if place.member == me then
    if kept < free and left[place.lane] > 0 then grant(place.lane) end
  elseif place.lane == 'interactive' or place.due <= now then
    kept = kept + 1
  end
end
-- What nobody else waits for.
for _, lane in ipairs(lanes) do
  while left[lane] > 0 and kept < free do grant(lane) end
end

local wait, waitsFor = '', 'time'
if left.interactive + left.bulk > 0 then
  local ahead = 0
  for _, place in ipairs(theLine()) do
    if place.member == me then
      local length, release = waitFor(ahead + 1)
      -- Room that is kept for another who has not come yet.
      length = math.max(length, soon)
      redis.call('HSET', dueKey, placeOf(place.lane, me), text(now + length))
      if wait == '' then
        wait = text(length)
        if release then waitsFor = 'release' end
      end
    end
    ahead = ahead + 1
  end
end
keepAlive()
local answer = { memory, wait, waitsFor }
for _, each in ipairs(tickets) do answer[#answer + 1] = each end
return answer
`);

/** ARGV after the bucket: ticket. */
export const stampScript = scriptOf(`${bucketArguments}
redis.call('ZADD', logKey, text(now), ARGV[nextArgument])
keepAlive()
return 1
`);

/** ARGV after the bucket: ticket, 'sent' or 'unused'. */
export const completeScript = scriptOf(`${bucketArguments}
local ticket, use = ARGV[nextArgument], ARGV[nextArgument + 1]
redis.call('ZREM', openKey, ticket)
if use == 'unused' then
  redis.call('ZREM', logKey, ticket)
elseif completion or isHeld(ticket) or not redis.call('ZSCORE', logKey, ticket) then
  redis.call('ZADD', logKey, text(now), ticket)
  keepAlive()
end
return 1
`);

/** ARGV after the bucket: name and age in microseconds of each request. */
export const restoreScript = scriptOf(`${bucketArguments}
for index = nextArgument, #ARGV, 2 do
  local at = math.floor(now - tonumber(ARGV[index + 1]))
  local known = redis.call('ZSCORE', logKey, ARGV[index])
  if not known or (known ~= 'inf' and tonumber(known) < at) then redis.call('ZADD', logKey, text(at), ARGV[index]) end
end
keepAlive()
return 1
`);

/** ARGV: ticket, lease. */
export const extendScript = scriptOf(`
redis.call('ZADD', openKey, 'XX', text(now + tonumber(ARGV[2])), ARGV[1])
return 1
`);

/** ARGV: process. */
export const leaveScript = scriptOf(`
for _, lane in ipairs({ 'interactive', 'bulk' }) do
  redis.call('ZREM', lineOf(lane), ARGV[1])
  redis.call('HDEL', dueKey, placeOf(lane, ARGV[1]))
end
return 1
`);

/** ARGV: length in microseconds. */
export const pauseScript = scriptOf(`
local pausedUntil = now + tonumber(ARGV[1])
if pausedUntil > about('pausedUntil') then
  redis.call('HSET', aboutKey, 'pausedUntil', text(pausedUntil))
  redis.call('PEXPIRE', aboutKey, text(math.ceil(tonumber(ARGV[1]) / 1000) + 60000))
end
return 1
`);

function scriptOf(body: string): Script {
  const text = common + body;
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}
