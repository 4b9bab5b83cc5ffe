/** Google Cloud Storage: files, their streams, buckets, metadata, and names. */
import type { Sink } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const googleStorageSinks: readonly Sink[] = [
  ...sinks('object-store', '@google-cloud/storage.File', [
    'Member[save].Argument[0]',
    'Member[save].Argument[1].Member[metadata,contentType]',
    'Member[createWriteStream].ReturnValue.Member[write,end].Argument[0]',
    'Member[createWriteStream,createResumableUpload].Argument[0].Member[metadata]',
    'Member[createWriteStream].Argument[0].Member[contentType]',
    'Member[setMetadata].Argument[0]',
    'Member[copy].Argument[1].Member[metadata,contentType]',
  ]),
  ...names('object-store', '@google-cloud/storage.File', [
    'Member[copy,move,rename,moveFileAtomic].Argument[0]',
    'Member[getSignedUrl].Argument[0].Member[promptSaveAs,responseDisposition]',
  ]),
  ...sinks('object-store', '@google-cloud/storage.Bucket', [
    'Member[upload].Argument[1].Member[metadata,contentType]',
    'Member[setMetadata,setLabels].Argument[0]',
  ]),
  ...names('object-store', '@google-cloud/storage.Bucket', [
    'Member[file].Argument[0]',
    'Member[upload].Argument[0]',
    'Member[upload].Argument[1].Member[destination]',
    'Member[combine].Argument[1]',
    'Member[getFiles,deleteFiles].Argument[0].Member[prefix]',
  ]),
  ...names('object-store', '@google-cloud/storage.Storage', ['Member[bucket,createBucket].Argument[0]']),
  ...sinks('object-store', '@google-cloud/storage.Storage', ['Member[createBucket].Argument[1]']),
  ...names('object-store', '@google-cloud/storage.TransferManager', [
    'Member[uploadManyFiles].Argument[0]',
    'Member[uploadManyFiles].Argument[1].Member[prefix]',
    'Member[uploadFileInChunks].Argument[0]',
    'Member[uploadFileInChunks].Argument[1].Member[uploadName]',
  ]),
];
