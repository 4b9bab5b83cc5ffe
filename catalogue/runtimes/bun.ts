/** Bun: its module and the namespace of the same name are one declaration. */
import type { Models, Sink } from '../../engine/models/rows.ts';
import { commandsOf } from '../packages/redis-commands.ts';
import { alone, names, sinks } from '../tables.ts';

/** What is written piece by piece, wherever it goes. */
const pieces = 'Member[write].Argument[0]';

/** What its client lacks is left out. */
const redis = commandsOf('lower').filter((name) => name !== 'restore');

/** Writers are of one type: where they were got from says where they write to. */
const writers: readonly Sink[] = [
  ...sinks('disk', 'bun.FileSink', [pieces]),
  ...alone([
    ...sinks('object-store', 'bun.NetworkSink', [pieces]),
    ...sinks('log', 'bun', [`Member[stdout,stderr].Member[writer].ReturnValue.${pieces}`]),
    ...sinks('process', 'bun', [`Member[spawn].ReturnValue.Member[stdin].${pieces}`]),
  ]),
];

/** Clients in a transaction, with a connection of their own or at a savepoint are clients too. */
const sql = ['Argument[1..]', 'Member[unsafe].Argument[0,1]', 'Member[file].Argument[1]'];

export const bunRows: Partial<Models> = {
  sinks: [
    ...sinks('disk', 'bun', [
      'Member[write].Argument[1]',
      'Member[file].ReturnValue.Member[write].Argument[0]',
      'Member[Archive].Member[write].Argument[1]',
    ]),
    ...names('disk', 'bun', ['Member[write,file].Argument[0]']),
    ...sinks('disk', 'bun.BunFile', [pieces]),
    ...writers,
    ...alone(sinks('log', 'bun', ['Member[stdout,stderr].Member[write].Argument[0]'])),
    ...sinks('process', 'bun', [
      'Member[spawn,spawnSync].Argument[0,1]',
      'Member[$].Argument[1..]',
      'Member[secrets].Member[set].Argument[0]',
    ]),
    ...sinks('process', 'bun.Terminal', [pieces]),
    ...sinks('process', 'bun.Subprocess', ['Member[send].Argument[0]']),
    ...sinks('network', 'bun.ServerWebSocket', [
      'Member[send,sendText,sendBinary].Argument[0]',
      'Member[publish,publishText,publishBinary].Argument[0,1]',
      'Member[close].Argument[1]',
    ]),
    ...sinks('network', 'bun.Server', ['Member[publish].Argument[0,1]']),
    ...sinks('network', 'bun', ['Member[serve].Argument[0].Member[fetch].ReturnValue']),
    ...sinks('network', 'bun.Socket', ['Member[write,end].Argument[0]']),
    ...sinks('network', 'bun.udp.Socket', ['Member[send,sendMany].Argument[0]']),
    ...sinks('database', 'bun', ['Member[sql].Argument[1..]']),
    ...sinks('database', 'bun.SQL', sql),
    ...sinks('database', 'bun:sqlite.Database', [
      'Member[run,exec].Argument[0..]',
      'Member[query,prepare].Argument[0]',
    ]),
    ...sinks('database', 'bun:sqlite.Statement', ['Member[run,get,all,values,raw,iterate].Argument[0..]']),
    ...sinks('cache', 'bun.RedisClient', [
      `Member[${redis.join()}].Argument[0..]`,
      'Member[send].Argument[1]',
    ]),
    ...sinks('queue', 'bun.RedisClient', ['Member[publish,spublish].Argument[1]']),
    ...sinks('object-store', 'bun.S3Client', ['Member[write].Argument[0,1]']),
    ...names('object-store', 'bun.S3Client', ['Member[file,presign].Argument[0]']),
    ...alone(sinks('object-store', 'bun.S3File', [pieces])),
    ...sinks('browser-storage', 'bun.CookieMap', ['Member[set].Argument[1]']),
    ...names('browser-storage', 'bun.CookieMap', ['Member[set].Argument[0]']),
    ...sinks('browser-storage', 'bun.Cookie', ['Member[value]']),
  ],
};
