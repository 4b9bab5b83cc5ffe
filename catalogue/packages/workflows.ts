/** Workflow engines: Temporal and Inngest keep arguments in their history. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks, upTo } from '../tables.ts';

/** What a function and its steps return is kept, to go on from it. */
const handled = (handler: number): readonly string[] => [
  `Member[createFunction].Argument[${handler}].ReturnValue.Awaited`,
  `Member[createFunction].Argument[${handler}].Parameter[0].Member[step].Member[run].Argument[1].ReturnValue.Awaited`,
  `Member[createFunction].Argument[${handler}].Parameter[0].Member[step].Member[sendEvent,invoke].Argument[1]`,
];

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
    ...sinks('queue', 'inngest.Inngest', handled(1)),
    // Its triggers stood between.
    ...upTo('4', sinks('queue', 'inngest.Inngest', handled(2))),
    ...sinks('queue', 'inngest.Inngest', [
      'Member[send].Argument[0]',
      'Member[sendSignal].Argument[0].Member[data]',
    ]),
  ],
};
