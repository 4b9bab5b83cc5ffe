/** Bun: its module and the namespace of the same name are one declaration. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const bunRows: Partial<Models> = {
  sinks: [
    ...sinks('disk', 'bun', [
      'Member[write].Argument[1]',
      'Member[file].ReturnValue.Member[write].Argument[0]',
      'Member[file].ReturnValue.Member[writer].ReturnValue.Member[write,end].Argument[0]',
    ]),
    ...names('disk', 'bun', ['Member[write].Argument[0]']),
    ...sinks('disk', 'bun.FileSink', ['Member[write].Argument[0]']),
    ...sinks('log', 'bun', ['Member[stdout,stderr].Member[write].Argument[0]']),
    ...sinks('process', 'bun', [
      'Member[spawn,spawnSync].Argument[0,1]',
      'Member[$].Argument[1..]',
      'Member[secrets].Member[set].Argument[0]',
    ]),
    ...sinks('network', 'bun.ServerWebSocket', ['Member[send,sendText,publish].Argument[0,1]']),
    ...sinks('network', 'bun', ['Member[serve].Argument[0].Member[fetch].ReturnValue']),
    ...sinks('network', 'bun.Socket', ['Member[write,end].Argument[0]']),
    ...sinks('database', 'bun', ['Member[sql].Argument[1..]']),
    ...sinks('database', 'bun.SQL', ['Argument[1..]', 'Member[unsafe].Argument[0,1]']),
    ...sinks('database', 'bun:sqlite.Database', ['Member[run,exec].Argument[0..]']),
    ...sinks('database', 'bun:sqlite.Statement', ['Member[run,get,all,values].Argument[0..]']),
    ...sinks('cache', 'bun.RedisClient', ['Member[set,hmset,publish,sadd].Argument[0..]']),
    ...sinks('object-store', 'bun.S3Client', ['Member[write].Argument[0,1]']),
    ...sinks('object-store', 'bun.S3File', ['Member[write].Argument[0]']),
    ...sinks('browser-storage', 'bun.CookieMap', ['Member[set].Argument[1]']),
    ...names('browser-storage', 'bun.CookieMap', ['Member[set].Argument[0]']),
  ],
};
