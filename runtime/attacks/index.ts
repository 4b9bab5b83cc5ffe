/** All attacks by the channel that they try. */
import type { Attack } from './attack.ts';
import { attacksByClones } from './clones.ts';
import { attacksOnCode } from './code.ts';
import { attacksOnNetwork } from './network.ts';
import { attacksOnOutput } from './output.ts';
import { attacksOnProtocol } from './protocol.ts';
import { attacksOnRealm } from './realm.ts';
import { attacksOnState } from './state.ts';
import { attacksOnStorage } from './storage.ts';
import { attacksOnUpstreams } from './upstream.ts';

export const attacks: Readonly<Record<string, Attack>> = {
  ...attacksOnStorage,
  ...attacksOnNetwork,
  ...attacksOnOutput,
  ...attacksOnCode,
  ...attacksByClones,
  ...attacksOnState,
  ...attacksOnRealm,
  ...attacksOnProtocol,
  ...attacksOnUpstreams,
};
