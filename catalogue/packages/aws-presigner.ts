/** Presigned addresses of Amazon S3: key and headers stand in them in the clear. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const awsPresignerRows: Partial<Models> = {
  sinks: [
    ...sinks('object-store', '@aws-sdk/s3-request-presigner', [
      'Member[getSignedUrl].Argument[1].Member[input]',
    ]),
    ...sinks('object-store', '@aws-sdk/s3-request-presigner.S3RequestPresigner', [
      'Member[presign].Argument[0]',
    ]),
  ],
};
