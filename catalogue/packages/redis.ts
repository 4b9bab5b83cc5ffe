/** Redis: ioredis, redis and Upstash. Publishing is a queue, the rest a cache. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const redisRows: Partial<Models> = {
  sinks: [
    ...sinks('cache', 'ioredis.RedisCommander', [
      'Member[set,setex,psetex,setnx,getset,append,lpush,rpush,lpushx,rpushx,sadd,zadd,xadd,hset,hmset,hsetnx,mset,msetnx,setrange,linsert,lset,pfadd,geoadd,hincrby,restore].Argument[0..]',
      'Member[eval,evalsha,call,echo].Argument[1..]',
    ]),
    ...sinks('queue', 'ioredis.RedisCommander', ['Member[publish,spublish,xadd].Argument[1..]']),
    ...sinks('cache', 'ioredis.Redis', [
      'Member[set,setex,hset,lpush,rpush,sadd,zadd,mset,append].Argument[0..]',
      'Member[pipeline,multi].Argument[0]',
    ]),
    ...sinks('cache', 'ioredis.ChainableCommander', [
      'Member[set,setex,hset,lpush,rpush,sadd,zadd,mset,append,xadd,publish].Argument[0..]',
    ]),
    ...sinks('cache', 'ioredis.Pipeline', ['Member[sendCommand].Argument[0]']),
    ...sinks('cache', 'ioredis', ['Member[Command].NewCall.Argument[1]']),
    ...sinks('cache', 'redis.RedisClientType', [
      'Member[set,setEx,pSetEx,setNX,getSet,append,setRange,hSet,hSetNX,lPush,rPush,lPushX,rPushX,lInsert,lSet,sAdd,zAdd,xAdd,mSet,mSetNX,pfAdd,geoAdd,hSetEx,restore].Argument[0..]',
      'Member[SET,SETEX,HSET,LPUSH,RPUSH,SADD,ZADD,XADD,MSET,APPEND].Argument[0..]',
      'Member[sendCommand,eval,evalSha,fCall].Argument[0,1]',
      'Member[json].Member[set,merge,arrAppend,mSet].Argument[0..]',
      'Member[ft].Member[search].Argument[1]',
      'Member[ts].Member[add].Argument[1..]',
    ]),
    // A transaction is a chain of commands, each of which gives the chain.
    ...sinks('cache', 'redis.RedisClientType', [
      'Member[multi].ReturnValue.Fuzzy.Member[set,setEx,hSet,lPush,rPush,sAdd,zAdd,xAdd,mSet,append,addCommand].Argument[0..]',
    ]),
    ...sinks('queue', 'redis.RedisClientType', ['Member[publish,sPublish,xAdd].Argument[1..]']),
    ...names('cache', 'redis.RedisClientType', ['Member[ts].Member[add].Argument[0]']),
    ...sinks('cache', 'redis.RedisClientPoolType', ['Member[set,hSet,lPush,publish,xAdd].Argument[1..]']),
    ...names('cache', 'redis.RedisClientPoolType', ['Member[set,hSet,lPush,publish,xAdd].Argument[0]']),
    ...sinks('cache', 'redis.RedisClusterType', ['Member[set,hSet,lPush,publish,xAdd].Argument[1..]']),
    ...names('cache', 'redis.RedisClusterType', ['Member[set,hSet,lPush,publish,xAdd].Argument[0]']),
    ...sinks('cache', '@upstash/redis.Redis', [
      'Member[set,setex,setnx,psetex,getset,append,hset,hsetnx,lpush,rpush,sadd,zadd,mset,msetnx,publish,xadd,eval,evalsha].Argument[0..]',
      'Member[json].Member[set,mset,merge].Argument[0..]',
    ]),
    ...sinks('cache', '@upstash/redis.Pipeline', ['Member[set,hset,lpush,rpush,sadd,mset].Argument[0..]']),
  ],
};
