/** Amazon SQS, SNS, EventBridge, Kinesis, Firehose and Lambda. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const awsMessagingRows: Partial<Models> = {
  sinks: [
    ...sinks('queue', '@aws-sdk/client-sqs', [
      'Member[SendMessageCommand].Argument[0].Member[MessageBody,MessageAttributes]',
      'Member[SendMessageBatchCommand].Argument[0].Member[Entries]',
    ]),
    ...names('queue', '@aws-sdk/client-sqs', [
      'Member[SendMessageCommand].Argument[0].Member[MessageGroupId,MessageDeduplicationId]',
    ]),
    ...sinks('queue', '@aws-sdk/client-sqs.SQS', [
      'Member[sendMessage].Argument[0].Member[MessageBody,MessageAttributes]',
      'Member[sendMessageBatch].Argument[0].Member[Entries]',
    ]),
    ...sinks('queue', '@aws-sdk/client-sns', [
      'Member[PublishCommand].Argument[0].Member[Message,Subject,MessageAttributes,PhoneNumber]',
      'Member[PublishBatchCommand].Argument[0].Member[PublishBatchRequestEntries]',
    ]),
    ...sinks('queue', '@aws-sdk/client-sns.SNS', [
      'Member[publish].Argument[0].Member[Message,Subject,MessageAttributes]',
    ]),
    ...sinks('queue', '@aws-sdk/client-eventbridge', [
      'Member[PutEventsCommand].Argument[0].Member[Entries]',
      'Member[PutEventsCommand].Argument[0].Member[Entries].ArrayElement.Member[Detail,DetailType,Source,Resources]',
    ]),
    ...sinks('queue', '@aws-sdk/client-eventbridge.EventBridge', [
      'Member[putEvents].Argument[0].Member[Entries]',
    ]),
    ...sinks('queue', '@aws-sdk/client-kinesis', [
      'Member[PutRecordCommand].Argument[0].Member[Data]',
      'Member[PutRecordsCommand].Argument[0].Member[Records]',
    ]),
    ...names('queue', '@aws-sdk/client-kinesis', [
      'Member[PutRecordCommand].Argument[0].Member[PartitionKey]',
    ]),
    ...sinks('queue', '@aws-sdk/client-kinesis.Kinesis', ['Member[putRecord].Argument[0].Member[Data]']),
    ...sinks('queue', '@aws-sdk/client-firehose', [
      'Member[PutRecordCommand].Argument[0].Member[Record]',
      'Member[PutRecordBatchCommand].Argument[0].Member[Records]',
    ]),
    ...sinks('queue', '@aws-sdk/client-firehose.Firehose', ['Member[putRecord].Argument[0].Member[Record]']),
    ...sinks('network', '@aws-sdk/client-lambda', [
      'Member[InvokeCommand,InvokeWithResponseStreamCommand].Argument[0].Member[Payload,ClientContext]',
      'Member[InvokeAsyncCommand].Argument[0].Member[InvokeArgs]',
    ]),
    ...sinks('network', '@aws-sdk/client-lambda.Lambda', ['Member[invoke].Argument[0].Member[Payload]']),
    ...sinks('process', '@aws-sdk/client-lambda', [
      'Member[UpdateFunctionConfigurationCommand,CreateFunctionCommand].Argument[0].Member[Environment]',
    ]),
  ],
};
