/**
 * Where the emulators (MiniStack 1.5.33, for the records moto 5.2.5 as well) are known to differ from AWS, and what these tests
 * do about it. Printed with every run: what is named here is not shown by these tests.
 */
export const DIFFERENCES: readonly string[] = [
  'One partition: ARNs begin with arn:aws in every Region. The templates name none; cfn-lint and test/infra judge them for all three.',
  'A Parallel waits for all its branches and its Waits cannot be interrupted, so a signal does not stop the clocks at once. ' +
    'How a running machine re-schedules is shown on the embedded engine, with the definition taken out of the deployed template.',
  'The history of an execution tells nothing of the states within a Parallel: what is read there of them is shown on the embedded engine ' +
    'and against a stub (test/unit/workflows/sfn.test.ts).',
  'The handing over of a case between two levels, which the running machine does on AWS, is done here by the sweep.',
  'Calls of a function by Step Functions, SNS, EventBridge and the HTTP API are not checked against role or resource policy; ' +
    'calls by the functions, and calls of the IAM-authorised routes, are.',
  'Which kinds of keys a policy allows (dynamodb:LeadingKeys) and the policy of a table are accepted and not judged by.',
  'Point-in-time recovery copies the present table.',
  'A function that fails on a message of SNS is neither tried again nor heard of: its retries and dead letters are shown by an ' +
    'asynchronous call of the function.',
  'Rates of schedules are real: the rule of the sweep is set to one minute for the test of its wiring.',
  'GetTemplate gives Chinese text as it is; AWS shows question marks there, and there the definitions would be read by DescribeStateMachine.',
  "Moto's records hold 405,000 bytes, not 409,600, and its own server would let requests at once overtake one another between the " +
    'condition of a write and the write: here it serves one after another.',
  'Moto takes a record that is nested more than 32 levels deep, and both take an empty name within one. Their indexes never lag behind, ' +
    'and they throttle nobody: what the adapter does then is shown against a stub (test/records/table/dynamo-table.test.ts).',
  'Dashboards, alarms, metric filters and traces are accepted and do nothing.',
];
