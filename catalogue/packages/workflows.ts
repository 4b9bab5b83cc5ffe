/** Workflow engines: Temporal and Inngest keep arguments in their history. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const workflowRows: Partial<Models> = {
  sinks: [
    ...sinks('queue', '@temporalio/client.WorkflowClient', [
      'Member[start,execute].Argument[1].Member[args,memo,searchAttributes]',
      'Member[signalWithStart].Argument[1].Member[args,signalArgs]',
    ]),
    ...names('queue', '@temporalio/client.WorkflowClient', [
      'Member[start,execute].Argument[1].Member[workflowId]',
    ]),
    ...sinks('queue', '@temporalio/client.WorkflowHandle', [
      'Member[signal,query].Argument[1..]',
      'Member[executeUpdate,startUpdate].Argument[1]',
      'Member[terminate].Argument[0]',
    ]),
    ...sinks('queue', '@temporalio/client.ScheduleClient', ['Member[create].Argument[0]']),
    ...sinks('queue', 'inngest.Inngest', [
      'Member[send].Argument[0]',
      'Member[sendSignal].Argument[0].Member[data]',
    ]),
  ],
};
