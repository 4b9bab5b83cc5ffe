/** The session process: boots, offers a one-time key, serves one session (in the tier `epoch` several, each its key), exits. */
import { mechanisms } from '../hpke/recipient.ts';
import type { KemName } from '../hpke/suites.ts';
import { writeKeyConfig } from '../wire/key-config.ts';
import { readBootArguments } from './arguments.ts';
import type { BootArguments } from './arguments.ts';
import { loadCall, openCalls } from './calls.ts';
import type { Calls, Outlet } from './parts.ts';
import { closeInherited } from './close-inherited.ts';
import { takeExit } from './exit.ts';
import { closeProcess } from './guard.ts';
import { takeLink } from './link.ts';
import type { Link } from './link.ts';
import { loadProcessor } from './load.ts';
import { replayModules } from './modules.ts';
import { rehearse } from './rehearse.ts';
import { runSession } from './run.ts';
import { process } from './own-process.ts';

// Not awaited at the top: built, this file is also the public face, which the bundle could not import before its end.
closeInherited();
const exit = takeExit();
void serveSessions(takeLink(exit), readBootArguments(process.argv.slice(2))).then(() => {
  exit(0);
});

async function serveSessions(
  link: Link,
  { bundle, kem, sessions, resolutions }: BootArguments,
): Promise<void> {
  replayModules(bundle, resolutions);
  const dropPermissions = closeProcess();
  const parts = await loadProcessor(bundle);
  const call = await loadCall(parts);
  dropPermissions();
  await rehearse(kem);
  for (let left = sessions; left > 0; left -= 1) {
    const pair = await offerKey(link, kem);
    const calls = openCalls(parts, call, (message) => link.ask('ask', message));
    if (await runSession(parts, { kem, pair }, await link.receive(), outletOf(link, calls))) return;
  }
}

function outletOf(link: Link, calls: Calls): Outlet {
  return {
    calls,
    more: () => link.ask('ask', new Uint8Array(0)),
    pass: (frame) => link.ask('frame', frame),
    async end(records, frame) {
      for (const record of records) await link.send('egress', record);
      await link.send('frame', frame);
    },
  };
}

async function offerKey(link: Link, kem: KemName): ReturnType<(typeof mechanisms)[KemName]['generate']> {
  const pair = await mechanisms[kem].generate();
  await link.ask('key', writeKeyConfig(kem, pair.publicKey));
  return pair;
}
