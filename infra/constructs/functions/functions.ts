import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { PackedFile } from '../../../functions/serve-files/packed-file.ts';
import type { ChosenSettings } from '../../../shared/regulations/version.ts';
import type { DeskPlace } from '../../desk-site/config.ts';
import { deskSiteOf } from '../../desk-site/site.ts';
import type { Deployment } from '../../openapi/deployment.ts';
import { siteOf } from '../../openapi/site.ts';
import { BRIDGED, FUNCTIONS, FunctionName, functionName } from '../../settings/function-names.ts';
import type { Settings } from '../../settings/settings.ts';
import { machineArnsInShort } from './arns.ts';
import { bundlingFor, bundlingWith } from './bundling.ts';
import { createRole, type Granted, statementsFor } from './grants.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What one function gets beside what all have: settings together with the permission to use what they name. */
export interface Extra {
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
}
export type Extras = Partial<Record<FunctionName, Extra>>;

export interface FunctionsProps extends Granted {
  readonly extras: Extras;
  readonly regulationSettings: ChosenSettings;
  readonly traces: boolean;
  /** What its contract says of this deployment. */
  readonly contract: Deployment;
  /** What its desk in the browser is told of it. */
  readonly desk: DeskPlace;
  readonly reserved: Settings['reservedConcurrency'];
}

/** All that the deployment serves as files; made here, so that nothing of what makes them is needed where they are served. */
const filesOf = ({ regulation, contract, desk }: FunctionsProps): PackedFile[] => [
  ...siteOf(regulation, contract),
  ...deskSiteOf(regulation, contract, desk),
];

/** All functions of a deployment, by name, each with its environment, its log and its grants. */
export class Functions extends Construct {
  readonly #byName = new Map<FunctionName, NodejsFunction>();

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    for (const name of FunctionName.options) {
      if (BRIDGED.includes(name) && props.extras[name] === undefined) continue;
      this.#byName.set(name, this.#create(name, props));
    }
  }

  get(name: FunctionName): NodejsFunction {
    const found = this.#byName.get(name);
    if (found === undefined) throw new Error(`This deployment has no function ${name}`);
    return found;
  }

  /** Undefined where this deployment has no such function. */
  find(name: FunctionName): NodejsFunction | undefined {
    return this.#byName.get(name);
  }

  entries(): IterableIterator<[FunctionName, NodejsFunction]> {
    return this.#byName.entries();
  }

  get all(): readonly NodejsFunction[] {
    return [...this.#byName.values()];
  }

  #create(name: FunctionName, props: FunctionsProps): NodejsFunction {
    const { bureau, regulation, tables, texting, traces } = props;
    const { purpose } = FUNCTIONS[name];
    const extra = props.extras[name];
    const stack = Stack.of(this);
    const logGroup = new LogGroup(this, `${name}-log`, {
      logGroupName: `/aws/lambda/${functionName(bureau, name)}`,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const statements = [...statementsFor(props, name), ...(extra?.statements ?? [])];
    return new NodejsFunction(this, name, {
      functionName: functionName(bureau, name),
      description: purpose,
      role: createRole(this, `${name}-role`, logGroup, statements),
      entry: `${root}functions/${name}/index.ts`,
      handler: 'handler',
      projectRoot: root,
      depsLockFilePath: `${root}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      // No page of AWS confirms arm64 in the China Regions.
      architecture: Architecture.X86_64,
      memorySize: 512,
      // Below the time-out of the tasks that call it (statemachines/retries.ts), and of the HTTP API's 30 s.
      timeout: Duration.seconds(name === 'sweep-cases' ? 240 : 28),
      tracing: traces ? Tracing.ACTIVE : Tracing.DISABLED,
      reservedConcurrentExecutions: props.reserved[name],
      awsSdkConnectionReuse: false,
      bundling:
        name === 'serve-files' && stack.bundlingRequired
          ? bundlingWith(bureau, filesOf(props))
          : bundlingFor(regulation.id),
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        TABLE_NAME: tables.records.tableName,
        LOG_TABLE_NAME: tables.log.tableName,
        REGULATION_ID: regulation.id,
        ...(Object.keys(props.regulationSettings).length === 0
          ? {}
          : { REGULATION_SETTINGS: JSON.stringify(props.regulationSettings) }),
        MACHINE_ARNS: stack.toJsonString(machineArnsInShort(stack, bureau, regulation)),
        NOTIFY_FUNCTION: functionName(bureau, 'notify-people'),
        ...(texting === 'direct' ? {} : { SMS_TOPIC_ARN: texting.topicArn }),
        ...extra?.environment,
      },
    });
  }
}
