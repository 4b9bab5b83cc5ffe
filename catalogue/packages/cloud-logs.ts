/** Logs that a cloud keeps: Google Cloud Logging and Amazon CloudWatch Logs. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const cloudLogRows: Partial<Models> = {
  sinks: [
    ...sinks('log', '@google-cloud/logging.Log', [
      'Member[alert,critical,debug,emergency,error,info,notice,warning,write].Argument[0]',
      'Member[alert,critical,debug,emergency,error,info,notice,warning,write].Argument[1].Member[labels]',
      'Member[entry].Argument[0,1]',
    ]),
    ...sinks('log', '@google-cloud/logging.LogSync', [
      'Member[alert,critical,debug,emergency,error,info,notice,warning,write].Argument[0]',
      'Member[entry].Argument[0,1]',
    ]),
    ...sinks('log', '@google-cloud/logging.Logging', ['Member[entry].Argument[0,1]']),
    ...sinks('log', '@google-cloud/logging.Entry', ['Member[data,metadata]']),
    ...sinks('log', '@aws-sdk/client-cloudwatch-logs', [
      'Member[PutLogEventsCommand].Argument[0].Member[logEvents].ArrayElement.Member[message]',
    ]),
    ...sinks('log', '@aws-sdk/client-cloudwatch-logs.CloudWatchLogs', [
      'Member[putLogEvents].Argument[0].Member[logEvents].ArrayElement.Member[message]',
    ]),
  ],
};
