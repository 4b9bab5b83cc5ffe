/** Runs the command in a folder, and collects what it writes. */
import { Writable } from 'node:stream';
import { run } from '../../cli/run.ts';

export async function runIn(folder: string, ...words: readonly string[]) {
  const [stdout, stderr] = [collector(), collector()];
  const exitCode = await run(words, { stdout, stderr, folder, now: () => 0 });
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(): Writable & { readonly text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return Object.assign(stream, { text: () => chunks.join('') });
}
