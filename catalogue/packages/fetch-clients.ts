/** HTTP clients in the form of fetch: node-fetch, cross-fetch, undici, ky and gaxios. */
import type { Models } from '../../engine/models/rows.ts';
import { ofClients, ofStart, sentTo, sinks, url } from '../tables.ts';

/** The client's base comes last, under the name that its version has for it. */
const kyAddress = [
  url(0),
  ...['prefixUrl', 'prefix', 'baseUrl'].flatMap((name) => [url(1, name), ofClients(url(0, name))]),
];

const gaxiosAddress = [url(0, 'url'), url(0, 'baseURL'), ofClients(url(0, 'baseURL'))];

export const fetchClientRows: Partial<Models> = {
  sinks: [
    ...sentTo(
      [url(0)],
      sinks('network', 'node-fetch', [
        'Member[default].Argument[0]',
        'Member[default].Argument[1].Member[body,headers]',
        'Member[Request].Argument[1].Member[body,headers]',
      ]),
    ),
    ...sinks('network', 'node-fetch', ['Member[Response].Argument[0]']),
    ...sentTo(
      [url(0)],
      sinks('network', 'cross-fetch', [
        'Member[fetch,default].Argument[0]',
        'Member[fetch,default].Argument[1].Member[body,headers]',
        'Member[Request].Argument[1].Member[body,headers]',
      ]),
    ),
    ...sentTo(
      [url(0)],
      sinks('network', 'undici', [
        'Member[fetch].Argument[0]',
        'Member[fetch].Argument[1].Member[body,headers]',
        'Member[request,stream,pipeline].Argument[1].Member[body,headers,query]',
        'Member[request].Argument[0]',
      ]),
    ),
    ...sentTo(
      [url(0, 'origin'), ofStart(url(0))],
      sinks('network', 'undici.Dispatcher', [
        'Member[request,stream,pipeline,dispatch].Argument[0].Member[body,headers,path,query]',
      ]),
    ),
    ...sentTo([ofStart(url(0))], sinks('network', 'undici.WebSocket', ['Member[send].Argument[0]'])),
    ...sinks('network', 'undici.FormData', ['Member[append,set].Argument[1]']),
    ...sentTo(
      kyAddress,
      sinks('network', 'ky.KyInstance', [
        'Argument[1].Member[json,body,searchParams,headers]',
        'Member[get,post,put,patch,delete,head].Argument[1].Member[json,body,searchParams,headers]',
        'Argument[0]',
      ]),
    ),
    ...sinks('network', 'ky.KyInstance', [
      'Member[create,extend].Argument[0].Member[json,body,searchParams,headers]',
    ]),
    ...sinks('network', 'ky.Options', ['Member[json,searchParams,headers]']),
    ...sentTo(
      gaxiosAddress,
      sinks('network', 'gaxios.Gaxios', ['Member[request].Argument[0].Member[data,body,params,headers]']),
    ),
    ...sentTo(
      gaxiosAddress,
      sinks('network', 'gaxios', ['Member[request].Argument[0].Member[data,body,params,headers]']),
    ),
  ],
};
