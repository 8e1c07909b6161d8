import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, Stack } from 'aws-cdk-lib';
import { Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { BUNDLING } from '../../constructs/functions/bundling.ts';
import { functionsIn } from './functions-assembly.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Inside the project, where the bundler finds the packages. */
const ENTRIES = `${root}node_modules/.cache/shixian/bare`;
const SDK = '@aws-sdk';

const CONSTRUCTORS: Readonly<Record<string, string>> = {
  'client-dynamodb': 'DynamoDBClient',
  'client-lambda': 'LambdaClient',
  'client-secrets-manager': 'SecretsManagerClient',
  'client-sfn': 'SFNClient',
  'client-sns': 'SNSClient',
  'client-sqs': 'SQSClient',
};

/** A handler that builds these clients as our functions do, and nothing else. Throws for a client it does not know. */
export const bareSource = (clients: readonly string[]): string => {
  const imports: string[] = [];
  const built = clients.map((client) => {
    const name = CONSTRUCTORS[client];
    if (name === undefined) throw new Error(`The bench has no bare handler with ${client}`);
    imports.push(`import { ${name} } from '${SDK}/${client}';`);
    if (client !== 'client-dynamodb') return `new ${name}()`;
    imports.push(`import { DynamoDBDocumentClient } from '${SDK}/lib-dynamodb';`);
    return `DynamoDBDocumentClient.from(new ${name}(), { marshallOptions: { removeUndefinedValues: true } })`;
  });
  return `${imports.join('\n')}\nconst clients = [${built.join(', ')}];\nexport const handler = async () => clients.length;\n`;
};

const nameOf = (clients: readonly string[]): string =>
  ['bare', ...clients.map((client) => client.replace('client-', ''))].join('-');

/** Bundles a bare handler for each set of clients, as the deployment bundles its functions; gives the bundle of a set. */
export const bundleBare = (
  sets: readonly (readonly string[])[],
  folder: string,
): ((clients: readonly string[]) => string) => {
  mkdirSync(ENTRIES, { recursive: true });
  // The metadata says where each function's bundle lies; the CDK's command line asks for it too.
  const context = { 'aws:cdk:enable-asset-metadata': true };
  const app = new App({ outdir: folder, analyticsReporting: false, context });
  const stack = new Stack(app, 'bare');
  for (const [name, clients] of new Map(sets.map((set) => [nameOf(set), set]))) {
    const entry = `${ENTRIES}/${name}.ts`;
    writeFileSync(entry, bareSource(clients));
    new NodejsFunction(stack, name, {
      functionName: name,
      entry,
      projectRoot: root,
      depsLockFilePath: `${root}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      awsSdkConnectionReuse: false,
      bundling: BUNDLING,
    });
  }
  const { templateFile } = app.synth().getStackArtifact(stack.artifactId);
  rmSync(ENTRIES, { recursive: true });
  const template: unknown = JSON.parse(readFileSync(join(folder, templateFile), 'utf8'));
  const bundles = new Map(functionsIn(template, folder).map(({ name, bundle }) => [name, bundle]));
  return (clients) => {
    const bundle = bundles.get(nameOf(clients));
    if (bundle === undefined) throw new Error(`No bundle for ${nameOf(clients)}`);
    return bundle;
  };
};
