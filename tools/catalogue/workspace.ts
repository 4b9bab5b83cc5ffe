/** The packages that rows speak of, in a workspace of their own that no package of ours installs. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const all = join(import.meta.dirname, 'packages');

/** All packages, or the most used ones: each folder has a lock file of its own. */
export const folders = { all, 'most-used': join(all, 'most-used') } as const;

export type Workspace = keyof typeof folders;

/** The pinned version of each package, by name. */
export function versionsOf(workspace: Workspace): ReadonlyMap<string, string> {
  const manifest: unknown = JSON.parse(readFileSync(join(folders[workspace], 'package.json'), 'utf8'));
  const isManifest = typeof manifest === 'object' && manifest !== null && 'dependencies' in manifest;
  return new Map(isManifest ? Object.entries(manifest.dependencies as Record<string, string>) : []);
}

/**
 * Installs what the lock file names, once: no script of a package runs.
 * @throws when npm fails, which has then said why
 */
export function ensureInstalled(workspace: Workspace): void {
  const folder = folders[workspace];
  const stamp = join(folder, 'node_modules/.installed');
  const digest = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  console.error(`Installing the packages of ${folder} (once) ...`);
  const args = ['ci', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci failed in ${folder}: see its message above.`);
  writeFileSync(stamp, digest);
}
