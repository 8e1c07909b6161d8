import {
  CreateTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { BOARD_INDEX } from '../../shared/aws/dynamo-table.ts';

/** Emulators of DynamoDB by name, with their endpoints, as JSON: `npm run test:deploy` starts them. */
export const EMULATORS_VARIABLE = 'SHIXIAN_DYNAMO';

/** None without `npm run test:deploy`: what the adapter of DynamoDB has to do, the others have to do too. */
export const readEmulators = (): Record<string, string> =>
  z.record(z.string(), z.url()).parse(JSON.parse(process.env[EMULATORS_VARIABLE] ?? '{}'));

/** Creates the case table with the deployed one's keys and index. A table that is there already is a success. */
export const createTable = async (client: DynamoDBClient, tableName: string): Promise<void> => {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk', 'board', 'boardAt'].map((AttributeName) => ({
          AttributeName,
          AttributeType: 'S' as const,
        })),
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: BOARD_INDEX,
            KeySchema: [
              { AttributeName: 'board', KeyType: 'HASH' },
              { AttributeName: 'boardAt', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['caseId', 'version'] },
          },
        ],
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1 }, { TableName: tableName });
};
