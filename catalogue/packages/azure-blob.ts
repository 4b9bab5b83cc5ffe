/** Azure Blob Storage: block, append and page blobs, their metadata, tags and headers, containers, and names. */
import type { Sink } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

const described = 'Member[metadata,tags,blobHTTPHeaders]';

export const azureBlobSinks: readonly Sink[] = [
  ...sinks('object-store', '@azure/storage-blob.BlockBlobClient', [
    'Member[upload,uploadData,uploadBrowserData,uploadStream].Argument[0]',
    // A body may also be a function that makes it.
    'Member[upload].Argument[0].ReturnValue',
    'Member[stageBlock].Argument[1]',
    'Member[query].Argument[0]',
    `Member[upload].Argument[2].${described}`,
    `Member[uploadData,uploadBrowserData,uploadFile,commitBlockList].Argument[1].${described}`,
    `Member[uploadStream].Argument[3].${described}`,
    `Member[syncUploadFromURL].Argument[1].${described}`,
  ]),
  ...names('object-store', '@azure/storage-blob.BlockBlobClient', [
    'Member[uploadFile].Argument[0]',
    'Member[stageBlock,stageBlockFromURL].Argument[0]',
    'Member[commitBlockList].Argument[0]',
  ]),
  ...sinks('object-store', '@azure/storage-blob.AppendBlobClient', [
    'Member[appendBlock].Argument[0]',
    'Member[create].Argument[0].Member[metadata,tags,blobHTTPHeaders]',
    'Member[createIfNotExists].Argument[0].Member[metadata,blobHTTPHeaders]',
  ]),
  ...sinks('object-store', '@azure/storage-blob.PageBlobClient', [
    'Member[uploadPages].Argument[0]',
    'Member[create].Argument[1].Member[metadata,tags,blobHTTPHeaders]',
    'Member[createIfNotExists].Argument[1].Member[metadata,blobHTTPHeaders]',
  ]),
  ...sinks('object-store', '@azure/storage-blob.BlobClient', [
    'Member[setMetadata,setTags,setHTTPHeaders].Argument[0]',
    'Member[createSnapshot].Argument[0].Member[metadata]',
    'Member[beginCopyFromURL,syncCopyFromURL].Argument[1].Member[metadata,tags]',
  ]),
  ...names('object-store', '@azure/storage-blob.BlobClient', [
    'Member[beginCopyFromURL,syncCopyFromURL].Argument[0]',
  ]),
  ...sinks('object-store', '@azure/storage-blob.ContainerClient', [
    'Member[uploadBlockBlob].Argument[1]',
    `Member[uploadBlockBlob].Argument[3].${described}`,
    'Member[setMetadata].Argument[0]',
    'Member[create,createIfNotExists].Argument[0].Member[metadata]',
  ]),
  ...names('object-store', '@azure/storage-blob.ContainerClient', [
    'Member[getBlobClient,getBlockBlobClient,getAppendBlobClient,getPageBlobClient].Argument[0]',
    'Member[uploadBlockBlob,deleteBlob].Argument[0]',
    'Member[findBlobsByTags].Argument[0]',
    'Member[listBlobsFlat].Argument[0].Member[prefix]',
    'Member[listBlobsByHierarchy].Argument[1].Member[prefix]',
  ]),
  ...names('object-store', '@azure/storage-blob.BlobServiceClient', [
    'Member[getContainerClient,createContainer].Argument[0]',
    'Member[findBlobsByTags].Argument[0]',
  ]),
  ...sinks('object-store', '@azure/storage-blob.BlobServiceClient', [
    'Member[createContainer].Argument[1].Member[metadata]',
  ]),
  ...names('object-store', '@azure/storage-blob', [
    'Member[BlobClient,BlockBlobClient,AppendBlobClient,PageBlobClient].Argument[2]',
  ]),
];
