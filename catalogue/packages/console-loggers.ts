/** Loggers for terminals and structured lines: npmlog, consola, signale, tslog, roarr, LogTape and LogLayer. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const consoleLoggerRows: Partial<Models> = {
  sinks: [
    ...sinks('log', 'npmlog.Logger', [
      'Member[log].Argument[1..]',
      'Member[silly,verbose,info,timing,http,notice,warn,error,silent].Argument[0..]',
    ]),
    ...sinks('log', 'consola.ConsolaInstance', [
      'Member[silent,fatal,error,warn,log,info,success,fail,ready,start,box,debug,trace,verbose].Argument[0..]',
      'Member[prompt].Argument[0]',
    ]),
    ...sinks('log', 'consola.Consola', [
      'Member[withTag].Argument[0]',
      'Member[create,withDefaults].Argument[0]',
    ]),
    ...sinks('log', 'signale.LoggerFunc', ['Argument[0..]']),
    ...sinks('log', 'signale.SignaleBase', ['Member[scope].Argument[0..]', 'Member[time].Argument[0]']),
    ...sinks('log', 'tslog.BaseLogger', ['Member[log].Argument[2..]']),
    ...sinks('log', 'tslog.Logger', [
      'Member[log].Argument[2..]',
      'Member[silly,trace,debug,info,warn,error,fatal].Argument[0..]',
      'Member[getSubLogger,child].Argument[1]',
      'Member[runInContext].Argument[0]',
    ]),
    ...sinks('log', 'tslog.TCustomLevelMethod', ['Argument[0..]']),
    ...sinks('log', 'tslog', ['Member[createLogger].Argument[1]']),
    ...sinks('log', 'roarr.Logger', [
      'Argument[0..]',
      'Member[trace,debug,info,warn,error,fatal,traceOnce,debugOnce,infoOnce,warnOnce,errorOnce,fatalOnce].Argument[0..]',
      'Member[child].Argument[0]',
      'Member[adopt].Argument[1]',
    ]),
    ...sinks('log', '@logtape/logtape.LogMethod', ['Argument[0..]']),
    ...sinks('log', '@logtape/logtape.Logger', [
      'Member[trace,debug,info,warn,warning,error,fatal].Argument[0..]',
      'Member[with].Argument[0]',
      'Member[emit].Argument[0]',
    ]),
    ...sinks('log', '@logtape/logtape', ['Member[withContext,withCategoryPrefix].Argument[0]']),
    ...sinks('log', 'loglayer.LogLayer', [
      'Member[info,warn,error,debug,trace,fatal].Argument[0..]',
      'Member[withContext,withMetadata,withError,withPrefix,errorOnly,metadataOnly,raw].Argument[0]',
    ]),
    ...sinks('log', 'loglayer.ILogLayer', [
      'Member[info,warn,error,debug,trace,fatal].Argument[0..]',
      'Member[withContext,withMetadata,withError,withPrefix,errorOnly,metadataOnly,raw].Argument[0]',
    ]),
    ...sinks('log', 'loglayer.ILogBuilder', [
      'Member[info,warn,error,debug,trace,fatal].Argument[0..]',
      'Member[withMetadata,withError].Argument[0]',
    ]),
  ],
};
