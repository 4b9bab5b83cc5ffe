/** HTTP servers: what Express, Koa and Hono answer, the cookies that they set, and what handlers of one request share. */
import type { Models } from '../../engine/models/rows.ts';
import { hands, named, sinks } from '../tables.ts';

/** What handlers of a route keep on the context for those that come after them. */
const variables = `Shared[hono].${named(0)}`;

export const httpServerRows: Partial<Models> = {
  sinks: [
    // Handlers of routes are typed by the package below.
    ...['express.Response', 'express-serve-static-core.Response'].flatMap((type) =>
      sinks('network', type, [
        'Member[send,json,jsonp,redirect,location,attachment].Argument[0]',
        'Member[render].Argument[1]',
        'Member[set,header,append].Argument[0,1]',
        'Member[cookie].Argument[1]',
        'Member[write,end].Argument[0]',
      ]),
    ),
    // The error handler of an application answers with the error's stack, outside production.
    ...sinks('network', 'express.NextFunction', ['Argument[0]']),
    ...sinks('network', 'koa.BaseContext', [
      'Member[body]',
      'Member[set,append].Argument[0,1]',
      'Member[redirect,attachment].Argument[0]',
      'Member[throw].Argument[0..]',
    ]),
    ...sinks('browser-storage', 'koa.ExtendableContext', ['Member[cookies].Member[set].Argument[1]']),
    ...sinks('network', 'hono.Context', [
      'Member[json,text,html,body,newResponse,render].Argument[0]',
      'Member[header].Argument[1]',
      'Member[redirect].Argument[0]',
    ]),
    ...sinks('browser-storage', 'hono/cookie', [
      'Member[setCookie].Argument[1,2]',
      'Member[setSignedCookie].Argument[1,2]',
    ]),
    ...sinks('network', 'hono/utils/stream.StreamingApi', ['Member[write,writeln].Argument[0]']),
    ...sinks('network', 'hono/streaming.SSEStreamingApi', ['Member[writeSSE].Argument[0]']),
  ],
  propagators: [
    // What a handler answers goes to the client: neither the application nor another handler gets it.
    ...['hono.Hono', 'hono/tiny.Hono', 'hono/quick.Hono'].flatMap((type) =>
      hands(type, '', [
        [
          'Member[get,post,put,delete,options,patch,query,all,on,use,onError,notFound]',
          'Argument[this]',
          'ReturnValue',
        ],
      ]),
    ),
    ...hands('hono.Context', '', [
      ['Member[set]', 'Argument[1]', variables],
      ['Member[get]', variables, 'ReturnValue'],
      ['Member[var].Getter', 'Shared[hono]', 'ReturnValue'],
    ]),
  ],
};
