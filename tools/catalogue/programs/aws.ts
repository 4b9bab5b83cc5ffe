/** Scans in S3, DynamoDB, SQS, SNS, EventBridge, Kinesis, Firehose, CloudWatch, sealed by KMS. */
import { S3Client, PutObjectCommand, CopyObjectCommand, GetObjectCommand, CreateMultipartUploadCommand, S3 } from '@aws-sdk/client-s3';
import { SQSClient, SendMessageCommand, SendMessageBatchCommand, SQS, type SendMessageCommandInput } from '@aws-sdk/client-sqs';
import { SNSClient, PublishCommand } from '@aws-sdk/client-sns';
import { DynamoDBClient, PutItemCommand, UpdateItemCommand, QueryCommand as RawQuery } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, DynamoDBDocument, PutCommand, UpdateCommand, QueryCommand, GetCommand, BatchWriteCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { marshall } from '@aws-sdk/util-dynamodb';
import { KMSClient, EncryptCommand } from '@aws-sdk/client-kms';
import { LambdaClient, InvokeCommand } from '@aws-sdk/client-lambda';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import { CloudWatchLogsClient, PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { Readable } from 'node:stream';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Scan { readonly id: string; readonly patient: Plaintext<string>; readonly report: Plaintext<string>; readonly pages: number; readonly urgent: boolean }

const s3 = new S3Client({ region: 'eu-central-1' });
const bucket = 'scans';

export async function store(scan: Scan): Promise<string> {
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `scans/${scan.id}.txt`, Body: scan.report })); // $ Alert[no-plaintext-to-object-store]
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `${scan.patient}/${scan.id}.txt`, Body: '' })); // $ Alert[no-plaintext-to-object-store]
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: scan.id, Body: '', Metadata: { patient: scan.patient } })); // $ Alert[no-plaintext-to-object-store]
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: scan.id, Body: String(scan.pages), Metadata: { pages: String(scan.pages) }, Tagging: `urgent=${scan.urgent}` }));
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: scan.id, Tagging: `patient=${encodeURIComponent(scan.patient)}` })); // $ Alert[no-plaintext-to-object-store]
  await s3.send(new CopyObjectCommand({ Bucket: bucket, CopySource: scan.id, Key: scan.patient })); // $ Alert[no-plaintext-to-object-store]
  await s3.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key: scan.id, Metadata: { report: scan.report } })); // $ Alert[no-plaintext-to-object-store]
  const input = { Bucket: bucket, Key: scan.id, Body: Readable.from([scan.report]) };
  await new Upload({ client: s3, params: input }).done(); // $ Alert[no-plaintext-to-object-store]
  const upload = new Upload({ client: s3, params: { Bucket: bucket, Key: scan.id, Body: await seal(scan.report) } });
  upload.on('httpUploadProgress', ({ loaded }) => console.log(loaded));
  await upload.done();
  await new S3({}).putObject({ Bucket: bucket, Key: scan.id, Body: scan.report }); // $ Alert[no-plaintext-to-object-store]
  const found = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: scan.id }));
  console.log(found.ContentLength, found.ETag);
  return getSignedUrl(s3, new GetObjectCommand({ Bucket: bucket, Key: scan.id }), { expiresIn: scan.pages });
}

