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

/** The table whose name an environment variable has. Throws an Error in Chinese where it is not set. */
export const tableNamed = (variable: string): Restorable & Table => {
  const name = process.env[variable];
  if (name === undefined || name === '')
    throw new Error(`请先设置环境变量 ${variable}(见 docs/operations.md)`);
  return restorableTable(name);
};
