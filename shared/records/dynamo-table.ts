import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Key, StoredRecord, Table, WriteCondition } from './table.ts';

/** The index over `board` and `boardAt`; sparse, since few records carry them. */
export const BOARD_INDEX = 'board';
const BATCH = 100;

const conditionOf = (condition: WriteCondition) => {
  if ('absent' in condition) return { ConditionExpression: 'attribute_not_exists(pk)' };
  const names = { ExpressionAttributeNames: { '#attribute': condition.attribute } };
  return 'below' in condition
    ? {
        ...names,
        ConditionExpression: 'attribute_not_exists(pk) OR #attribute < :value',
        ExpressionAttributeValues: { ':value': condition.below },
      }
    : {
        ...names,
        ConditionExpression: '#attribute = :value',
        ExpressionAttributeValues: { ':value': condition.equals },
      };
};

/** The table on DynamoDB. `tableName` has the key `pk`, `sk` and the index `board`. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a factory; what is long are the functions that it returns.
export const createDynamoTable = (
  tableName: string,
  client: DynamoDBClient = new DynamoDBClient(),
): Table => {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const TableName = tableName;
  const query = async (
    input: Omit<QueryCommandInput, 'TableName'>,
    most = Number.POSITIVE_INFINITY,
  ): Promise<StoredRecord[]> => {
    const found: StoredRecord[] = [];
    const limit = most === Number.POSITIVE_INFINITY ? {} : { Limit: most };
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await documents.send(
        new QueryCommand({ TableName, ...input, ...limit, ExclusiveStartKey }),
      );
      found.push(...((page.Items ?? []) as StoredRecord[]));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined && found.length < most);
    return found;
  };
  const getBatch = async (keys: readonly Key[]): Promise<StoredRecord[]> => {
    const found: StoredRecord[] = [];
    let wanted: Key[] = [...keys];
    while (wanted.length > 0) {
      const answer = await documents.send(
        new BatchGetCommand({ RequestItems: { [TableName]: { Keys: wanted, ConsistentRead: true } } }),
      );
      found.push(...((answer.Responses?.[TableName] ?? []) as StoredRecord[]));
      wanted = (answer.UnprocessedKeys?.[TableName]?.Keys ?? []) as Key[];
    }
    return found;
  };
  return {
    get: async (key) => {
      const { pk, sk } = key;
      return (await documents.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true })))
        .Item as StoredRecord | undefined;
    },
    getMany: async (keys) => {
      const batches: Promise<StoredRecord[]>[] = [];
      for (let from = 0; from < keys.length; from += BATCH)
        batches.push(getBatch(keys.slice(from, from + BATCH)));
      return (await Promise.all(batches)).flat();
    },
    put: async (record, condition) => {
      try {
        await documents.send(new PutCommand({ TableName, Item: record, ...conditionOf(condition) }));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    set: async ({ pk, sk }, attribute, value) => {
      await documents.send(
        new UpdateCommand({
          TableName,
          Key: { pk, sk },
          UpdateExpression: 'SET #attribute = :value',
          ExpressionAttributeNames: { '#attribute': attribute },
          ExpressionAttributeValues: { ':value': value },
        }),
      );
    },
    remove: async ({ pk, sk }) => {
      await documents.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
    },
    increment: async ({ pk, sk }, attribute) => {
      const answer = await documents.send(
        new UpdateCommand({
          TableName,
          Key: { pk, sk },
          UpdateExpression: 'ADD #attribute :one',
          ExpressionAttributeNames: { '#attribute': attribute },
          ExpressionAttributeValues: { ':one': 1 },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Number(answer.Attributes?.[attribute]);
    },
    list: async (pk, prefix, after = prefix, most = Number.POSITIVE_INFINITY) => {
      const within =
        after === ''
          ? // A key may not be compared with nothing.
            { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } }
          : {
              KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
              ExpressionAttributeValues: { ':pk': pk, ':from': after, ':to': `${prefix}\uffff` },
            };
      // The record at `after` itself may be among them, and is dropped.
      const found = await query({ ConsistentRead: true, ...within }, most + 1);
      return found.filter(({ sk }) => sk > after || (after === prefix && sk === prefix)).slice(0, most);
    },
    byBoard: (board, upTo) =>
      query({
        IndexName: BOARD_INDEX,
        KeyConditionExpression: upTo === undefined ? 'board = :board' : 'board = :board AND boardAt <= :upTo',
        ExpressionAttributeValues: { ':board': board, ...(upTo === undefined ? {} : { ':upTo': upTo }) },
      }),
  };
};
