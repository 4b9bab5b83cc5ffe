/** NestJS: loggers, static and of an instance, and those that implement its interface. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const nestRows: Partial<Models> = {
  sinks: [
    // What a handler of a route gives back is the answer.
    ...sinks('network', '@nestjs/common', [
      'Member[Get,Post,Put,Patch,Delete,All,Options,Head,Search,Sse].ReturnValue.DecoratedMember.ReturnValue',
      'Member[Get,Post,Put,Patch,Delete,All,Options,Head,Search].ReturnValue.DecoratedMember.ReturnValue.Awaited',
    ]),
    ...sinks('log', '@nestjs/common.LoggerService', [
      'Member[log,error,warn,debug,verbose,fatal].Argument[0..]',
    ]),
    ...sinks('log', '@nestjs/common.Logger', ['Member[log,error,warn,debug,verbose,fatal].Argument[0..]']),
    ...sinks('log', '@nestjs/common', [
      'Member[Logger].Member[log,error,warn,debug,verbose,fatal].Argument[0..]',
    ]),
    ...sinks('log', '@nestjs/common.ConsoleLogger', [
      'Member[log,error,warn,debug,verbose,fatal].Argument[0..]',
      'Member[setContext].Argument[0]',
    ]),
  ],
};
