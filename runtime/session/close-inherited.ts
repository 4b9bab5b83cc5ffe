/**
 * A session process closes what it inherited besides the standard three and its channel. Node opens all of its own so
 * that they end with exec, so what would not is not its own; only Linux says which.
 */
import { process } from './own-process.ts';

const { closeSync, existsSync, readdirSync, readFileSync } = process.getBuiltinModule('node:fs');
const folder = '/proc/self/fdinfo';

/** Closes them, before anything else happens. */
export function closeInherited(): void {
  if (!existsSync(folder)) return;
  // the channel has the first descriptor after the standard three
  for (const name of readdirSync(folder)) if (Number(name) > 3 && isInherited(name)) closeSync(Number(name));
}

// O_CLOEXEC is 02000000. The descriptor by which the folder was read is gone when its own entry is looked at.
function isInherited(name: string): boolean {
  try {
    return !/^flags:\s*\d*[2367]\d{6}$/m.test(readFileSync(`${folder}/${name}`, 'utf8'));
  } catch {
    return false;
  }
}
