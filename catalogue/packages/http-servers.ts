/** HTTP servers: what Express and Hono answer, and the cookies that they set. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

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
    ...sinks('cache', 'express.Response', ['Member[locals].AnyMember']),
    ...sinks('network', 'hono.Context', [
      'Member[json,text,html,body,newResponse,render].Argument[0]',
      'Member[header].Argument[1]',
      'Member[redirect].Argument[0]',
    ]),
    ...sinks('browser-storage', 'hono/cookie', [
      'Member[setCookie].Argument[1,2]',
      'Member[setSignedCookie].Argument[1,2]',
    ]),
    ...sinks('network', 'hono/streaming', ['Member[streamSSE,stream,streamText].Argument[1]']),
  ],
};
