/**
 * Descriptors that a process inherited. Node opens all of its own so that they end with exec, so those that would not
 * are not its own. Linux says which; elsewhere none is known.
 */
import { closeSync, existsSync, readdirSync, readFileSync } from 'node:fs';

/** Where Linux describes the open descriptors of the process that looks. */
const folder = '/proc/self/fdinfo';

/** An open descriptor of this process; `flags` are those of open(2), octal. */
export interface Descriptor {
  readonly number: number;
  readonly flags: number;
}

const closeOnExec = 0o2000000;

/** Descriptors that a program of this process would inherit, beyond the standard three. */
export function inheritable(descriptors: readonly Descriptor[]): readonly Descriptor[] {
  return descriptors.filter(({ number, flags }) => number > 2 && (flags & closeOnExec) === 0);
}

/** Closes what this process inherited beyond the standard three, before it has opened anything of its own. */
export function closeInherited(): void {
  for (const { number } of inheritable(openDescriptors())) closeSync(number);
}

/** All that are open. */
export function openDescriptors(): readonly Descriptor[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const flags = /^flags:\s*(\d+)/m.exec(read(`${folder}/${name}`))?.[1];
    return flags === undefined ? [] : [{ number: Number(name), flags: Number.parseInt(flags, 8) }];
  });
}

// The one by which the folder is read is gone when its own entry is looked at.
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
