/** Hosted object stores: Vercel Blob, Cloudinary and MinIO. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const hostedBlobRows: Partial<Models> = {
  sinks: [
    ...sinks('object-store', '@vercel/blob', [
      'Member[put,putImage].Argument[0,1]',
      'Member[uploadPart].Argument[1]',
      'Member[createMultipartUploader].ReturnValue.Awaited.Member[uploadPart].Argument[1]',
    ]),
    ...sinks('object-store', '@vercel/blob/client', [
      'Member[put,upload,uploadPresigned,uploadPart].Argument[0,1]',
      'Member[upload].Argument[2].Member[clientPayload]',
    ]),
    ...sinks('object-store', 'cloudinary', [
      'Member[v2].Member[uploader].Member[upload,unsigned_upload,upload_large,upload_chunked,text].Argument[0]',
      'Member[v2].Member[uploader].Member[upload_stream,upload_chunked_stream,upload_large_stream].ReturnValue.Member[write,end].Argument[0]',
      'Member[v2].Member[uploader].Member[add_context,add_tag,update_metadata].Argument[0]',
      // Its options take any name: context, metadata, tags.
      'Member[v2].Member[uploader].Member[upload].Argument[1]',
    ]),
    ...sinks('object-store', 'minio.Client', [
      'Member[putObject].Argument[1..2]',
      'Member[putObject].Argument[3,4]',
      'Member[setObjectTagging].Argument[2]',
      'Member[fPutObject].Argument[3]',
    ]),
    ...names('object-store', 'minio.Client', ['Member[uploadPart].Argument[1]']),
  ],
};
