/**
 * What must happen in one piece in Redis. KEYS[1] the lease, KEYS[2] what its holder says of itself; ARGV[1] the token.
 * Whoever lacks the token changes nothing.
 */

/** Compare and delete. */
export const releaseScript = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1], KEYS[2])
return 1`;

/**
 * Compare and extend: ARGV[2] the milliseconds, ARGV[3] the holder, KEYS[3] its sign of life, which is given in any
 * case. A lease that is nobody's (it lapsed, or Redis lost it) is taken again. 1: held; 2: taken again; 0: another's.
 */
export const renewScript = `
redis.call('SET', KEYS[3], ARGV[1], 'PX', ARGV[2])
local token = redis.call('GET', KEYS[1])
if token and token ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('SET', KEYS[2], ARGV[3], 'PX', ARGV[2])
if token then return 1 end
return 2`;
