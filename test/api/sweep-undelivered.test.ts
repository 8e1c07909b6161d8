import type { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { beforeEach, describe, expect, it } from 'vitest';
import { sweepCases } from '../../functions/sweep-cases/handler.ts';
import { createDeadLetters } from '../../shared/notices/dead-letters.ts';
import { createOffice, type Office } from '../support/office.ts';
import { caseIn } from '../support/told.ts';

let office: Office;
beforeEach(async () => {
  office = await createOffice();
});
const note = { title: '群众来电', sources: [{ kind: 'monitored' }], level: 'blue', unit: 'food' };

describe('texts that never got to the gateway', () => {
  const opened = async () => {
    const told = await office.as('dutyOfficer')('POST', '/v1/cases', { ...note, key: 'k' });
    const caseId = caseIn(told).case;
    const state = await office.system.cases.load(caseId);
    const notice = Object.keys(state!.pendingNotices)[0]!;
    await office.notify(caseId);
    return { caseId, notice };
  };
  /** The queue as SQS gives it out: each message once while it is hidden, and again the next time. */
  const queueOf = (bodies: readonly string[]) => {
    const asked: ReceiveMessageCommand['input'][] = [];
    let left = [...bodies];
    const client = {
      send: async ({ input }: ReceiveMessageCommand) => {
        asked.push(input);
        const Messages = left.splice(0, Number(input.MaxNumberOfMessages)).map((Body, index) => ({
          Body,
          MessageId: `m-${index}`,
        }));
        if (Messages.length === 0) left = [...bodies];
        return Messages.length === 0 ? {} : { Messages };
      },
    };
    return { client, asked };
  };
  const text = (about?: Record<string, unknown>) =>
    JSON.stringify({
      to: '+8613800000001',
      templateId: 'SX01',
      variables: {},
      text: '【雷州市监】……',
      ...(about === undefined ? {} : { about: [{ address: about.person, tries: 0, ...about }] }),
    });
  const sweepWith = (bodies: readonly string[]) => {
    const { client, asked } = queueOf(bodies);
    const readDeadLetters = createDeadLetters('https://queue', (what) => office.problems.push(what), client);
    const sweep = sweepCases({ ...office.system, readDeadLetters }) as unknown as (
      event: unknown,
      context: unknown,
    ) => Promise<{ undelivered: number }>;
    return { asked, sweep: () => sweep({}, { getRemainingTimeInMillis: () => 1000 }) };
  };

  it.each([
    [
      'SNS could not call the bridge',
      (message: string) => JSON.stringify({ Type: 'Notification', Message: message }),
    ],
    [
      'the bridge failed to the last',
      (message: string) =>
        JSON.stringify({ requestPayload: { Records: [{ Sns: { MessageId: 'x', Message: message } }] } }),
    ],
  ])('become telephone tasks when %s, once, and stay in the queue', async (_, letter) => {
    const { caseId, notice } = await opened();
    const { sweep, asked } = sweepWith([letter(text({ caseId, notice, person: 'duty-1' }))]);
    expect(await sweep()).toMatchObject({ undelivered: 1 });
    const state = (await office.system.cases.load(caseId))!;
    expect(Object.keys(state.telephoneTasks)).toEqual([notice]);
    const log = JSON.stringify((await office.as('dutyOfficer')('GET', `/v1/cases/${caseId}/log`)).body);
    expect(log).toContain('的短信未能发出(短信没有交到网关),须改为电话通知');
    await office.as('dutyOfficer')('POST', `/v1/cases/${caseId}/commands`, { type: 'AnswerNotice', notice });
    expect(await sweep()).toMatchObject({ undelivered: 1 });
    expect((await office.system.cases.load(caseId))?.telephoneTasks).toEqual({});
    expect(asked.every(({ VisibilityTimeout }) => Number(VisibilityTimeout) < 300)).toBe(true);
  });

  it('are all read, and one that is none of ours stops nothing', async () => {
    const { caseId, notice } = await opened();
    const good = JSON.stringify({ Message: text({ caseId, notice, person: 'duty-1' }) });
    const routine = JSON.stringify({ Message: text() });
    const { sweep } = sweepWith([...Array.from({ length: 12 }, () => routine), '{', 'null', good]);
    expect(await sweep()).toMatchObject({ undelivered: 13 });
    expect(office.problems.filter((what) => what.startsWith('dead letter'))).toHaveLength(2);
    expect(Object.keys((await office.system.cases.load(caseId))!.telephoneTasks)).toEqual([notice]);
  });

  it('do not keep the rest of the sweep from being done when the queue is away', async () => {
    const { caseId } = await opened();
    const away = {
      send: async () => {
        throw new Error('SQS is away');
      },
    };
    const readDeadLetters = createDeadLetters('https://queue', () => undefined, away);
    const sweep = sweepCases({ ...office.system, readDeadLetters }) as unknown as (
      event: unknown,
      context: unknown,
    ) => Promise<unknown>;
    expect(await sweep({}, { getRemainingTimeInMillis: () => 1000 })).toMatchObject({
      cases: 1,
      undelivered: 0,
    });
    expect(office.problems).toContain('dead letters');
    expect(caseId).toBeDefined();
  });
});
