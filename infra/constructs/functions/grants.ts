import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { FUNCTIONS, type FunctionName, type Need } from '../../settings/function-names.ts';
import { TABLE_CALLS } from '../../settings/table-calls.ts';
import type { CaseTables } from '../case-tables.ts';
import { executionArns, functionArn, machineArns } from './arns.ts';
import { tableStatements } from './table-statements.ts';

export interface Granted {
  readonly bureau: string;
  readonly regulation: Regulation;
  readonly tables: CaseTables;
  /** Texts go straight to telephones, or to a topic. */
  readonly texting: 'direct' | ITopic;
}

const allow = (actions: string[], resources: string[]): PolicyStatement =>
  new PolicyStatement({ actions, resources });

/** The statements that let a function make its calls of the tables and meet its needs, and nothing else. */
export const statementsFor = (
  { bureau, regulation, tables, texting }: Granted,
  name: FunctionName,
): PolicyStatement[] => {
  const stack = Stack.of(tables);
  const machines = Object.values(machineArns(stack, bureau, regulation));
  const executions = executionArns(stack, bureau, regulation);
  const statements: Record<Need, () => PolicyStatement[]> = {
    start: () => [allow(['states:StartExecution'], machines)],
    describe: () => [allow(['states:DescribeExecution'], executions)],
    // What people see of executions, and whether Step Functions answers.
    look: () => [
      allow(['states:GetExecutionHistory'], executions),
      allow(['states:DescribeStateMachine'], machines),
    ],
    // AWS knows no resource for this action; the token itself says which task is meant.
    signal: () => [allow(['states:SendTaskSuccess'], ['*'])],
    notify: () => [allow(['lambda:InvokeFunction'], [functionArn(stack, bureau, 'notify-people')])],
    text: () => [texting === 'direct' ? allowTexting(stack) : allow(['sns:Publish'], [texting.topicArn])],
  };
  return [
    ...tableStatements(tables, TABLE_CALLS[name]),
    ...FUNCTIONS[name].needs.flatMap((need) => statements[need]()),
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

/** A function's role: its statements and its own log, instead of AWS's managed policy, which opens every log. */
export const createRole = (
  scope: Construct,
  id: string,
  logGroup: ILogGroup,
  statements: readonly PolicyStatement[],
): Role => {
  const role = new Role(scope, id, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  for (const statement of statements) role.addToPolicy(statement);
  role.addToPolicy(allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]));
  return role;
};
