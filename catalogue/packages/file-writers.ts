/** Helpers that write a file: graceful-fs, jsonfile, write-file-atomic, atomically, steno, and streams of log files. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const fileWriterRows: Partial<Models> = {
  sinks: [
    ...sinks('disk', 'graceful-fs', [
      'Member[writeFile,writeFileSync,appendFile,appendFileSync].Argument[1]',
      'Member[promises].Member[writeFile,appendFile].Argument[1]',
      'Member[createWriteStream].ReturnValue.Member[write,end].Argument[0]',
    ]),
    ...sinks('disk', 'jsonfile', ['Member[writeFile,writeFileSync].Argument[1]']),
    ...sinks('disk', 'write-file-atomic', ['Argument[1]', 'Member[sync].Argument[1]']),
    ...sinks('disk', 'atomically', ['Member[writeFile,writeFileSync].Argument[1]']),
    ...sinks('disk', 'steno.Writer', ['Member[write].Argument[0]']),
    ...sinks('disk', 'sonic-boom.SonicBoom', ['Member[write].Argument[0]']),
    ...sinks('disk', 'rotating-file-stream.RotatingFileStream', ['Member[write,end].Argument[0]']),
    ...sinks('disk', 'rotating-file-stream', [
      'Member[createStream].ReturnValue.Member[write,end].Argument[0]',
    ]),
  ],
};
