import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { functionName, machineArns } from './arns.ts';
import { FUNCTIONS, FunctionName } from './function-names.ts';
import { type Granted, statementsFor } from './grants.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What some functions get beside the common environment. */
export type MoreEnvironment = Partial<Record<FunctionName, Record<string, string>>>;

export interface FunctionsProps extends Granted {
  readonly environment: MoreEnvironment;
}

/** All functions of a deployment, by name, each with its environment, its log and its grants. */
export class Functions extends Construct {
  readonly byName: Readonly<Record<FunctionName, NodejsFunction>>;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    const entries = FunctionName.options.map((name) => [name, this.#create(name, props)] as const);
    this.byName = Object.fromEntries(entries) as Record<FunctionName, NodejsFunction>;
  }

  #create(name: FunctionName, props: FunctionsProps): NodejsFunction {
    const { bureau, regulation, table } = props;
    const { purpose, needs } = FUNCTIONS[name];
    const stack = Stack.of(this);
    const created = new NodejsFunction(this, name, {
      functionName: functionName(bureau, name),
      description: purpose,
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
      awsSdkConnectionReuse: false,
      bundling: {
        format: OutputFormat.ESM,
        logLevel: LogLevel.WARNING,
        target: 'node24',
        mainFields: ['module', 'main'],
        minify: true,
        sourceMap: true,
        // Everything is bundled, the SDK too: what was tested is what runs.
        externalModules: [],
        // Some dependencies are CommonJS and ask for `require` at run time.
        banner:
          "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
      },
      logGroup: new LogGroup(this, `${name}-log`, {
        logGroupName: `/aws/lambda/${functionName(bureau, name)}`,
        retention: RetentionDays.ONE_YEAR,
        removalPolicy: RemovalPolicy.RETAIN,
      }),
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        TABLE_NAME: table.tableName,
        REGULATION_ID: regulation.id,
        MACHINE_ARNS: stack.toJsonString(machineArns(stack, bureau, regulation)),
        NOTIFY_FUNCTION: functionName(bureau, 'notify-people'),
        ...props.environment[name],
      },
    });
    for (const statement of statementsFor(props, needs)) created.addToRolePolicy(statement);
    return created;
  }
}
