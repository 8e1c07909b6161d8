import { App, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import {
  DefinitionBody,
  IntegrationPattern,
  JsonPath,
  StateMachine,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { expect, it } from 'vitest';
import {
  type CloudFormationTemplate,
  readDefinitions,
} from '../../../../infra/local/definitions/read-template.ts';
import { TEMPLATE_ONLY } from '../../../../infra/synthesize-template.ts';
import { createRig } from '../support.ts';

const synthesize = (): CloudFormationTemplate => {
  const app = new App(TEMPLATE_ONLY);
  const stack = new Stack(app, 'Shixian');
  const createFunction = (id: string) =>
    new LambdaFunction(stack, id, {
      functionName: id,
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: Code.fromInline('exports.handler = async () => {}'),
    });
  const schedule = new LambdaInvoke(stack, '排定时限', {
    lambdaFunction: createFunction('schedule'),
    payloadResponseOnly: false,
  });
  const watch = new LambdaInvoke(stack, '等待案卷变更', {
    lambdaFunction: createFunction('watch'),
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject({ token: JsonPath.taskToken }),
  });
  new StateMachine(stack, 'Blue', {
    stateMachineName: 'leizhou-blue',
    definitionBody: DefinitionBody.fromChainable(schedule.next(watch)),
  });
  return app.synth().getStackByName('Shixian').template as CloudFormationTemplate;
};

it('reads what the CDK synthesizes, and the engine runs it', async () => {
  const definitions = readDefinitions(synthesize());
  expect(Object.keys(definitions)).toEqual(['leizhou-blue']);
  const rig = createRig(definitions['leizhou-blue']!, { schedule: () => 'planned' }, { validate: true });
  const arn = await rig.start();
  expect(rig.calls.map((call) => call.functionName)).toEqual(['schedule', 'watch']);
  rig.engine.sendTaskSuccess((rig.calls[1]!.payload as { token: string }).token, { done: true });
  await rig.engine.idle();
  expect(rig.engine.describeExecution(arn)).toMatchObject({ status: 'SUCCEEDED', output: { done: true } });
});

const templateOf = (DefinitionString: unknown, more: object = {}): CloudFormationTemplate => ({
  Resources: {
    Schedule: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'schedule' } },
    Nameless: { Type: 'AWS::Lambda::Function', Properties: {} },
    Table: { Type: 'AWS::DynamoDB::Table', Properties: {} },
    Machine: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: { StateMachineName: 'm', DefinitionString, ...more },
    },
  },
});

it('resolves plain text, substitutions and references', () => {
  const read = (text: unknown, more: object = {}) => readDefinitions(templateOf(text, more)).m as unknown;
  expect(read('{"StartAt":"a"}')).toEqual({ StartAt: 'a' });
  expect(read({ 'Fn::Sub': `["\${Schedule.Arn}","\${AWS::Partition}","\${!Literal}"]` })).toEqual([
    'schedule',
    'aws',
    `\${Literal}`,
  ]);
  expect(read({ 'Fn::Sub': [`["\${who}"]`, { who: { Ref: 'Schedule' } }] })).toEqual(['schedule']);
  expect(
    read(`["\${who}"]`, { DefinitionSubstitutions: { who: { 'Fn::GetAtt': ['Schedule', 'Arn'] } } }),
  ).toEqual(['schedule']);
  expect(read({ 'Fn::Join': ['', ['["', { Ref: 'Machine' }, '"]']] })).toEqual([
    ['arn', 'aws', 'states', 'local', '000000000000', 'stateMachine', 'm'].join(':'),
  ]);
});

it('names what it cannot resolve', () => {
  const read = (text: unknown) => () => readDefinitions(templateOf(text));
  expect(read({ 'Fn::GetAtt': ['Table', 'Arn'] })).toThrow(/definition of m .*Table.*Arn.*DynamoDB/);
  expect(read({ Ref: 'Nameless' })).toThrow('Nameless');
  expect(read({ 'Fn::ImportValue': 'x' })).toThrow('Fn::ImportValue');
});
