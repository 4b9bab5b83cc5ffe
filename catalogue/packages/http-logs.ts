/** morgan: no call carries data, the functions that make its lines do. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const httpLogRows: Partial<Models> = {
  sinks: [
    ...sinks('log', 'morgan', [
      'Argument[0].ReturnValue',
      'Member[token].Argument[1].ReturnValue',
      'Member[format].Argument[1].ReturnValue',
    ]),
    ...sinks('log', 'morgan.Options', ['Member[stream].Member[write].Argument[0]']),
  ],
};
