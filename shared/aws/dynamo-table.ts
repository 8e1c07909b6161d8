import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { inKeyOrder, LAST } from '../records/comparisons.ts';
import { storable } from '../records/record-size.ts';
import {
  type Key,
  RecordTooLarge,
  type StoredRecord,
  StoreUnavailable,
  type Table,
  type WriteCondition,
} from '../records/table.ts';

/** The index over `board` and `boardAt`; sparse, since few records carry them. */
export const BOARD_INDEX = 'board';
/** Before every instant: none begins with a control character. */
const FIRST = '\u0001';

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

const THROTTLED = /Throttl|Exceeded|TooManyRequests/;
/** Throttled, a fault of the service, or not reached at all: the SDK has tried again already, and a later try may succeed. */
const isPassing = (error: unknown): boolean => {
  const { name, code, $metadata } = error as Error & {
    code?: string;
    $metadata?: { httpStatusCode?: number };
  };
  const status = $metadata?.httpStatusCode;
  if (status === undefined) return code !== undefined || name === 'TimeoutError';
  return status >= 500 || THROTTLED.test(name);
};

/** What an update would make of a record is more than it holds. */
const hasOutgrown = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ValidationException' && /item size/i.test(error.message);

const keyOf = ({ pk, sk }: Key): Key => ({ pk: pk.toWellFormed(), sk: sk.toWellFormed() });

/** The table on DynamoDB. `tableName` has the key `pk`, `sk` and the index `board`. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a factory; what is long are the functions that it returns.
export const createDynamoTable = (
  tableName: string,
  client: DynamoDBClient = new DynamoDBClient(),
): Table => {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const TableName = tableName;
  const send = (async (command: Parameters<typeof documents.send>[0]) => {
    try {
      return await documents.send(command);
    } catch (error) {
      throw isPassing(error) ? new StoreUnavailable((error as Error).name, { cause: error }) : error;
    }
  }) as typeof documents.send;
  const query = async (
    input: Omit<QueryCommandInput, 'TableName'>,
    most = Number.POSITIVE_INFINITY,
  ): Promise<StoredRecord[]> => {
    const found: StoredRecord[] = [];
    const limit = most === Number.POSITIVE_INFINITY ? {} : { Limit: most };
    let { ExclusiveStartKey } = input;
    do {
      const page = await send(new QueryCommand({ TableName, ...input, ...limit, ExclusiveStartKey }));
      found.push(...((page.Items ?? []) as StoredRecord[]));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined && found.length < most);
    return found;
  };
  return {
    get: async (key) =>
      (await send(new GetCommand({ TableName, Key: keyOf(key), ConsistentRead: true }))).Item as
        | StoredRecord
        | undefined,
    put: async (record, condition) => {
      const Item = storable(record);
      try {
        await send(new PutCommand({ TableName, Item, ...conditionOf(condition) }));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    set: async ({ pk, sk }, attribute, value) => {
      const { [attribute]: stored } = storable({ pk, sk, [attribute]: value });
      try {
        await send(
          new UpdateCommand({
            TableName,
            Key: keyOf({ pk, sk }),
            UpdateExpression: 'SET #attribute = :value',
            ExpressionAttributeNames: { '#attribute': attribute },
            ExpressionAttributeValues: { ':value': stored },
          }),
        );
      } catch (error) {
        throw hasOutgrown(error) ? new RecordTooLarge({ pk, sk }) : error;
      }
    },
    remove: async (key) => {
      await send(new DeleteCommand({ TableName, Key: keyOf(key) }));
    },
    increment: async (key, attribute) => {
      const answer = await send(
        new UpdateCommand({
          TableName,
          Key: keyOf(key),
          UpdateExpression: 'ADD #attribute :one',
          ExpressionAttributeNames: { '#attribute': attribute },
          ExpressionAttributeValues: { ':one': 1 },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Number(answer.Attributes?.[attribute]);
    },
    list: async (pk, prefix, after = '', most = Number.POSITIVE_INFINITY) => {
      const to = `${prefix}${LAST}`;
      const from = inKeyOrder(after, prefix) > 0 ? after : prefix;
      // DynamoDB refuses to look between two keys the wrong way round, and for none.
      if (inKeyOrder(from, to) > 0 || most < 1) return [];
      const within =
        from === ''
          ? // A key may not be compared with nothing.
            { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk.toWellFormed() } }
          : {
              KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
              ExpressionAttributeValues: { ':pk': pk.toWellFormed(), ':from': from, ':to': to },
            };
      // The record at `after` itself may be among them, and is dropped.
      const found = await query({ ConsistentRead: true, ...within }, most + (from === after ? 1 : 0));
      return found.filter(({ sk }) => sk !== after).slice(0, most);
    },
    byBoard: async (board, { from = FIRST, upTo = LAST, after, most, newestFirst = false } = {}) =>
      // DynamoDB refuses to look between two instants the wrong way round.
      inKeyOrder(from, upTo) > 0
        ? []
        : query(
            {
              IndexName: BOARD_INDEX,
              KeyConditionExpression: 'board = :board AND boardAt BETWEEN :from AND :upTo',
              ExpressionAttributeValues: { ':board': board, ':from': from, ':upTo': upTo },
              ExclusiveStartKey:
                after === undefined ? undefined : { ...keyOf(after), board, boardAt: after.boardAt },
              ScanIndexForward: !newestFirst,
            },
            most,
          ),
  };
};
