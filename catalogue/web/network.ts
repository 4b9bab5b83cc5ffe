/** What the web platform sends: requests, answers, sockets, beacons, and addresses that a browser goes to. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

/** Without the DOM library, Node's types take the globals from here. */
const homes = ['global', 'undici-types'] as const;

const sent = [
  'Member[fetch].Argument[0]',
  'Member[fetch].Argument[1].Member[body,headers]',
  'Member[Request].NewCall.Argument[0]',
  'Member[Request].NewCall.Argument[1].Member[body,headers]',
  'Member[Response].NewCall.Argument[0]',
  'Member[Response].NewCall.Argument[1].Member[headers,statusText]',
  'Member[Response].Member[json].Argument[0]',
  'Member[Headers].Instance.Member[set,append].Argument[0,1]',
  'Member[WebSocket].NewCall.Argument[0]',
  'Member[WebSocket].Instance.Member[send].Argument[0]',
  'Member[WebSocket].Instance.Member[close].Argument[1]',
  'Member[EventSource].NewCall.Argument[0]',
];

export const webNetworkRows: Partial<Models> = {
  sinks: [
    ...homes.flatMap((home) => sinks('network', home, sent)),
    ...sinks('network', 'global', [
      'Member[WebTransport].NewCall.Argument[0]',
      'Member[RTCDataChannel].Instance.Member[send].Argument[0]',
      'Member[XMLHttpRequest].Instance.Member[send].Argument[0]',
      'Member[XMLHttpRequest].Instance.Member[open].Argument[1]',
      'Member[XMLHttpRequest].Instance.Member[setRequestHeader].Argument[0,1]',
      'Member[navigator].Member[sendBeacon].Argument[0,1]',
      'Member[navigator].Member[share].Argument[0]',
      'Member[location].Member[href,hash,search,pathname]',
      'Member[location].Member[assign,replace].Argument[0]',
      'Member[open].Argument[0]',
      'Member[HTMLFormElement].Instance.Member[action]',
      'Member[HTMLImageElement,HTMLScriptElement,HTMLIFrameElement].Instance.Member[src]',
      'Member[HTMLAnchorElement].Instance.Member[href,ping]',
    ]),
    ...names('telemetry', 'global', ['Member[performance].Member[mark,measure].Argument[0]']),
    ...sinks('telemetry', 'global', [
      'Member[performance].Member[mark,measure].Argument[1].Member[detail]',
      'Member[reportError].Argument[0]',
    ]),
  ],
};
