-- One change of a cart's hash, whole or not at all; commands of Redis 6.2 only. The rules are those of changes.py.
-- KEYS[1] the hash. ARGV: change id with its attempt, seconds to live, "1" to begin a cart, most lines, steps kept, changes kept, kind, arguments.
-- Answers a word and, where the hash was read, all of it: name, value, name, value.
local key, change, lifetime, fresh = KEYS[1], ARGV[1], ARGV[2], ARGV[3] == '1'
local most_lines, steps_kept, changes_kept, kind = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7]
local sku = ARGV[8]

local cart, lines, steps = {}, 0, {}
if redis.call('HEXISTS', key, 'version') == 1 then
  local flat = redis.call('HGETALL', key)
  for i = 1, #flat, 2 do
    cart[flat[i]] = flat[i + 1]
    if string.sub(flat[i], 1, 5) == 'line:' then lines = lines + 1 end
    if string.sub(flat[i], 1, 5) == 'undo:' then steps[#steps + 1] = tonumber(string.sub(flat[i], 6)) end
  end
elseif fresh then
  redis.call('DEL', key) -- a marker may stand here
  cart = { version = '0', count = '0', recent = '' }
elseif redis.call('EXISTS', key) == 1 then
  return { 'closed' }
else
  return { 'absent' }
end
table.sort(steps)

local function answer(word)
  local flat = { word }
  for name, value in pairs(cart) do
    flat[#flat + 1] = name
    flat[#flat + 1] = value
  end
  return flat
end

local function read(name)
  local text = cart['line:' .. name]
  if not text then return nil end
  local quantity, seen, saved, position = string.match(text, '^(%d+)|(%d*)|([01])|(%d+)$')
  return { quantity = tonumber(quantity), seen = tonumber(seen), saved = saved == '1', position = position }
end

local function put(name, value)
  cart[name] = value
  if value then redis.call('HSET', key, name, value) else redis.call('HDEL', key, name) end
end

local function whole(number)
  return string.format('%.0f', number)
end

local function write(name, line)
  local seen = line.seen and whole(line.seen) or ''
  put('line:' .. name, whole(line.quantity) .. '|' .. seen .. '|' .. (line.saved and '1' or '0') .. '|' .. line.position)
end

local version = tonumber(cart.version) + 1

local function remember(before)
  put('undo:' .. whole(version), change .. '\t' .. kind .. '\t' .. sku .. '\t' .. (before or ''))
  if #steps >= steps_kept then put('undo:' .. whole(steps[1]), nil) end
end

local function lower(seen, price)
  if seen and seen < price then return seen end
  return price
end

-- another attempt at the same change may have arrived, even one that was given up
if string.find(cart.recent, string.match(change, '^[^:]*:'), 1, true) then return answer('done') end

if kind == 'add' or kind == 'set' then
  local quantity, price = tonumber(ARGV[9]), tonumber(ARGV[10])
  local lowest, step, highest = tonumber(ARGV[11]), tonumber(ARGV[12]), tonumber(ARGV[13])
  local held, before = read(sku), cart['line:' .. sku]
  local line
  if kind == 'set' then
    if not held or held.saved then return answer('gone') end
    line = { quantity = quantity, seen = lower(held.seen, price), position = held.position }
  elseif held and not held.saved then
    line = { quantity = held.quantity + quantity, seen = lower(held.seen, price), position = held.position }
  else
    line = { quantity = quantity, seen = price, position = whole(version) }
  end
  if line.quantity < lowest or line.quantity > highest or (line.quantity - lowest) % step ~= 0 then
    cart.total = whole(line.quantity)
    return answer('quantity')
  end
  if kind == 'set' and line.quantity == held.quantity and line.seen == held.seen then return answer('done') end
  if not held and lines >= most_lines then return answer('full') end
  remember(before)
  write(sku, line)
elseif kind == 'remove' then
  local before = cart['line:' .. sku]
  if not before then return answer('done') end
  remember(before)
  put('line:' .. sku, nil)
elseif kind == 'save' or kind == 'move' then
  local held, before = read(sku), cart['line:' .. sku]
  if not held then return answer('gone') end
  if held.saved == (kind == 'save') then return answer('done') end
  held.saved = kind == 'save'
  if kind == 'move' then held.position = whole(version) end
  remember(before)
  write(sku, held)
elseif kind == 'undo' then
  if #steps == 0 then return answer('nothing') end
  local name = 'undo:' .. whole(steps[#steps])
  local done, touched, before = string.match(cart[name], '^([^\t]*)\t[^\t]*\t([^\t]*)\t(.*)$')
  if sku ~= '' and sku ~= done then return answer('overtaken') end
  put(name, nil)
  put('line:' .. touched, before ~= '' and before or nil)
elseif kind == 'accept' then
  local changed = false
  for i = 8, #ARGV, 2 do
    local line, price = read(ARGV[i]), tonumber(ARGV[i + 1])
    if line and line.seen ~= price then
      line.seen, changed = price, true
      write(ARGV[i], line)
    end
  end
  if not changed then return answer('done') end
end

local count = 0
for name in pairs(cart) do
  if string.sub(name, 1, 5) == 'line:' then
    local line = read(string.sub(name, 6))
    if not line.saved then count = count + line.quantity end
  end
end
local recent = (cart.recent == '' and '' or cart.recent .. ' ') .. change
local _, spaces = string.gsub(recent, ' ', ' ')
if spaces >= changes_kept then recent = string.gsub(recent, '^[^ ]+ ', '', 1) end
put('recent', recent)
put('count', whole(count))
put('version', whole(version))
redis.call('EXPIRE', key, lifetime)
return answer('done')
