/** The commands of Redis that are given keys and values, in the spellings of its clients. */

/** Spelled as the client `redis` does: every word but the first with a capital letter. */
const COMMANDS = [
  ...['set', 'setEx', 'pSetEx', 'setNX', 'getSet', 'getEx', 'getDel', 'get', 'mGet', 'append', 'setRange'],
  ...['mSet', 'mSetNX', 'restore', 'rename', 'exists', 'del', 'unlink', 'expire', 'incr', 'incrBy', 'decr'],
  ...['hSet', 'hSetNX', 'hGet', 'hmGet', 'hGetAll', 'hDel', 'hExists', 'hIncrBy', 'hIncrByFloat'],
  ...['lPush', 'rPush', 'lPushX', 'rPushX', 'lInsert', 'lSet', 'lRem', 'lPos'],
  ...['sAdd', 'sRem', 'sMove', 'sIsMember', 'smIsMember'],
  ...['zAdd', 'zRem', 'zIncrBy', 'zScore', 'zRank', 'zRangeByLex'],
  ...['pfAdd', 'geoAdd', 'geoDist', 'xAdd', 'echo', 'eval', 'evalSha'],
];

const SPELLINGS = {
  camel: (name: string): string => name,
  lower: (name: string): string => name.toLowerCase(),
  upper: (name: string): string => name.toUpperCase(),
} as const;

/** The commands in one spelling. `hSet` has taken the place of `hmset` in the first. */
export function commandsOf(spelling: keyof typeof SPELLINGS): readonly string[] {
  return [...COMMANDS.map(SPELLINGS[spelling]), ...(spelling === 'lower' ? ['hmset'] : [])];
}

/** Commands that ioredis has in a form that answers with bytes. */
export const bufferCommands = [
  ...['set', 'getset', 'get', 'getex', 'getdel', 'mget', 'hget', 'hmget', 'hgetall', 'hincrbyfloat'],
  ...['zadd', 'zincrby', 'zscore', 'zrank', 'zrangebylex', 'xadd', 'echo', 'geodist'],
].map((name) => `${name}Buffer`);
