/**
 * Where the emulator (MiniStack 1.5.33) is known to differ from AWS, and what these tests do about it. Printed with every
 * run: what is named here is not shown by these tests.
 */
export const DIFFERENCES: readonly string[] = [
  'One partition: ARNs begin with arn:aws in every Region. The templates name none; cfn-lint and test/infra judge them for all three.',
  'A Parallel waits for all its branches and its Waits cannot be interrupted, so a signal does not stop the clocks at once. ' +
    'How a running machine re-schedules is shown on the embedded engine, with the definition taken out of the deployed template.',
  'The handing over of a case between two levels, which the running machine does on AWS, is done here by the sweep.',
  'Calls of a function by Step Functions, SNS, EventBridge and the HTTP API are not checked against role or resource policy; ' +
    'calls by the functions, and calls of the IAM-authorised routes, are.',
  'A function that fails on a message of SNS is neither tried again nor heard of: its retries and dead letters are shown by an ' +
    'asynchronous call of the function.',
  'Rates of schedules are real: the rule of the sweep is set to one minute for the test of its wiring.',
  'GetTemplate gives Chinese text as it is; AWS shows question marks there, and there the definitions would be read by DescribeStateMachine.',
  'Dashboards, alarms, metric filters and traces are accepted and do nothing.',
];
