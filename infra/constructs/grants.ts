import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { executionArns, functionArn, machineArns } from './arns.ts';
import type { Need } from './function-names.ts';

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITE = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'];

export interface Granted {
  readonly bureau: string;
  readonly regulation: Regulation;
  readonly table: ITable;
}

const allow = (actions: string[], resources: string[]): PolicyStatement =>
  new PolicyStatement({ actions, resources });

/** The statements that let a function read the table and meet its needs, and nothing else. */
export const statementsFor = ({ bureau, regulation, table }: Granted, needs: readonly Need[]) => {
  const stack = Stack.of(table);
  const machines = Object.values(machineArns(stack, bureau, regulation));
  const statements: Record<Need, () => PolicyStatement> = {
    write: () => allow(WRITE, [table.tableArn]),
    start: () => allow(['states:StartExecution'], machines),
    describe: () => allow(['states:DescribeExecution'], executionArns(stack, bureau, regulation)),
    signal: () => allow(['states:SendTaskSuccess'], machines),
    notify: () => allow(['lambda:InvokeFunction'], [functionArn(stack, bureau, 'notify-people')]),
    text: () => allowTexting(stack),
  };
  return [
    allow(READ, [table.tableArn, `${table.tableArn}/index/board`]),
    ...needs.map((need) => statements[need]()),
  ];
};

/** A telephone has no ARN; so everything that has none may be published to, that is to say no topic. */
const allowTexting = (stack: Stack): PolicyStatement =>
  new PolicyStatement({
    actions: ['sns:Publish'],
    notResources: [
      stack.formatArn({
        service: 'sns',
        region: '*',
        account: '*',
        resource: '*',
        arnFormat: ArnFormat.NO_RESOURCE_NAME,
      }),
    ],
  });
