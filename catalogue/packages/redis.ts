/** Redis: ioredis, redis and Upstash. Publishing is a queue, the rest a cache. */
import type { Models, Sink } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';
import { bufferCommands, commandsOf } from './redis-commands.ts';

/** What is asked for is sent as well, and stands in the log of slow commands. */
const taken = (commands: readonly string[]): string => `Member[${commands.join()}].Argument[0..]`;

const camel = commandsOf('camel');
const lower = commandsOf('lower');
const upstash = lower.filter((name) => !['restore', 'zrangebylex'].includes(name));

/** Clients, pools and clusters have the same commands, and a transaction is a chain of them. */
const client = (type: string): readonly Sink[] => [
  ...sinks('cache', `redis.${type}`, [
    taken(camel),
    taken(commandsOf('upper')),
    `Member[multi].ReturnValue.Fuzzy.${taken([...camel, 'addCommand'])}`,
  ]),
  ...sinks('queue', `redis.${type}`, [
    'Member[publish,sPublish,xAdd].Argument[1..]',
    'Member[multi].ReturnValue.Fuzzy.Member[publish,sPublish,xAdd].Argument[1..]',
  ]),
];

export const redisRows: Partial<Models> = {
  sinks: [
    // All commands are declared by the first, those of a pipeline too.
    ...['RedisCommander', 'Redis', 'ChainableCommander'].flatMap((type) => [
      ...sinks('cache', `ioredis.${type}`, [
        taken([...lower, ...bufferCommands, 'call']),
        'Member[callBuffer].Argument[1..]',
      ]),
      ...sinks('queue', `ioredis.${type}`, ['Member[publish,spublish,xadd].Argument[1..]']),
    ]),
    ...sinks('cache', 'ioredis.Redis', ['Member[pipeline,multi].Argument[0]']),
    ...sinks('cache', 'ioredis.Pipeline', ['Member[sendCommand].Argument[0]']),
    ...sinks('cache', 'ioredis', ['Member[Command].NewCall.Argument[1]']),
    ...['RedisClientType', 'RedisClientPoolType', 'RedisClusterType'].flatMap(client),
    ...sinks('cache', 'redis.RedisClientType', [
      'Member[sendCommand].Argument[0]',
      'Member[json].Member[set,merge,arrAppend,mSet].Argument[0..]',
      'Member[ft].Member[search].Argument[1]',
      'Member[ts].Member[add].Argument[0..]',
    ]),
    ...sinks('cache', '@upstash/redis.Redis', [
      taken(upstash),
      'Member[json].Member[set,mset,merge].Argument[0..]',
    ]),
    ...sinks('queue', '@upstash/redis.Redis', ['Member[publish].Argument[1]']),
    ...sinks('cache', '@upstash/redis.Pipeline', [taken(upstash)]),
  ],
};
