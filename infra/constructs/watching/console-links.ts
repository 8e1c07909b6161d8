import { Aws, CfnOutput, Fn } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { LevelWorkflows } from '../level-workflows.ts';
import type { Dashboard } from './dashboard.ts';

export interface ConsoleLinksProps {
  readonly consoleHost: string;
  readonly byLevel: LevelWorkflows['byLevel'];
  readonly dashboard: Dashboard;
}

/** Outputs that open the console where the office looks: each level's machine, and the dashboard. */
export class ConsoleLinks extends Construct {
  constructor(scope: Construct, id: string, { consoleHost, byLevel, dashboard }: ConsoleLinksProps) {
    super(scope, id);
    const page = (service: string, place: string[]): string =>
      Fn.join('', [`https://${consoleHost}/${service}/home?region=`, Aws.REGION, ...place]);
    for (const { level, machine } of byLevel) {
      new CfnOutput(this, level.id, {
        key: `Console${level.id.charAt(0).toUpperCase()}${level.id.slice(1)}`,
        value: page('states', ['#/statemachines/view/', machine.stateMachineArn]),
        description: `Executions of the level ${level.id}`,
      });
    }
    new CfnOutput(this, 'Dashboard', {
      key: 'Dashboard',
      value: page('cloudwatch', ['#dashboards:name=', dashboard.dashboardName]),
      description: 'Dashboard',
    });
  }
}
