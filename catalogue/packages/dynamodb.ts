/** Amazon DynamoDB: commands and methods, plain and of the document client. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks, taints } from '../tables.ts';

export const dynamodbRows: Partial<Models> = {
  sinks: [
    ...sinks('database', '@aws-sdk/client-dynamodb', [
      'Member[PutItemCommand].Argument[0].Member[Item]',
      'Member[UpdateItemCommand].Argument[0].Member[ExpressionAttributeValues,AttributeUpdates,Key]',
      'Member[BatchWriteItemCommand].Argument[0].Member[RequestItems]',
      'Member[TransactWriteItemsCommand].Argument[0].Member[TransactItems]',
      'Member[QueryCommand,ScanCommand].Argument[0].Member[ExpressionAttributeValues]',
      'Member[ExecuteStatementCommand].Argument[0].Member[Statement,Parameters]',
    ]),
    ...sinks('database', '@aws-sdk/client-dynamodb.DynamoDB', [
      'Member[putItem].Argument[0].Member[Item]',
      'Member[updateItem].Argument[0].Member[ExpressionAttributeValues,Key]',
    ]),
    ...sinks('database', '@aws-sdk/lib-dynamodb', [
      'Member[PutCommand].Argument[0].Member[Item]',
      'Member[UpdateCommand].Argument[0].Member[ExpressionAttributeValues,AttributeUpdates,Key]',
      'Member[BatchWriteCommand].Argument[0].Member[RequestItems]',
      'Member[TransactWriteCommand].Argument[0].Member[TransactItems]',
      'Member[QueryCommand,ScanCommand].Argument[0].Member[ExpressionAttributeValues]',
      'Member[ExecuteStatementCommand].Argument[0].Member[Statement,Parameters]',
    ]),
    ...sinks('database', '@aws-sdk/lib-dynamodb.DynamoDBDocument', [
      'Member[put].Argument[0].Member[Item]',
      'Member[update].Argument[0].Member[ExpressionAttributeValues]',
      'Member[batchWrite].Argument[0].Member[RequestItems]',
      'Member[transactWrite].Argument[0].Member[TransactItems]',
    ]),
  ],
  propagators: [
    ...taints('@aws-sdk/util-dynamodb', '', [['Member[marshall,unmarshall]', 'Argument[0]', 'ReturnValue']]),
  ],
};
