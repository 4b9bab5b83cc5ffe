/** The commands of a package after a build. npm links only those whose files are there when it installs: before any build. */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';

/** Makes the commands of a package executable, and has `npx` find them in this repository. */
export function finishCommands(folder: string, root: string): void {
  for (const [name, program] of Object.entries(commandsOf(folder))) {
    const file = join(folder, program);
    if (!existsSync(file)) continue;
    chmodSync(file, 0o755);
    linkCommand(join(root, 'node_modules/.bin'), name, file);
  }
}

function commandsOf(folder: string): Readonly<Record<string, string>> {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly bin?: Readonly<Record<string, string>>;
  };
  return manifest.bin ?? {};
}

function linkCommand(commands: string, name: string, file: string): void {
  const link = join(commands, name);
  // On Windows a command is a script of npm's own: `npm rebuild` makes it.
  if (process.platform === 'win32' || existsSync(link)) return;
  mkdirSync(commands, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(relative(commands, file), link);
}
