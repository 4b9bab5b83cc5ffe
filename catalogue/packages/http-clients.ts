/** HTTP clients with a form of their own: axios, got, superagent, request and form-data. */
import type { Destination, Models } from '../../engine/models/rows.ts';
import { ofClients, ofStart, sentTo, sinks, url } from '../tables.ts';

/** An address, or options in its place, and the base that they or whoever made the client give. */
const axiosAddress = (...options: readonly number[]): readonly Destination[] => [
  ...[url(0, 'url'), url(0)],
  ...options.map((place) => url(place, 'baseURL')),
  ofClients(url(0, 'baseURL')),
];
const gotAddress = [
  url(0, 'url'),
  url(0),
  url(1, 'prefixUrl'),
  url(0, 'prefixUrl'),
  ofClients(url(0, 'prefixUrl')),
];
const requestAddress = [
  ...[url(0, 'url'), url(0, 'uri'), url(0)],
  ...[url(1, 'baseUrl'), url(0, 'baseUrl'), ofClients(url(0, 'baseUrl'))],
];

export const httpClientRows: Partial<Models> = {
  sinks: [
    ...sentTo(
      axiosAddress(2),
      sinks('network', 'axios.Axios', [
        'Member[post,put,patch,postForm,putForm,patchForm,query].Argument[1]',
        'Member[post,put,patch].Argument[0]',
        'Member[post,put,patch,postForm].Argument[2].Member[params,headers,auth]',
      ]),
    ),
    ...sentTo(
      axiosAddress(1),
      sinks('network', 'axios.Axios', [
        'Member[get,delete,head,options].Argument[0]',
        'Member[get,delete,head,options].Argument[1].Member[params,data,headers,auth]',
      ]),
    ),
    ...sentTo(
      axiosAddress(0),
      sinks('network', 'axios.Axios', ['Member[request].Argument[0].Member[data,params,headers,url,auth]']),
    ),
    ...sentTo(
      axiosAddress(0, 1),
      sinks('network', 'axios.AxiosInstance', ['Argument[0,1].Member[data,params,headers,url,auth]']),
    ),
    ...sinks('network', 'axios.AxiosInstance', [
      'Member[defaults].Member[headers]',
      'Member[defaults].Member[headers].Fuzzy',
      'Member[interceptors].Member[request].Member[use].Argument[0].ReturnValue.Awaited.Member[data,params,url]',
    ]),
    ...sinks('network', 'axios.AxiosHeaders', ['Member[set].Argument[0,1]']),
    ...sinks('network', 'axios.AxiosStatic', ['Member[create].Argument[0].Member[headers,params,data]']),
    ...sinks('network', 'axios.AxiosRequestConfig', ['Member[data,params,headers,url]']),
    ...sentTo(
      gotAddress,
      sinks('network', 'got.Got', [
        'Argument[0]',
        'Argument[1].Member[json,body,form,searchParams,headers]',
        'Member[get,post,put,patch,head,delete,stream].Argument[1].Member[json,body,form,searchParams,headers]',
        'Member[get,post,put,patch,head,delete,stream].Argument[0]',
        'Member[paginate].Argument[1].Member[json,body,form,searchParams,headers]',
        'Member[paginate].Member[all,each].Argument[0]',
        'Member[paginate].Member[all,each].Argument[1].Member[json,body,form,searchParams,headers]',
      ]),
    ),
    ...sinks('network', 'got.Got', ['Member[extend].Argument[0..].Member[json,body,headers,searchParams]']),
    ...sinks('network', 'got.OptionsInit', ['Member[json,body,form,searchParams,headers]']),
    ...sentTo([ofStart(url(0))], sinks('network', 'got.Request', ['Member[write,end].Argument[0]'])),
    ...sentTo(
      [ofStart(url(0))],
      sinks('network', 'superagent.Request', [
        'Member[send,query,field].Argument[0]',
        'Member[field].Argument[1]',
        'Member[attach,set,auth].Argument[1]',
        'Member[write].Argument[0]',
      ]),
    ),
    ...sentTo(
      requestAddress,
      sinks('network', 'request', [
        'Argument[0,1].Member[body,form,formData,json,qs,headers,multipart]',
        'Member[post,put,patch,get,defaults].Argument[0]',
        'Member[post,put,patch,get].Argument[1].Member[body,form,formData,json,qs,headers]',
      ]),
    ),
    ...sinks('network', 'form-data', [
      'Instance.Member[append].Argument[1]',
      'Instance.Member[submit].Argument[0]',
    ]),
  ],
};
