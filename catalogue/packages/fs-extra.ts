/** fs-extra: all of `node:fs`, in callback and promise form, and its own helpers. */
import type { Sink } from '../../engine/models/rows.ts';
import { content, fileNames } from '../node/fs.ts';
import { names, sinks } from '../tables.ts';

/** What writes its second argument to the file that its first argument names. */
const outputs =
  'outputFile,outputFileSync,outputJson,outputJSON,outputJsonSync,outputJSONSync,' +
  'writeJson,writeJSON,writeJsonSync,writeJSONSync';
/** What makes the file or folder that its first argument names. */
const makers =
  'ensureFile,ensureFileSync,createFile,createFileSync,ensureDir,ensureDirSync,mkdirs,mkdirsSync,mkdirp,' +
  'mkdirpSync,emptyDir,emptyDirSync,emptydir,emptydirSync';
/** What makes its second argument out of its first. */
const links = 'ensureLink,ensureLinkSync,createLink,createLinkSync';
const symlinks = 'ensureSymlink,ensureSymlinkSync,createSymlink,createSymlinkSync';
const movers = 'copy,copySync,move,moveSync';

const ownNames = [
  `Member[${outputs},${makers}].Argument[0]`,
  `Member[${symlinks}].Argument[0]`,
  `Member[${symlinks},${links},${movers}].Argument[1]`,
];

export const fsExtraSinks: readonly Sink[] = [
  ...sinks('disk', 'fs-extra', [`Member[${outputs}].Argument[1]`, ...content]),
  ...names('disk', 'fs-extra', [...ownNames, ...fileNames]),
  ...sinks('disk', 'fs-extra/esm', [`Member[${outputs}].Argument[1]`]),
  ...names('disk', 'fs-extra/esm', ownNames),
];
