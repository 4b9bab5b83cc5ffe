/** Node's sockets, HTTP in its three versions, and name look-ups: a question to a resolver is a message too. */
import type { Models } from '../../engine/models/rows.ts';
import { host, names, ofStart, sentTo, sinks, url } from '../tables.ts';

/** Options of either place say the host, and else the address. */
const httpAddress = [...[host(1, 'hostname'), host(1, 'host'), host(0, 'hostname'), host(0, 'host')], url(0)];
const socketAddress = [host(0, 'host'), host(1, 'host'), host(1)].map(ofStart);

const written = 'Member[write,end].Argument[0]';

const http: readonly string[] = [
  'Member[request,get].Argument[0]',
  `Member[request,get].Argument[1].Member[headers,path,auth]`,
];

const lookups =
  'lookup,lookupService,resolve,resolve4,resolve6,resolveAny,resolveCname,resolveMx,resolveNs,resolveSrv,resolveTxt,reverse';

export const networkRows: Partial<Models> = {
  sinks: [
    ...sentTo(socketAddress, sinks('network', 'net.Socket', [written])),
    ...sentTo(
      socketAddress,
      sinks('network', 'net', [`Member[connect,createConnection].ReturnValue.${written}`]),
    ),
    ...sentTo(socketAddress, sinks('network', 'tls.TLSSocket', [written])),
    ...sentTo(socketAddress, sinks('network', 'tls', [`Member[connect].ReturnValue.${written}`])),
    ...names('network', 'tls', ['Member[connect].Argument[0].Member[servername]']),
    ...sinks('network', 'dgram.Socket', ['Member[send].Argument[0]']),
    ...['http', 'https'].flatMap((type) => sentTo(httpAddress, sinks('network', type, http))),
    ...sentTo(
      httpAddress.map(ofStart),
      sinks('network', 'http.ClientRequest', [written, 'Member[setHeader,appendHeader].Argument[0,1]']),
    ),
    ...sinks('network', 'http.ServerResponse', [
      written,
      'Member[writeHead].Argument[1,2]',
      'Member[setHeader,appendHeader].Argument[0,1]',
      'Member[writeEarlyHints].Argument[0]',
      'Member[statusMessage]',
    ]),
    ...sinks('network', 'http.OutgoingMessage', ['Member[addTrailers,setHeaders].Argument[0]']),
    ...sentTo(
      [ofStart(url(0))],
      [
        ...sinks('network', 'http2.ClientHttp2Session', ['Member[request].Argument[0]']),
        ...sinks('network', 'http2.ClientHttp2Stream', [written]),
      ],
    ),
    ...sinks('network', 'http2.ServerHttp2Stream', [
      written,
      'Member[respond,pushStream,additionalHeaders].Argument[0]',
      'Member[respondWithFile,respondWithFD].Argument[1]',
    ]),
    ...sinks('network', 'http2.Http2Stream', ['Member[sendTrailers].Argument[0]']),
    ...sinks('network', 'http2.Http2ServerResponse', [
      written,
      'Member[setHeader,appendHeader].Argument[0,1]',
      'Member[addTrailers].Argument[0]',
      'Member[writeHead].Argument[1,2]',
    ]),
    ...sinks('network', 'http2.Http2Session', ['Member[ping].Argument[0]', 'Member[goaway].Argument[2]']),
    ...sinks('network', 'node:quic.QuicSession', [
      'Member[sendDatagram].Argument[0]',
      'Member[createBidirectionalStream,createUnidirectionalStream].Argument[0].Member[body]',
    ]),
    ...sinks('network', 'node:quic.QuicStream', [
      'Member[setBody,sendHeaders,sendInformationalHeaders,sendTrailers].Argument[0]',
      'Member[writer].Member[write,writev,writeSync].Argument[0]',
    ]),
    ...names('network', 'dns', [`Member[${lookups}].Argument[0]`]),
    ...names('network', 'dns', [`Member[promises].Member[${lookups}].Argument[0]`]),
    ...names('network', 'dns/promises', [`Member[${lookups}].Argument[0]`]),
    ...names('network', 'dns.Resolver', ['Member[resolve,resolve4,resolve6,resolveTxt,reverse].Argument[0]']),
  ],
};
