import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { DispatchNotices } from '../notices/dispatch.ts';

/** Invokes the notify function of this name. */
export const createLambdaDispatch =
  (functionName: string, client: LambdaClient = new LambdaClient()): DispatchNotices =>
  async (caseId) => {
    await client.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'Event',
        Payload: JSON.stringify(caseId === undefined ? {} : { caseId }),
      }),
    );
  };
