/** The AWS SDK in version 2: one package with services of all kinds. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const awsSdkV2Rows: Partial<Models> = {
  sinks: [
    ...sinks('object-store', 'aws-sdk.S3', [
      'Member[putObject,uploadPart].Argument[0].Member[Body]',
      'Member[upload].Argument[0].Member[Body,Metadata,Tagging]',
      'Member[putObject,createMultipartUpload].Argument[0].Member[Metadata,Tagging]',
      'Member[getSignedUrl,getSignedUrlPromise].Argument[1]',
    ]),
    ...names('object-store', 'aws-sdk.S3', [
      'Member[putObject,uploadPart].Argument[0].Member[Key]',
      'Member[upload].Argument[0].Member[Key]',
      'Member[putObject,createMultipartUpload].Argument[0].Member[Key]',
    ]),
    ...sinks('database', 'aws-sdk.DynamoDB.DocumentClient', [
      'Member[put].Argument[0].Member[Item]',
      'Member[update].Argument[0].Member[ExpressionAttributeValues,AttributeUpdates]',
      'Member[batchWrite].Argument[0].Member[RequestItems]',
      'Member[transactWrite].Argument[0].Member[TransactItems]',
    ]),
    ...sinks('database', 'aws-sdk.DynamoDB', ['Member[putItem].Argument[0].Member[Item]']),
    ...sinks('queue', 'aws-sdk.SQS', [
      'Member[sendMessage].Argument[0].Member[MessageBody,MessageAttributes]',
      'Member[sendMessageBatch].Argument[0].Member[Entries]',
    ]),
    ...sinks('queue', 'aws-sdk.SNS', [
      'Member[publish].Argument[0].Member[Message,Subject,MessageAttributes]',
    ]),
    ...sinks('queue', 'aws-sdk.Kinesis', [
      'Member[putRecord].Argument[0].Member[Data]',
      'Member[putRecords].Argument[0].Member[Records]',
    ]),
    ...sinks('queue', 'aws-sdk.EventBridge', ['Member[putEvents].Argument[0].Member[Entries]']),
    ...sinks('queue', 'aws-sdk.Firehose', ['Member[putRecord].Argument[0].Member[Record]']),
    ...sinks('network', 'aws-sdk.Lambda', ['Member[invoke].Argument[0].Member[Payload,ClientContext]']),
    ...sinks('network', 'aws-sdk.SES', ['Member[sendEmail,sendRawEmail].Argument[0]']),
    ...sinks('log', 'aws-sdk.CloudWatchLogs', ['Member[putLogEvents].Argument[0].Member[logEvents]']),
  ],
};
