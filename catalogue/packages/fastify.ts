/** fastify: its logger, whose levels are declared by pino, and replies. */
import type { Models } from '../../engine/models/rows.ts';
import { clean, sinks } from '../tables.ts';

const verbs = 'get,post,put,patch,delete,head,options,all,query';

export const fastifyRows: Partial<Models> = {
  sinks: [
    ...sinks('log', 'fastify.FastifyBaseLogger', [
      'Member[fatal,error,warn,info,debug,trace].Argument[0..]',
      'Member[child].Argument[0]',
    ]),
    // What a handler gives back is sent as well.
    ...sinks('network', 'fastify.FastifyInstance', [
      `Member[${verbs}].Argument[N-1].ReturnValue.Awaited`,
      'Member[route].Argument[0].Member[handler].ReturnValue.Awaited',
    ]),
    ...sinks('network', 'fastify.FastifyReply', [
      'Member[send].Argument[0]',
      'Member[header].Argument[1]',
      'Member[headers].Argument[0]',
      'Member[redirect].Argument[0]',
      'Member[trailer].Argument[1].ReturnValue',
    ]),
  ],
  // A handler that gives back the reply says that it has been sent: the request that it belongs to is not.
  sanitizers: clean('fastify.FastifyReply', '', ['']),
};
