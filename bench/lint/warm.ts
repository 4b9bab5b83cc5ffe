/** What our rules add to a warm re-lint of one edited file, as an editor does it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { MAX_WARM } from './budgets.ts';
import { type Project, configFile } from './sides.ts';
import { type Spread, spreadOf } from './statistics.ts';

export interface Warm {
  /** Milliseconds of CPU time, with our rules less without them. */
  readonly added: Spread | undefined;
  readonly limit: number;
  readonly isHeld: boolean;
}

export function measureWarm({ folder, tagged }: Project, file: string, rounds: number): Warm {
  const ours = configFile(folder, 'warm-ours', { ours: true, trivial: true }, tagged);
  const theirs = configFile(folder, 'warm-trivial', { trivial: true }, tagged);
  const added: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [withOurs, without] = [ours, theirs].map((config) => relint(config, file, folder));
    if (withOurs !== undefined && without !== undefined) added.push(withOurs - without);
  }
  const spread = added.length === 0 ? undefined : spreadOf(added);
  return { added: spread, limit: MAX_WARM, isHeld: spread !== undefined && spread.high <= MAX_WARM };
}

function relint(config: string, file: string, cwd: string): number | undefined {
  const child = join(import.meta.dirname, 'warm-child.ts');
  const { status, stdout } = spawnSync(process.execPath, [child, config, join(cwd, file)], {
    cwd,
    encoding: 'utf8',
  });
  return status === 0 ? Number(stdout) : undefined;
}
