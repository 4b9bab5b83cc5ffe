/** Job queues: BullMQ, Bull, Agenda and pg-boss. What a processor returns is stored too. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const jobQueueRows: Partial<Models> = {
  sinks: [
    ...sinks('queue', 'bullmq.Queue', [
      'Member[add].Argument[1]',
      'Member[addBulk].Argument[0].ArrayElement.Member[data,name]',
      'Member[upsertJobScheduler].Argument[2].Member[data]',
      'Member[addJobLog].Argument[1]',
    ]),
    ...names('queue', 'bullmq.Queue', [
      'Member[add].Argument[0]',
      'Member[add].Argument[2].Member[jobId]',
      'Member[add].Argument[2].Member[deduplication].Member[id]',
      'Member[addBulk].Argument[0].ArrayElement.Member[opts].Member[jobId]',
    ]),
    ...sinks('queue', 'bullmq.FlowProducer', ['Member[add,addBulk].Argument[0]']),
    ...sinks('queue', 'bullmq.FlowJob', ['Member[data]']),
    ...sinks('queue', 'bullmq.Job', [
      'Member[updateData,updateProgress,log].Argument[0]',
      'Member[moveToCompleted,moveToFailed].Argument[0]',
    ]),
    ...sinks('queue', 'bullmq', ['Member[Worker].Argument[1].ReturnValue.Awaited']),
    ...sinks('queue', 'bull.Queue', [
      'Member[add].Argument[0,1]',
      'Member[addBulk].Argument[0].ArrayElement.Member[data]',
    ]),
    // Processors stand behind a name and a number, or alone.
    ...names('queue', 'bull.Queue', ['Member[add].Argument[2].Member[jobId]']),
    ...sinks('queue', 'bull.Queue', ['Member[process].Argument[0..2].ReturnValue.Awaited']),
    ...sinks('queue', 'bull.Job', [
      'Member[update,log,progress].Argument[0]',
      'Member[moveToCompleted,moveToFailed].Argument[0]',
    ]),
    ...sinks('queue', 'agenda.Agenda', [
      'Member[now,create].Argument[1]',
      'Member[schedule,every].Argument[2]',
    ]),
    ...sinks('queue', 'pg-boss', [
      'Instance.Member[send].Argument[1]',
      'Instance.Member[send].Argument[0].Member[data]',
      'Instance.Member[work].Argument[1,2].ReturnValue.Awaited',
      'Instance.Member[insert].Argument[0,1]',
      'Instance.Member[publish].Argument[1]',
      'Instance.Member[schedule].Argument[2]',
      'Instance.Member[complete,fail].Argument[2]',
      'Instance.Member[sendAfter,sendThrottled,sendDebounced].Argument[1]',
    ]),
    ...names('queue', 'pg-boss', [
      'Instance.Member[send].Argument[0]',
      'Instance.Member[send].Argument[2].Member[singletonKey]',
    ]),
  ],
};
