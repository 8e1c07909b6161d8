import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { createDynamoTable } from '../../shared/aws/dynamo-table.ts';
import type { StoredRecord, Table } from '../../shared/records/table.ts';
import type { Restorable } from './restore-tables.ts';

/** A table of DynamoDB, in the hands of an administrator. */
export const restorableTable = (TableName: string, client = new DynamoDBClient()): Restorable & Table => {
  const documents = DynamoDBDocumentClient.from(client);
  return {
    ...createDynamoTable(TableName, client),
    scan: async function* () {
      for await (const { Items = [] } of paginateScan(
        { client: documents },
        { TableName, ConsistentRead: true },
      ))
        yield* Items as StoredRecord[];
    },
    replace: async (record) => {
      await documents.send(new PutCommand({ TableName, Item: record }));
    },
  };
};
