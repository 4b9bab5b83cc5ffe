/** The describe process: loads a bundle under the guard, says what it is, and exits. It never holds plaintext. */
import process from 'node:process';
import { closeProcess, dropPermissions } from './guard.ts';
import { takeSend } from './link.ts';
import { loadProcessor } from './load.ts';
import { recordModules } from './modules.ts';

/** An author's mistake may be quoted, since no session exists yet; this much of it. */
const messageLength = 500;

const bundle = process.argv[2] ?? '';
const send = takeSend();
await send(JSON.stringify(await describe()));
process.exit(0);

async function describe(): Promise<object> {
  const recorded = recordModules(bundle);
  closeProcess();
  try {
    const { description } = await loadProcessor(bundle);
    dropPermissions();
    return { description, resolutions: recorded() };
  } catch (error) {
    return { error: error instanceof Error ? error.message.slice(0, messageLength) : 'the bundle threw' };
  }
}
