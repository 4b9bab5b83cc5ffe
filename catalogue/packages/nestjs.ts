/** NestJS: loggers, static and of an instance, and those that implement its interface. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const nestRows: Partial<Models> = {
  sinks: [
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
