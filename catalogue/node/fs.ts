/** Where `node:fs` writes content and names, in its synchronous, callback, promise and stream forms. */
import type { Propagator, Sanitizer, Sink } from '../../engine/models/rows.ts';
import { others, names, sinks, taints } from '../tables.ts';

/** Functions of `node:fs/promises`, which `node:fs` shows again as `promises`. */
export const promisedContent = ['Member[writeFile,appendFile].Argument[1]'];

export const promisedNames = [
  'Member[writeFile,appendFile,open,mkdir,mkdtemp,mkdtempDisposable].Argument[0]',
  'Member[symlink].Argument[0]',
  'Member[symlink,link,rename,copyFile,cp].Argument[1]',
];

export const content = [
  'Member[writeFile,writeFileSync,appendFile,appendFileSync,write,writeSync,writev,writevSync].Argument[1]',
  'Member[createWriteStream].ReturnValue.Member[write,end].Argument[0]',
];

export const fileNames = [
  'Member[writeFile,writeFileSync,appendFile,appendFileSync,createWriteStream,open,openSync].Argument[0]',
  'Member[mkdir,mkdirSync,mkdtemp,mkdtempSync,mkdtempDisposableSync].Argument[0]',
  'Member[symlink,symlinkSync].Argument[0]',
  'Member[symlink,symlinkSync,link,linkSync,rename,renameSync].Argument[1]',
  'Member[copyFile,copyFileSync,cp,cpSync].Argument[1]',
];

/** Methods of an open file that write their first argument. */
const handleWrites = 'Member[write,writev,writeFile,appendFile].Argument[0]';

/** Functions of any form whose errors quote the path that they were given. */
const pathTakers =
  'access,appendFile,chmod,chown,copyFile,cp,link,lstat,mkdir,open,opendir,readFile,readdir,readlink,' +
  'rename,rm,rmdir,stat,symlink,truncate,unlink,utimes,writeFile';
const syncPathTakers = pathTakers
  .split(',')
  .map((name) => `${name}Sync`)
  .join();

export const fsSinks: readonly Sink[] = [
  ...sinks('disk', 'fs', [...content, ...promisedContent.map((path) => `Member[promises].${path}`)]),
  ...sinks('disk', 'fs', [`Member[promises].Member[open].ReturnValue.Awaited.${handleWrites}`]),
  ...sinks('disk', 'fs.WriteStream', ['Member[write,end].Argument[0]']),
  ...sinks('disk', 'fs.Utf8Stream', ['Member[write].Argument[0]']),
  ...names('disk', 'fs', [...fileNames, ...promisedNames.map((path) => `Member[promises].${path}`)]),
  ...sinks('disk', 'fs/promises', [...promisedContent, `Member[open].ReturnValue.Awaited.${handleWrites}`]),
  ...names('disk', 'fs/promises', promisedNames),
  ...sinks('disk', 'fs/promises.FileHandle', [
    handleWrites,
    'Member[createWriteStream].ReturnValue.Member[write,end].Argument[0]',
    'Member[writer].ReturnValue.Member[write,writeSync,writev,writevSync].Argument[0]',
  ]),
];

export const fsPropagators: readonly Propagator[] = [
  // What a made-up name ends with is random; what it begins with is the caller's.
  ...taints('fs', '', [
    ['Member[mkdtempSync]', 'Argument[0]', 'ReturnValue'],
    ['Member[mkdtemp]', 'Argument[0]', 'Argument[1..].Parameter[1]'],
    ['Member[realpathSync]', 'Argument[0]', 'ReturnValue'],
    ['Member[realpath]', 'Argument[0]', 'Argument[1..].Parameter[1]'],
    [`Member[${syncPathTakers}]`, 'Argument[0]', 'Thrown'],
    [`Member[${pathTakers}]`, 'Argument[0]', 'Argument[1..].Parameter[0]'],
  ]),
  ...['fs/promises', 'fs'].flatMap((type) =>
    taints(type, type === 'fs' ? 'Member[promises].' : '', [
      ['Member[mkdtemp,realpath]', 'Argument[0]', 'ReturnValue.Awaited'],
      [`Member[${pathTakers}]`, 'Argument[0]', 'Thrown'],
    ]),
  ),
];

/** What is read back was not plaintext when it was written: that is what the disk rule is for. */
export const fsSanitizers: readonly Sanitizer[] = [
  ...others('fs', '', [
    'Member[readFileSync,readdirSync,readlinkSync,readSync,statSync,lstatSync,existsSync].ReturnValue',
    'Member[openSync,writeSync,writevSync,createReadStream,opendirSync].ReturnValue',
    'Member[readFile,readdir,readlink,read,stat,lstat,open,write,writev,opendir].Argument[1..].Parameter[1]',
  ]),
  ...others('fs', 'Member[promises].', [
    'Member[readFile,readdir,readlink,stat,lstat,open,opendir].ReturnValue.Awaited',
  ]),
  ...others('fs/promises', '', [
    'Member[readFile,readdir,readlink,stat,lstat,open,opendir].ReturnValue.Awaited',
  ]),
  ...others('fs/promises.FileHandle', '', ['Member[readFile,stat,read].ReturnValue.Awaited']),
  ...others('fs/promises.FileHandle', '', ['Member[write,writev].ReturnValue.Awaited.Member[bytesWritten]']),
];
