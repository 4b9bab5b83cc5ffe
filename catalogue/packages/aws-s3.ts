/** Amazon S3 in SDK version 3: commands, the aggregated client's methods, and managed uploads. */
import type { Sink } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

/** An operation and the members of its input that are stored or logged as they are. */
type Operation = readonly [operations: string, members: string];

const headers = 'CacheControl,ContentDisposition,ContentEncoding,ContentLanguage,ContentType';

// Encryption by the service does not declassify: the service is given the plaintext.
const stored: readonly Operation[] = [
  ['PutObject', `Body,Metadata,Tagging,WebsiteRedirectLocation,${headers}`],
  ['CreateMultipartUpload,CopyObject', `Metadata,Tagging,WebsiteRedirectLocation,${headers}`],
  ['UploadPart', 'Body'],
  ['WriteGetObjectResponse', `Body,Metadata,ErrorCode,ErrorMessage,${headers}`],
  ['PutObjectTagging,PutBucketTagging', 'Tagging'],
  ['PutObjectAnnotation', 'AnnotationPayload'],
  ['SelectObjectContent', 'Expression'],
  ['RestoreObject', 'RestoreRequest'],
  ['PutBucketPolicy', 'Policy'],
];

const named: readonly Operation[] = [
  ['PutObject,CreateMultipartUpload,UploadPart,PutObjectTagging,PutObjectAcl,RestoreObject', 'Bucket,Key'],
  ['CopyObject,UploadPartCopy', 'Bucket,Key,CopySource'],
  ['CompleteMultipartUpload,AbortMultipartUpload,PutObjectLegalHold,PutObjectRetention', 'Bucket,Key'],
  ['PutObjectAnnotation', 'Bucket,Key,AnnotationName'],
  ['RenameObject', 'Bucket,Key,RenameSource'],
  ['CreateBucket', 'Bucket'],
  // A read writes too: the key stands in the store's access log.
  ['GetObject,HeadObject,DeleteObject,GetObjectTagging,DeleteObjectTagging', 'Bucket,Key'],
  ['GetObject', 'ResponseContentDisposition'],
  ['ListObjects,ListObjectsV2,ListObjectVersions,ListMultipartUploads', 'Prefix'],
];

export const awsS3Sinks: readonly Sink[] = [
  ...sinks('object-store', '@aws-sdk/client-s3', stored.flatMap(asCommands)),
  ...names('object-store', '@aws-sdk/client-s3', named.flatMap(asCommands)),
  ...names('object-store', '@aws-sdk/client-s3', ['Member[DeleteObjectsCommand].Argument[0].Member[Delete]']),
  ...sinks('object-store', '@aws-sdk/client-s3.S3', stored.flatMap(asMethods)),
  ...names('object-store', '@aws-sdk/client-s3.S3', named.flatMap(asMethods)),
  ...names('object-store', '@aws-sdk/client-s3.S3', ['Member[deleteObjects].Argument[0].Member[Delete]']),
  // A command may be filled in after it was made.
  ...sinks('object-store', '@aws-sdk/client-s3.S3Client', ['Member[send].Argument[0].Member[input]']),
  ...sinks('object-store', '@aws-sdk/lib-storage', [
    `Member[Upload].Argument[0].Member[params].Member[Body,Metadata,Tagging,WebsiteRedirectLocation,${headers}]`,
    'Member[Upload].Argument[0].Member[tags]',
  ]),
  ...names('object-store', '@aws-sdk/lib-storage', [
    'Member[Upload].Argument[0].Member[params].Member[Bucket,Key]',
  ]),
];

function asCommands([operations, members]: Operation): readonly string[] {
  const commands = operations.split(',').map((operation) => `${operation}Command`);
  return [`Member[${commands.join()}].Argument[0].Member[${members}]`];
}

function asMethods([operations, members]: Operation): readonly string[] {
  const methods = operations.split(',').map((name) => name.charAt(0).toLowerCase() + name.slice(1));
  return [`Member[${methods.join()}].Argument[0].Member[${members}]`];
}
