/** HTTP clients with a form of their own: axios, got, superagent, request and form-data. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const httpClientRows: Partial<Models> = {
  sinks: [
    ...sinks('network', 'axios.Axios', [
      'Member[post,put,patch,postForm,putForm,patchForm,query].Argument[1]',
      'Member[get,delete,head,options,post,put,patch].Argument[0]',
      'Member[get,delete,head,options].Argument[1].Member[params,data,headers,auth]',
      'Member[post,put,patch,postForm].Argument[2].Member[params,headers,auth]',
      'Member[request].Argument[0].Member[data,params,headers,url,auth]',
    ]),
    ...sinks('network', 'axios.AxiosInstance', [
      'Argument[0,1].Member[data,params,headers,url,auth]',
      'Member[defaults].Member[headers]',
    ]),
    ...sinks('network', 'axios.AxiosStatic', ['Member[create].Argument[0].Member[headers,params,data]']),
    ...sinks('network', 'axios.AxiosRequestConfig', ['Member[data,params,headers,url]']),
    ...sinks('network', 'got.Got', [
      'Argument[0]',
      'Argument[1].Member[json,body,form,searchParams,headers]',
      'Member[get,post,put,patch,head,delete,stream].Argument[1].Member[json,body,form,searchParams,headers]',
      'Member[get,post,put,patch,head,delete,stream].Argument[0]',
      'Member[extend].Argument[0..].Member[json,body,headers,searchParams]',
    ]),
    ...sinks('network', 'got.OptionsInit', ['Member[json,body,form,searchParams,headers]']),
    ...sinks('network', 'got.Request', ['Member[write,end].Argument[0]']),
    ...sinks('network', 'superagent.Request', [
      'Member[send,query,field].Argument[0]',
      'Member[field].Argument[1]',
      'Member[attach,set,auth].Argument[1]',
      'Member[write].Argument[0]',
    ]),
    ...sinks('network', 'request', [
      'Argument[0,1].Member[body,form,formData,json,qs,headers,multipart]',
      'Member[post,put,patch,get,defaults].Argument[0]',
      'Member[post,put,patch,get].Argument[1].Member[body,form,formData,json,qs,headers]',
    ]),
    ...sinks('network', 'form-data', [
      'Instance.Member[append].Argument[1]',
      'Instance.Member[submit].Argument[0]',
    ]),
  ],
};
