/** Web sockets: ws, Socket.IO and its client. */
import type { Models } from '../../engine/models/rows.ts';
import { ofStart, sentTo, sinks, url } from '../tables.ts';

/** The last argument of a listener answers the sender, where it asked for an answer. */
const answered = 'Member[on,once].Argument[1].Parameter[0..].Argument[0..]';

export const socketRows: Partial<Models> = {
  sinks: [
    ...sentTo(
      [ofStart(url(0))],
      sinks('network', 'ws.WebSocket', ['Member[send,ping,pong].Argument[0]', 'Member[close].Argument[1]']),
    ),
    ...sinks('network', 'ws', [
      'Member[createWebSocketStream].ReturnValue.Member[write,end].Argument[0]',
      'Member[WebSocket].Argument[2].Member[headers]',
    ]),
    ...sinks('network', "'socket.io'.Socket", [
      'Member[emit,emitWithAck].Argument[1..]',
      'Member[send,write].Argument[0..]',
      'Member[data]',
      answered,
    ]),
    ...sinks('network', "'socket.io'.Server", [
      'Member[emit,serverSideEmit].Argument[1..]',
      'Member[send,write].Argument[0..]',
    ]),
    ...sinks('network', "'socket.io'.Namespace", ['Member[emit].Argument[1..]']),
    ...sinks('network', "'socket.io'.BroadcastOperator", ['Member[emit,emitWithAck].Argument[1..]']),
    ...sinks('network', "'socket.io'.RemoteSocket", ['Member[emit].Argument[1..]']),
    ...sentTo(
      [ofStart(url(0))],
      sinks('network', "'socket.io-client'.Socket", [
        'Member[emit,emitWithAck].Argument[1..]',
        'Member[send].Argument[0..]',
        answered,
      ]),
    ),
  ],
};
