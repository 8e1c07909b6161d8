import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

/**
 * Asks the notify function to send what a case has to send, or without a case whatever waits in the mailboxes. Asynchronous: a
 * slow gateway holds up no clock.
 */
export type DispatchNotices = (caseId?: string) => Promise<void>;

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