async function seal(text: string): Promise<Uint8Array> {
  const { CiphertextBlob } = await new KMSClient({}).send(new EncryptCommand({ KeyId: 'key', Plaintext: Buffer.from(text) }));
  return CiphertextBlob!;
}

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
export async function rows(scan: Scan): Promise<number | undefined> {
  await documents.send(new PutCommand({ TableName: 'scans', Item: scan })); // $ Alert[no-plaintext-to-database]
  await documents.send(new PutCommand({ TableName: 'scans', Item: { id: scan.id, pages: scan.pages, urgent: scan.urgent } }));
  await documents.send(new UpdateCommand({ TableName: 'scans', Key: { id: scan.id }, UpdateExpression: 'SET report = :r', ExpressionAttributeValues: { ':r': scan.report } })); // $ Alert[no-plaintext-to-database]
  await documents.send(new UpdateCommand({ TableName: 'scans', Key: { id: scan.id }, UpdateExpression: 'SET size = :s', ExpressionAttributeValues: { ':s': scan.report.length } }));
  await documents.send(new BatchWriteCommand({ RequestItems: { scans: [{ PutRequest: { Item: { id: scan.id, patient: scan.patient } } }] } })); // $ Alert[no-plaintext-to-database]
  await documents.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName: 'scans', Item: { id: scan.id } } }, { Update: { TableName: 'scans', Key: { id: scan.id }, UpdateExpression: 'SET p = :p', ExpressionAttributeValues: { ':p': scan.patient } } }] })); // $ Alert[no-plaintext-to-database]
  const byPatient = await documents.send(new QueryCommand({ TableName: 'scans', KeyConditionExpression: 'patient = :p', ExpressionAttributeValues: { ':p': scan.patient } })); // $ Alert[no-plaintext-to-database]
  const got = await documents.send(new GetCommand({ TableName: 'scans', Key: { id: scan.id } }));
  console.log(byPatient.Count, got.Item?.['id']);
  await new DynamoDBClient({}).send(new PutItemCommand({ TableName: 'scans', Item: marshall({ id: scan.id, report: scan.report }) })); // $ Alert[no-plaintext-to-database]
  await new DynamoDBClient({}).send(new UpdateItemCommand({ TableName: 'scans', Key: marshall({ id: scan.id }), UpdateExpression: 'SET n = :n', ExpressionAttributeValues: { ':n': { N: String(scan.pages) } } }));
  await new DynamoDBClient({}).send(new RawQuery({ TableName: 'scans', FilterExpression: 'p = :p', ExpressionAttributeValues: { ':p': { S: scan.patient } } })); // $ Alert[no-plaintext-to-database]
  await DynamoDBDocument.from(new DynamoDBClient({})).put({ TableName: 'scans', Item: { id: scan.id, text: scan.report } }); // $ Alert[no-plaintext-to-database]
  return byPatient.Count;
}

const sqs = new SQSClient({});
export async function notify(scan: Scan): Promise<void> {
  const input: SendMessageCommandInput = { QueueUrl: 'q', MessageBody: JSON.stringify({ id: scan.id }) };
  await sqs.send(new SendMessageCommand(input));
  input.MessageBody = JSON.stringify(scan);
  await sqs.send(new SendMessageCommand(input)); // $ Alert[no-plaintext-to-queue]
  await sqs.send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: scan.id, MessageAttributes: { p: { DataType: 'String', StringValue: scan.patient } } })); // $ Alert[no-plaintext-to-queue]
  await sqs.send(new SendMessageBatchCommand({ QueueUrl: 'q', Entries: [scan].map((s) => ({ Id: s.id, MessageBody: s.report })) })); // $ Alert[no-plaintext-to-queue]
  await sqs.send(new SendMessageBatchCommand({ QueueUrl: 'q', Entries: [scan].map((s) => ({ Id: s.id, MessageBody: `${s.pages}` })) }));
  await new SQS().sendMessage({ QueueUrl: 'q', MessageBody: scan.report }); // $ Alert[no-plaintext-to-queue]
  await new SNSClient({}).send(new PublishCommand({ TopicArn: 't', Subject: `Scan of ${scan.patient}`, Message: scan.id })); // $ Alert[no-plaintext-to-queue]
  await new SNSClient({}).send(new PublishCommand({ TopicArn: 't', Subject: `Scan ${scan.id}`, Message: `${scan.pages} pages` }));
  await new LambdaClient({}).send(new InvokeCommand({ FunctionName: 'f', Payload: Buffer.from(JSON.stringify(scan)) })); // $ Alert[no-plaintext-to-network]
  await new EventBridgeClient({}).send(new PutEventsCommand({ Entries: [{ Source: 'scans', DetailType: 'stored', Detail: JSON.stringify({ report: scan.report }) }] })); // $ Alert[no-plaintext-to-queue]
  await new EventBridgeClient({}).send(new PutEventsCommand({ Entries: [{ Source: 'scans', DetailType: 'stored', Detail: JSON.stringify({ id: scan.id }) }] }));
  await new KinesisClient({}).send(new PutRecordCommand({ StreamName: 's', PartitionKey: scan.patient, Data: new Uint8Array() })); // $ Alert[no-plaintext-to-queue]
  await new FirehoseClient({}).send(new PutRecordBatchCommand({ DeliveryStreamName: 's', Records: [{ Data: new TextEncoder().encode(scan.report) }] })); // $ Alert[no-plaintext-to-queue]
  await new CloudWatchLogsClient({}).send(new PutLogEventsCommand({ logGroupName: 'g', logStreamName: 's', logEvents: [{ timestamp: Date.now(), message: scan.report }] })); // $ Alert[no-plaintext-to-log]
  await new CloudWatchLogsClient({}).send(new PutLogEventsCommand({ logGroupName: 'g', logStreamName: 's', logEvents: [{ timestamp: Date.now(), message: `${scan.pages}` }] }));
}
