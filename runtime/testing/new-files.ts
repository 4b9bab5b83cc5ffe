/** Files that have appeared in the folders in which a process of this machine could leave one. */
import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that any process may write to, memory that looks like one, and the working folder of a session. */
export const writableFolders: readonly string[] = ['/tmp', '/var/tmp', '/dev/shm', '/run', '/'];

const largestFile = 1024 * 1024;

/** Names and contents of what has appeared or changed in these folders, not below them, since a time in milliseconds. */
export function newFiles(folders: readonly string[], since: number): Buffer {
  return Buffer.concat(folders.flatMap((folder) => entriesOf(folder).map((path) => newFile(path, since))));
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return []; // not there on this machine
  }
}

function newFile(path: string, since: number): Buffer {
  try {
    const { mtimeMs, size } = statSync(path);
    const isNew = mtimeMs >= since;
    return isNew && size <= largestFile
      ? Buffer.concat([Buffer.from(`${path}\n`), readFileSync(path)])
      : Buffer.from(isNew ? path : '');
  } catch {
    return Buffer.from(`${path}\n`); // a folder, a socket, or a dangling link: its name counts
  }
}
