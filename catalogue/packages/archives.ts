/** Archives: tar and zip. What is added to one is written with it. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const archiveRows: Partial<Models> = {
  sinks: [
    ...sinks('disk', 'tar', ['Member[create,c,replace,update].Argument[0]']),
    ...sinks('disk', 'tar.Pack', ['Member[write,add].Argument[0]']),
    ...sinks('disk', 'tar-stream.Pack', [
      'Member[entry].Argument[0,1]',
      'Member[entry].ReturnValue.Member[write,end].Argument[0]',
    ]),
    ...sinks('disk', 'archiver.Archiver', [
      'Member[append].Argument[0]',
      'Member[append].Argument[1].Member[name]',
      'Member[file].Argument[1].Member[name]',
    ]),
    ...sinks('disk', 'archiver.ZipOptions', ['Member[comment]']),
    ...sinks('disk', 'jszip', [
      'Instance.Member[file].Argument[0,1]',
      'Instance.Member[file].Argument[2].Member[comment]',
    ]),
    ...sinks('disk', 'adm-zip', [
      'Instance.Member[addFile].Argument[0..2]',
      'Instance.Member[updateFile].Argument[1]',
      'Instance.Member[addZipComment].Argument[0]',
    ]),
  ],
};
