/** The sides of the comparison: our broker, a bare fork per request, a handler in the same process. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { serve as serveType } from '../../runtime/broker/index.ts';
import type { connect as connectType } from '../../runtime/client/index.ts';

/** One side: answers a text with its number of words. */
export interface Side {
  readonly name: string;
  readonly run: (text: string) => Promise<unknown>;
  readonly stop: () => Promise<void>;
  /** Process ids of session processes that wait. */
  readonly pids: () => readonly number[];
}

interface BrokerModule {
  readonly serve: typeof serveType;
}

interface ClientModule {
  readonly connect: typeof connectType;
}

const root = join(import.meta.dirname, '../..');
const processor = join(root, 'test/runtime/fixtures/word-count.ts');
const forked = join(import.meta.dirname, 'forked-handler.mjs');

/** Our broker as it is built, with so many processes waiting, serving one self-contained file as in production. */
export async function ours(
  poolSize: number,
  launcher: 'auto' | 'none',
  tier: 'process' | 'epoch' = 'process',
): Promise<Side> {
  const { serve } = (await import(join(root, 'runtime/dist/broker/index.js'))) as BrokerModule;
  const { connect } = (await import(join(root, 'runtime/dist/client/index.js'))) as ClientModule;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const broker = await serve(bundleInto(folder), {
    poolSize,
    launcher,
    tier,
    maxProcesses: poolSize * 3,
    waitMs: 60_000,
    offerMs: 60_000,
    offersPerConnection: poolSize * 3,
    offersPerAddress: poolSize * 3,
  });
  const client = connect(broker.url, { evidence: ['sim'] });
  return {
    name: `stateless-runtime, pool of ${poolSize}${launcher === 'none' ? ', no launcher' : ''}${tier === 'epoch' ? ', tier epoch of 16' : ''}`,
    run: (text) => client.request({ text }),
    async stop() {
      await broker.stop();
      rmSync(folder, { recursive: true });
    },
    pids: () => broker.pids(),
  };
}

function bundleInto(folder: string): string {
  const outfile = join(folder, 'word-count.mjs');
  const external = ['stateless-runtime'];
  buildSync({ entryPoints: [processor], outfile, external, bundle: true, format: 'esm', logLevel: 'error' });
  return outfile;
}

/** A bare fork per request. */
export function bareFork(): Side {
  return {
    name: 'a bare fork per request',
    async run(text) {
      const child = fork(forked, { execArgv: [] });
      // listened for from the start: under load the end is sometimes seen before the message
      const ended = once(child, 'exit');
      child.send(text);
      const [answer] = (await once(child, 'message')) as unknown[];
      await ended;
      return answer;
    },
    stop: () => Promise.resolve(),
    pids: () => [],
  };
}

/** The handler in the same process. */
export function inProcess(): Side {
  return {
    name: 'a handler in the same process',
    run: (text) => Promise.resolve(text.trim().split(/\s+/).length),
    stop: () => Promise.resolve(),
    pids: () => [],
  };
}
