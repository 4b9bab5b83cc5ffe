/** The describe process: loads a bundle under the guard, says what it is, and exits. It never holds plaintext. */
import { takeExit } from './exit.ts';
import { closeProcess } from './guard.ts';
import { takeSend } from './link.ts';
import { loadProcessor } from './load.ts';
import { recordModules } from './record-modules.ts';
import { process } from './own-process.ts';

/** An author's mistake may be quoted, since no session exists yet; this much of it. */
const messageLength = 500;

// Not awaited at the top, as in the session process.
const exit = takeExit();
const send = takeSend();
void describe(process.argv[2] ?? '')
  .then((answer) => send(JSON.stringify(answer)))
  .then(() => {
    exit(0);
  });

async function describe(bundle: string): Promise<object> {
  const recorded = recordModules(bundle);
  const dropPermissions = closeProcess();
  try {
    const { description } = await loadProcessor(bundle);
    dropPermissions();
    return { description, resolutions: recorded() };
  } catch (error) {
    return { error: messageOf(error) };
  }
}

// Node's own word for a file out of reach names a flag that nobody can give.
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the bundle threw';
  if (Reflect.get(error, 'permission') === 'FileSystemRead')
    return 'a bundle reads no file outside of its package and node_modules, nor a package that is a link; bundle it in';
  return error.message.slice(0, messageLength);
}
