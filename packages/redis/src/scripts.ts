import { createHash } from 'node:crypto';

/** A step that the server runs as one; nothing else happens in between. */
export interface Script {
  readonly text: string;
  readonly sha: string;
}

function script(text: string): Script {
  const whole = common + text;
  return { text: whole, sha: createHash('sha1').update(whole).digest('hex') };
}

/**
 * KEYS[1] is the journal's base name; all other keys are made from it, so that a cluster and a client's own key prefix place
 * them together. Names of rows, keys and orders come ready made; nothing in them means anything to the scripts.
 *
 *   base:row:<name>      hash, one order
 *   base:key:<name>      name of the row that holds the key
 *   base:open:<name>     name of the row that is not settled yet
 *   base:scope:<name>    sorted set, the rows of a scope as they came
 *   base:spent:<cur>     sorted set, rows of a currency by the time they began
 *   base:lease:<name>    holder of a lease; the server removes it when it runs out
 */
const common = `
local base = KEYS[1]
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function rowKey(name) return base .. ':row:' .. name end

local function get(name, field) return redis.call('HGET', rowKey(name), field) end

local function whole(name)
  return redis.call('HMGET', rowKey(name), 'entry', 'state', 'charged', 'leaseUntil')
end

-- A number as text, digit by digit.
local function text(number) return string.format('%.0f', number) end

-- The row that a pointer leads to: its name, false when there is none, or an error (a table) when the row was lost.
local function follow(pointer)
  local name = redis.call('GET', pointer)
  if name and not get(name, 'status') then return redis.error_reply('JOURNAL_LOST a row is missing') end
  return name
end

-- The row that holds a key. An unsettled order is never forgotten, however old its key.
local function holder(key)
  local name = follow(base .. ':key:' .. key)
  if type(name) ~= 'string' or get(name, 'status') ~= 'done' then return name end
  local expires = get(name, 'keyExpiresAt')
  if expires ~= '' and tonumber(expires) <= now then return false end
  return name
end

-- Adds an amount to groups of seven digits. No group can leave the range in which floats are exact: that would take hundreds
-- of millions of orders.
local function add(groups, units, sign)
  if units:sub(1, 1) == '-' then
    sign, units = -sign, units:sub(2)
  end
  local group = 1
  for last = #units, 1, -7 do
    groups[group] = groups[group] + sign * tonumber(units:sub(math.max(1, last - 6), last))
    group = group + 1
  end
end

-- The answer to an order that the spend limit leaves no room for, beside all other orders; else nothing.
local function excessOf(row, currency, price, limit, period)
  local spent = { 0, 0, 0, 0 }
  local rows = redis.call('ZRANGEBYSCORE', base .. ':spent:' .. currency, '(' .. text(now - period), '+inf')
  for _, name in ipairs(rows) do
    local units = get(name, 'units')
    if not units then return redis.error_reply('JOURNAL_LOST a row is missing') end
    if name ~= row then add(spent, units, 1) end
  end
  local left = { -spent[1], -spent[2], -spent[3], -spent[4] }
  add(left, limit, 1)
  add(left, price, -1)
  local carry = 0
  for group = 1, 4 do
    local sum = left[group] + carry
    local digits = math.fmod(sum, 10000000)
    if digits < 0 then digits = digits + 10000000 end
    carry = (sum - digits) / 10000000
  end
  if carry >= 0 then return nil end
  return { 'over_limit', { text(spent[1]), text(spent[2]), text(spent[3]), text(spent[4]) } }
end

-- Whether an order is of unknown outcome still; one under another lease is in somebody's hands.
local function isUnknown(row, leaseUntil)
  return get(row, 'status') == 'unknown' and get(row, 'leaseUntil') == leaseUntil
end

local function release(pointer, row)
  if redis.call('GET', pointer) == row then redis.call('DEL', pointer) end
end

local function remove(row)
  release(base .. ':key:' .. get(row, 'key'), row)
  release(base .. ':open:' .. get(row, 'order'), row)
  redis.call('ZREM', base .. ':scope:' .. get(row, 'scope'), row)
  redis.call('ZREM', base .. ':spent:' .. get(row, 'currency'), row)
  redis.call('DEL', rowKey(row))
end
`;

/**
 * ARGV: schema version. Answers the version that the journal has, which is brought to this one where it was older: what schema
 * 1 stored is as it is now, and leases came with 2.
 */
export const openScript = script(`
local version = redis.call('HGET', base .. ':about', 'schema')
if version and tonumber(version) >= tonumber(ARGV[1]) then return version end
redis.call('HSET', base .. ':about', 'schema', ARGV[1])
return ARGV[1]
`);

/**
 * ARGV: row, key, order, scope, entry, state, key's expiry or '', lease, currency or '', units of the price,
 * and of the spend limit, when it applies, units and period.
 *
 * Answers 'begun', 'exists' or 'busy' with the row, or 'over_limit' with what is spent, in groups of digits.
 */
