/** Remote calls: gRPC and GraphQL. */
import type { Models } from '../../engine/models/rows.ts';
import { host, ofStart, sentTo, sinks, taints, url } from '../tables.ts';

export const remoteCallRows: Partial<Models> = {
  sinks: [
    ...sentTo(
      [ofStart(host(0))],
      sinks('network', '@grpc/grpc-js.Client', [
        'Member[makeUnaryRequest,makeServerStreamRequest].Argument[3,4]',
      ]),
    ),
    ...sinks('network', '@grpc/grpc-js.Metadata', ['Member[set,add].Argument[1]']),
    ...sinks('network', '@grpc/grpc-js.ServerWritableStream', ['Member[write,end].Argument[0]']),
    ...sinks('network', '@grpc/grpc-js.ServerDuplexStream', ['Member[write,end].Argument[0]']),
    ...sinks('network', '@grpc/grpc-js.ClientWritableStream', ['Member[write,end].Argument[0]']),
    ...sinks('network', '@grpc/grpc-js.sendUnaryData', ['Argument[1]']),
    ...sentTo(
      [url(0, 'url'), url(0)],
      sinks('network', 'graphql-request', [
        'Member[request,rawRequest].Argument[2]',
        'Member[request].Argument[0].Member[variables]',
      ]),
    ),
    ...sentTo(
      [ofStart(url(0))],
      sinks('network', 'graphql-request.GraphQLClient', [
        'Member[request,rawRequest].Argument[1]',
        'Member[request].Argument[0].Member[variables]',
        'Member[batchRequests].Argument[0]',
        'Member[setHeader].Argument[1]',
      ]),
    ),
  ],
  propagators: [...taints('graphql-request', '', [['Member[gql]', 'Argument[1..]', 'ReturnValue']])],
};
