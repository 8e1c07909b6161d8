import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { regulations } from '../shared/regulations/index.ts';
import { CaseTable } from './constructs/case-table.ts';
import { FeedSecrets } from './constructs/feed-secrets.ts';
import { Functions } from './constructs/functions.ts';
import { LevelWorkflows } from './constructs/level-workflows.ts';
import { OfficeApi } from './constructs/office-api.ts';
import { SweepSchedule } from './constructs/sweep-schedule.ts';
import type { Settings } from './settings.ts';

export interface ShixianStackProps extends StackProps {
  readonly settings: Settings;
}

/** One bureau's deployment. */
export class ShixianStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: ShixianStackProps) {
    super(scope, id, { terminationProtection: true, ...props });
    const { bureau, jwtIssuer, jwtAudience } = settings;
    const regulation = regulations[settings.regulation]!;
    const table = new CaseTable(this, 'Cases');
    const secrets = new FeedSecrets(this, 'FeedSecrets', bureau);
    const functions = new Functions(this, 'Functions', {
      bureau,
      regulation,
      table,
      environment: { 'intake-items': secrets.environment(settings.feedSecretsRevision) },
    });
    new LevelWorkflows(this, 'Workflows', { bureau, regulation, functions });
    new OfficeApi(this, 'Api', { bureau, functions, jwtIssuer, jwtAudience });
    new SweepSchedule(this, 'Sweep', functions);
  }
}
