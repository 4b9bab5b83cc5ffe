/** fastify: its logger, whose levels are declared by pino, and replies. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const fastifyRows: Partial<Models> = {
  sinks: [
    ...sinks('log', 'fastify.FastifyBaseLogger', [
      'Member[fatal,error,warn,info,debug,trace].Argument[0..]',
      'Member[child].Argument[0]',
    ]),
    ...sinks('network', 'fastify.FastifyReply', [
      'Member[send].Argument[0]',
      'Member[header].Argument[1]',
      'Member[headers].Argument[0]',
      'Member[redirect].Argument[0]',
      'Member[trailer].Argument[1].ReturnValue',
    ]),
  ],
};