export const beginScript = script(`
local row, key, order, scope = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local currency, price, limit, period = ARGV[9], ARGV[10], ARGV[11], ARGV[12]

local held = holder(key)
if type(held) == 'table' then return held end
if held == row and get(row, 'status') == 'started' then
  -- Ours already: the connection broke before the answer came, and the client asked again.
  return { 'begun', whole(row) }
end
if held then return { 'exists', whole(held) } end

local unsettled = follow(base .. ':open:' .. order)
if type(unsettled) == 'table' then return unsettled end
if unsettled then return { 'busy', whole(unsettled) } end

local excess = limit and excessOf(row, currency, price, limit, period)
if excess then return excess end

if redis.call('EXISTS', rowKey(row)) == 1 then
  return redis.error_reply('JOURNAL_MISUSE the operation id was used before')
end
redis.call('HSET', rowKey(row), 'status', 'started', 'entry', ARGV[5], 'state', ARGV[6], 'charged', '',
  'keyExpiresAt', ARGV[7], 'leaseUntil', text(now + ARGV[8]), 'key', key, 'order', order, 'scope', scope,
  'currency', currency, 'units', price, 'begunAt', text(now))
redis.call('SET', base .. ':key:' .. key, row)
redis.call('SET', base .. ':open:' .. order, row)
redis.call('ZADD', base .. ':scope:' .. scope, redis.call('HINCRBY', base .. ':about', 'rows', 1), row)
if currency ~= '' then redis.call('ZADD', base .. ':spent:' .. currency, text(now), row) end
return { 'begun', whole(row) }
`);

/**
 * ARGV: row, status, and unless refused: state, charge or '', and with a charge its currency and units.
 * Answers 'settled', or 'missing' when the order is not on record.
 */
export const settleScript = script(`
local row, status = ARGV[1], ARGV[2]
local known = get(row, 'status')
if not known then return 'missing' end
if known == 'done' and status ~= 'done' then return 'settled' end
if status == 'refused' then
  remove(row)
  return 'settled'
end

redis.call('HSET', rowKey(row), 'status', status, 'state', ARGV[3])
if status ~= 'done' then return 'settled' end
release(base .. ':open:' .. get(row, 'order'), row)
if ARGV[4] ~= '' then
  redis.call('ZREM', base .. ':spent:' .. get(row, 'currency'), row)
  redis.call('HSET', rowKey(row), 'charged', ARGV[4], 'currency', ARGV[5], 'units', ARGV[6])
  redis.call('ZADD', base .. ':spent:' .. ARGV[5], get(row, 'begunAt'), row)
end
return 'settled'
`);

/**
 * ARGV: row, lease as it was read, entry, state, key's expiry or '', lease, currency, units of the price,
 * and of the spend limit, when it applies, units and period.
 *
 * Answers 'begun' with the row, 'changed', or 'over_limit' as above.
 */
export const beginAgainScript = script(`
local row, entry = ARGV[1], ARGV[3]
local currency, price, limit, period = ARGV[7], ARGV[8], ARGV[9], ARGV[10]
-- Ours already, as above: no two sendings have the same entry.
if get(row, 'status') == 'started' and get(row, 'entry') == entry then return { 'begun', whole(row) } end
if not isUnknown(row, ARGV[2]) then return { 'changed' } end
local excess = limit and excessOf(row, currency, price, limit, period)
if excess then return excess end
redis.call('ZREM', base .. ':spent:' .. get(row, 'currency'), row)
redis.call('ZADD', base .. ':spent:' .. currency, text(now), row)
redis.call('HSET', rowKey(row), 'status', 'started', 'entry', entry, 'state', ARGV[4], 'keyExpiresAt', ARGV[5],
  'leaseUntil', text(now + ARGV[6]), 'currency', currency, 'units', price, 'begunAt', text(now))
return { 'begun', whole(row) }
`);

/** ARGV: row, lease as it was read. Answers 1 when the order was of unknown outcome still, and was removed. */
export const discardScript = script(`
local row = ARGV[1]
if not isUnknown(row, ARGV[2]) then return 0 end
remove(row)
return 1
`);

/** ARGV: row, lease. */
export const extendLeaseScript = script(`
if get(ARGV[1], 'status') then redis.call('HSET', rowKey(ARGV[1]), 'leaseUntil', text(now + ARGV[2])) end
return 'extended'
`);

/** ARGV: row, lease. Answers 1 when the order was taken over. */
export const takeOverScript = script(`
local row = ARGV[1]
if get(row, 'status') ~= 'started' or tonumber(get(row, 'leaseUntil')) > now then return 0 end
redis.call('HSET', rowKey(row), 'leaseUntil', text(now + ARGV[2]))
return 1
`);

/** ARGV: key. Answers the row, or nothing. */
export const findScript = script(`
local name = holder(ARGV[1])
if type(name) == 'table' then return name end
return name and whole(name)
`);

/** ARGV: row. Answers the row, or nothing. */
export const findByIdScript = script(`
return get(ARGV[1], 'status') and whole(ARGV[1])
`);

/** ARGV: scope, limit. Answers rows, newest first. */
export const listScript = script(`
local rows = {}
if tonumber(ARGV[2]) < 1 then return rows end
for _, name in ipairs(redis.call('ZREVRANGE', base .. ':scope:' .. ARGV[1], 0, ARGV[2] - 1)) do
  if not get(name, 'status') then return redis.error_reply('JOURNAL_LOST a row is missing') end
  rows[#rows + 1] = whole(name)
end
return rows
`);

/** ARGV: lease, holder, milliseconds. Answers 1 when the holder has the lease now. */
export const takeLeaseScript = script(`
local lease = base .. ':lease:' .. ARGV[1]
local holder = redis.call('GET', lease)
if holder and holder ~= ARGV[2] then return 0 end
redis.call('SET', lease, ARGV[2], 'PX', ARGV[3])
return 1
`);

/** ARGV: lease, holder. */
export const dropLeaseScript = script(`
local lease = base .. ':lease:' .. ARGV[1]
if redis.call('GET', lease) == ARGV[2] then redis.call('DEL', lease) end
return 'dropped'
`);
