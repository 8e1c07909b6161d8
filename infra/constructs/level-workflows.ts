import { RemovalPolicies } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { clockedLevelsOf, versions } from '../../shared/regulations/index.ts';
import type { Level, Regulation } from '../../shared/regulations/schema.ts';
import { readVersion } from '../../shared/regulations/version.ts';
import { LevelWorkflow } from '../../statemachines/level-workflow.ts';
import type { Functions } from './functions/functions.ts';

export interface LevelWorkflowsProps {
  readonly bureau: string;
  readonly regulation: Regulation;
  readonly functions: Functions;
  readonly traces: boolean;
}

/** One state machine per level that has clocks, in whatever version of the regulation. */
export class LevelWorkflows extends Construct {
  readonly byLevel: readonly { level: Level; machine: StateMachine }[];

  constructor(scope: Construct, id: string, props: LevelWorkflowsProps) {
    super(scope, id);
    const { bureau, regulation, functions, traces } = props;
    const called = {
      schedule: functions.get('schedule-duties'),
      watch: functions.get('watch-case'),
      enforce: functions.get('enforce-duty'),
      archive: functions.get('archive-case'),
      transfer: functions.get('transfer-case'),
      fault: functions.get('report-fault'),
    };
    const role = createMachineRole(this, Object.values(called), traces);
    const { own } = readVersion(regulation.version);
    // The newest version has the bureau's own settings; a machine of a level that it dropped has the older one's.
    const known = versions.map((each) =>
      each.id === regulation.id && each.version === own ? regulation : each,
    );
    this.byLevel = clockedLevelsOf(regulation.id, known).map(({ regulation: version, level }) => {
      // The level is the id, so that no logical id depends on the order of the levels.
      const workflow = new LevelWorkflow(this, level.id, {
        bureau,
        regulation: version,
        level,
        functions: called,
        role: role.withoutPolicyUpdates(),
        traces,
      });
      return { level, machine: workflow.stateMachine };
    });
  }
}

/** Log deliveries and traces are not among the things that AWS lets a policy name one by one. */
const LOG_DELIVERIES = [
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
];
const TRACES = [
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
];

/** One role for the machines of all levels: they call the same functions. Retained with them. */
const createMachineRole = (scope: Construct, called: readonly IFunction[], traces: boolean): Role => {
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      // The functions themselves, and no version or alias.
      resources: called.map(({ functionArn }) => functionArn),
    }),
  );
  role.addToPolicy(
    new PolicyStatement({ actions: [...LOG_DELIVERIES, ...(traces ? TRACES : [])], resources: ['*'] }),
  );
  RemovalPolicies.of(role).retainOnUpdateOrDelete();
  return role;
};
