import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { PARTITIONS, type Partition, type RecordCall, type TableCalls } from '../../settings/table-calls.ts';
import type { CaseTables } from '../case-tables.ts';

const ACTIONS: Readonly<Record<RecordCall, string>> = {
  get: 'dynamodb:GetItem',
  query: 'dynamodb:Query',
  put: 'dynamodb:PutItem',
  update: 'dynamodb:UpdateItem',
  delete: 'dynamodb:DeleteItem',
};
/** What DynamoDB does with the tables' key in the caller's name. */
const USE_KEY = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

const actionsOf = (calls: readonly RecordCall[]): string[] => calls.map((call) => ACTIONS[call]).sort();

/** One statement for all partitions in which the same is allowed. */
const recordStatements = (
  tableArn: string,
  records: NonNullable<TableCalls['records']>,
): PolicyStatement[] => {
  const kinds = Object.keys(records) as Partition[];
  const byActions = Map.groupBy(kinds, (kind) => actionsOf(records[kind] ?? []).join());
  return [...byActions].map(
    ([actions, alike]) =>
      new PolicyStatement({
        actions: actions.split(','),
        resources: [tableArn],
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': alike.map((kind) => PARTITIONS[kind]) },
        },
      }),
  );
};

/** The statements that allow these calls of the tables, each by its kind of key. The index holds keys and instants alone. */
export const tableStatements = ({ records, log }: CaseTables, calls: TableCalls): PolicyStatement[] => [
  ...(calls.log === undefined
    ? []
    : [new PolicyStatement({ actions: actionsOf(calls.log), resources: [log.tableArn] })]),
  ...recordStatements(records.tableArn, calls.records ?? {}),
  ...(calls.board
    ? [new PolicyStatement({ actions: [ACTIONS.query], resources: [`${records.tableArn}/index/board`] })]
    : []),
  ...(records.encryptionKey === undefined || Object.keys(calls).length === 0
    ? []
    : [new PolicyStatement({ actions: USE_KEY, resources: [records.encryptionKey.keyArn] })]),
];
