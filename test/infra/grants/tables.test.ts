import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { PARTITIONS, type RecordCall } from '../../../infra/settings/table-calls.ts';
import {
  BUREAU_DEPLOYMENTS,
  DEPLOYMENTS,
  type Statement,
  statementsByFunction,
  synthesize,
} from '../templates.ts';
import { grantsOf } from './table-calls.ts';

const CALLS: Readonly<Record<string, RecordCall>> = {
  'dynamodb:GetItem': 'get',
  'dynamodb:Query': 'query',
  'dynamodb:PutItem': 'put',
  'dynamodb:UpdateItem': 'update',
  'dynamodb:DeleteItem': 'delete',
};
const KINDS = new Map<string, string>(Object.entries(PARTITIONS).map(([kind, pattern]) => [pattern, kind]));

/** The ids of the two tables in a template: the records have the board. */
const tablesOf = (template: Template): { records: string; log: string } => {
  const tables = Object.entries(template.findResources('AWS::DynamoDB::Table'));
  expect(tables).toHaveLength(2);
  const idWith = (hasBoard: boolean) =>
    tables.find(([, { Properties }]) => (Properties.GlobalSecondaryIndexes !== undefined) === hasBoard)![0];
  return { records: idWith(true), log: idWith(false) };
};

const isOfTables = ({ Action }: Statement): boolean =>
  [Action].flat().some((action) => /^(dynamodb:|\*)/.test(action));

/** What a statement allows, in the words of a function's grants; anything that they have no word for is `other`. */
const grantedBy = (statement: Statement, ids: ReturnType<typeof tablesOf>): string[] => {
  const calls = [statement.Action].flat().map((action) => CALLS[action] ?? 'other');
  const resource = JSON.stringify(statement.Resource);
  const isTable = (id: string) => resource === JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] });
  const isBoard =
    resource ===
    JSON.stringify({ 'Fn::Join': ['', [{ 'Fn::GetAtt': [ids.records, 'Arn'] }, '/index/board']] });
  if (isTable(ids.log) && statement.Condition === undefined) return calls.map((call) => `log ${call}`);
  if (isBoard) return calls.map((call) => (call === 'query' ? 'board' : 'other'));
  const keys = statement.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
  if (!isTable(ids.records) || keys === undefined) return ['other'];
  return [keys].flat().flatMap((key) => calls.map((call) => `${KINDS.get(key) ?? 'other'} ${call}`));
};

describe.each(Object.entries({ ...DEPLOYMENTS, ...BUREAU_DEPLOYMENTS }))('the tables of %s', (_, more) => {
  const template = synthesize(more);
  const ids = tablesOf(template);

  it('are open to each function for its calls, by table and by kind of key, and for nothing else', () => {
    for (const [name, statements] of statementsByFunction(template))
      expect(
        statements
          .filter(isOfTables)
          .flatMap((statement) => grantedBy(statement, ids))
          .sort(),
        name,
      ).toEqual(grantsOf(name));
  });

  it('are open to nobody but the functions', () => {
    const all = Object.values(template.findResources('AWS::IAM::Policy')).flatMap(
      ({ Properties }) => Properties.PolicyDocument.Statement as Statement[],
    );
    const ofFunctions = [...statementsByFunction(template).values()].flat();
    expect(all.filter(isOfTables)).toHaveLength(ofFunctions.filter(isOfTables).length);
    const managed = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));
    expect(
      managed
        .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Statement[])
        .filter(isOfTables),
    ).toEqual([]);
  });

  it('keep every entry of the log: nobody may change or remove one, whatever else he is allowed', () => {
    const { Properties } = template.findResources('AWS::DynamoDB::Table')[ids.log]!;
    expect(Properties.ResourcePolicy.PolicyDocument.Statement).toEqual([
      {
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: [
          'dynamodb:UpdateItem',
          'dynamodb:DeleteItem',
          'dynamodb:BatchWriteItem',
          'dynamodb:PartiQLUpdate',
          'dynamodb:PartiQLDelete',
          'dynamodb:UpdateTimeToLive',
        ],
        Resource: '*',
      },
    ]);
  });

  it('outlive every deployment, with every second of the last 35 days', () => {
    for (const { DeletionPolicy, UpdateReplacePolicy, Properties } of Object.values(
      template.findResources('AWS::DynamoDB::Table'),
    )) {
      expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
      expect(Properties).toMatchObject({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        BillingMode: 'PAY_PER_REQUEST',
      });
      expect(Properties.TimeToLiveSpecification).toBeUndefined();
    }
  });
});
