/** Messages to other windows, workers and the system: they leave the page that holds the session. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const messageRows: Partial<Models> = {
  sinks: [
    ...sinks('process', 'global', [
      'Member[postMessage].Argument[0]',
      'Member[Worker,MessagePort,BroadcastChannel,ServiceWorker,Window].Instance.Member[postMessage].Argument[0]',
      'Member[navigator].Member[clipboard].Member[writeText,write].Argument[0]',
      'Member[navigator].Member[serviceWorker].Member[controller].Member[postMessage].Argument[0]',
      'Member[Notification].NewCall.Argument[0]',
      'Member[Notification].NewCall.Argument[1].Member[body,data,tag]',
    ]),
    ...names('process', 'global', ['Member[BroadcastChannel].NewCall.Argument[0]']),
  ],
};
