import { App, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { type CloudFormationTemplate, readDefinitions } from '../../infra/local/definitions/read-template.ts';
import { TEMPLATE_ONLY } from '../../infra/synthesize-template.ts';
import { clockedLevels } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { LevelWorkflow } from '../../statemachines/level-workflow.ts';
import type { Machines } from './rig.ts';

/** The machines that a deployment with this regulation would have, whether or not any registry knows it. */
export const machinesOf = (regulation: Regulation): Machines => {
  const app = new App(TEMPLATE_ONLY);
  const stack = new Stack(app, 'Upgrade');
  const called = (name: string) =>
    new LambdaFunction(stack, name, {
      functionName: `leizhou-${name}`,
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: Code.fromInline('exports.handler = async () => null;'),
    });
  const functions = {
    schedule: called('schedule-duties'),
    watch: called('watch-case'),
    enforce: called('enforce-duty'),
    archive: called('archive-case'),
    transfer: called('transfer-case'),
    fault: called('report-fault'),
  };
  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
  for (const level of clockedLevels(regulation))
    new LevelWorkflow(stack, level.id, {
      bureau: 'leizhou',
      regulation,
      level,
      functions,
      role,
      traces: false,
    });
  return readDefinitions(app.synth().getStackArtifact(stack.artifactId).template as CloudFormationTemplate);
};
