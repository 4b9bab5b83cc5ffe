/** HTTP clients in the form of fetch: node-fetch, cross-fetch, undici, ky and gaxios. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const fetchClientRows: Partial<Models> = {
  sinks: [
    ...sinks('network', 'node-fetch', [
      'Member[default].Argument[0]',
      'Member[default].Argument[1].Member[body,headers]',
      'Member[Request].Argument[1].Member[body,headers]',
      'Member[Response].Argument[0]',
    ]),
    ...sinks('network', 'cross-fetch', [
      'Member[fetch,default].Argument[0]',
      'Member[fetch,default].Argument[1].Member[body,headers]',
      'Member[Request].Argument[1].Member[body,headers]',
    ]),
    ...sinks('network', 'undici', [
      'Member[fetch].Argument[0]',
      'Member[fetch].Argument[1].Member[body,headers]',
      'Member[request,stream,pipeline].Argument[1].Member[body,headers,query]',
      'Member[request].Argument[0]',
    ]),
    ...sinks('network', 'undici.Dispatcher', [
      'Member[request,stream,pipeline,dispatch].Argument[0].Member[body,headers,path,query]',
    ]),
    ...sinks('network', 'undici.WebSocket', ['Member[send].Argument[0]']),
    ...sinks('network', 'undici.FormData', ['Member[append,set].Argument[1]']),
    ...sinks('network', 'ky.KyInstance', [
      'Argument[1].Member[json,body,searchParams,headers]',
      'Member[get,post,put,patch,delete,head].Argument[1].Member[json,body,searchParams,headers]',
      'Argument[0]',
    ]),
    ...sinks('network', 'ky.Options', ['Member[json,searchParams,headers]']),
    ...sinks('network', 'gaxios.Gaxios', ['Member[request].Argument[0].Member[data,body,params,headers]']),
    ...sinks('network', 'gaxios', ['Member[request].Argument[0].Member[data,body,params,headers]']),
  ],
};
