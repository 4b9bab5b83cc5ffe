/** The describe process: loads a bundle under the guard, says what it is, and exits. It never holds plaintext. */
import process from 'node:process';
import { takeExit } from './exit.ts';
import { closeProcess } from './guard.ts';
import { takeSend } from './link.ts';
import { loadProcessor } from './load.ts';
import { recordModules } from './record-modules.ts';

/** An author's mistake may be quoted, since no session exists yet; this much of it. */
const messageLength = 500;

const bundle = process.argv[2] ?? '';
const exit = takeExit();
const send = takeSend();
await send(JSON.stringify(await describe()));
exit(0);

async function describe(): Promise<object> {
  const recorded = recordModules(bundle);
  const dropPermissions = closeProcess();
  try {
    const { description } = await loadProcessor(bundle);
    dropPermissions();
    return { description, resolutions: recorded() };
  } catch (error) {
    return { error: error instanceof Error ? error.message.slice(0, messageLength) : 'the bundle threw' };
  }
}
