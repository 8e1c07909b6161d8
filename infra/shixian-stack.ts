import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { regulationInForce } from '../shared/regulations/index.ts';
import { acknowledgeFindings } from './acknowledgements.ts';
import { BureauApi } from './constructs/bureau-api.ts';
import { CaseTables } from './constructs/case-tables.ts';
import { ClockGuard } from './constructs/clock-guard.ts';
import { FeedSecrets, intakeByCaller } from './constructs/feed-secrets.ts';
import { Functions } from './constructs/functions/functions.ts';
import { LevelWorkflows } from './constructs/level-workflows.ts';
import { SmsBridge } from './constructs/sms-bridge.ts';
import { SweepSchedule } from './constructs/sweep-schedule.ts';
import { Alarms } from './constructs/watching/alarms.ts';
import { ConsoleLinks } from './constructs/watching/console-links.ts';
import { Dashboard } from './constructs/watching/dashboard.ts';
import { chosenSettings } from './settings/desk-address.ts';
import { deskPlaceOf } from './settings/desk-place.ts';
import { watchedFeedsOf } from './settings/feeds.ts';
import { abilitiesOf } from './settings/partitions.ts';
import type { Settings } from './settings/settings.ts';

export interface ShixianStackProps extends StackProps {
  readonly settings: Settings;
}

/** One bureau's deployment. */
export class ShixianStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: ShixianStackProps) {
    super(scope, id, {
      terminationProtection: true,
      // ASCII: CloudFormation shows other characters as question marks.
      description: `Shixian (statutory clocks), bureau ${settings.bureau}`,
      ...props,
    });
    const { bureau, identity, sms } = settings;
    const regulationSettings = chosenSettings(settings);
    const regulation = regulationInForce(settings.regulation, regulationSettings);
    const { traces, console: consoleHost } = abilitiesOf(settings.region);

    const tables = new CaseTables(this, 'Cases', settings.tableKey);
    const { authorization } = settings.intake;
    const feedSecrets =
      authorization === 'signature'
        ? new FeedSecrets(this, 'FeedSecrets', bureau, settings.intake)
        : undefined;
    const bridge =
      sms.channel === 'sns-bridge'
        ? new SmsBridge(this, 'SmsBridge', { bureau, authorization, ...sms.gateway })
        : undefined;
    const functions = new Functions(this, 'Functions', {
      bureau,
      regulation,
      regulationSettings,
      tables,
      traces,
      contract: { authorization, hasReceipts: bridge !== undefined },
      desk: deskPlaceOf(settings),
      reserved: settings.reservedConcurrency,
      texting: bridge?.topic ?? 'direct',
      extras: {
        'serve-desk': {
          environment: {
            CLAIMS: JSON.stringify(identity.claims),
            ISSUER: identity.issuer,
            FEED_MAPPINGS: JSON.stringify(settings.intake.mappings),
            ROSTER_ONLY: String(identity.rosterOnly),
          },
          statements: [],
        },
        'sweep-cases': {
          environment: { FEEDS: JSON.stringify(watchedFeedsOf(settings.intake)) },
          statements: [],
        },
        'intake-items': feedSecrets?.extra ?? intakeByCaller(settings.intake),
        ...(bridge && { 'bridge-sms': bridge.extra, 'take-receipts': bridge.receiptsExtra }),
      },
    });
    bridge?.connect(functions.get('bridge-sms'));

    const workflows = new LevelWorkflows(this, 'Workflows', { bureau, regulation, functions, traces });
    const api = new BureauApi(this, 'Api', { settings, functions });
    const sweep = new SweepSchedule(this, 'Sweep', functions);
    const guard = new ClockGuard(this, 'Guard', { bureau, workflows, functions });

    const watched = { bureau, functions, workflows, api, tables, bridge, guard };
    const alarms = new Alarms(this, 'Alarms', { ...watched, email: settings.alarms.email });
    const dashboard = new Dashboard(this, 'Dashboard', { ...watched, alarms: alarms.alarms });
    new ConsoleLinks(this, 'Console', { consoleHost, byLevel: workflows.byLevel, dashboard });
    acknowledgeFindings({ ...watched, traces, alarms, sweep, feedSecrets });
  }
}
