/** What the web platform sends: requests, answers, sockets, beacons, and addresses that a browser goes to. */
import type { Models } from '../../engine/models/rows.ts';
import { names, ofStart, sentTo, sinks, url } from '../tables.ts';

/** Without the DOM library, Node's types take the globals from here. */
const homes = ['global', 'undici-types'] as const;

/** At the address that stands first. */
const addressed = [
  'Member[fetch].Argument[0]',
  'Member[fetch].Argument[1].Member[body,headers]',
  'Member[Request].NewCall.Argument[0]',
  'Member[Request].NewCall.Argument[1].Member[body,headers]',
  'Member[WebSocket].NewCall.Argument[0]',
  'Member[EventSource].NewCall.Argument[0]',
];

/** Over a connection that was opened to an address. */
const connected = [
  'Member[WebSocket].Instance.Member[send].Argument[0]',
  'Member[WebSocket].Instance.Member[close].Argument[1]',
];

const sent = [
  'Member[Response].NewCall.Argument[0]',
  'Member[Response].NewCall.Argument[1].Member[headers,statusText]',
  'Member[Response].Member[json].Argument[0]',
  'Member[Headers].Instance.Member[set,append].Argument[0,1]',
];

export const webNetworkRows: Partial<Models> = {
  sinks: [
    ...homes.flatMap((home) => [
      ...sentTo([url(0)], sinks('network', home, addressed)),
      ...sentTo([ofStart(url(0))], sinks('network', home, connected)),
      ...sinks('network', home, sent),
    ]),
    ...sentTo(
      [url(0)],
      sinks('network', 'global', [
        'Member[WebTransport].NewCall.Argument[0]',
        'Member[navigator].Member[sendBeacon].Argument[0,1]',
      ]),
    ),
    ...sinks('network', 'global', [
      'Member[RTCDataChannel].Instance.Member[send].Argument[0]',
      'Member[XMLHttpRequest].Instance.Member[send].Argument[0]',
      'Member[XMLHttpRequest].Instance.Member[open].Argument[1]',
      'Member[XMLHttpRequest].Instance.Member[setRequestHeader].Argument[0,1]',
      'Member[navigator].Member[share].Argument[0]',
      'Member[location].Member[href,search,pathname]',
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
