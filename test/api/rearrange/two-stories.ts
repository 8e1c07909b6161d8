import { expect } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { grave } from '../../support/office.ts';
import { caseIn } from '../../support/told.ts';
import { type Feed, openFeed } from '../intake/feed.ts';

/** An item of another matter than the first. */
export const otherStory = (id: string, more: Record<string, unknown> = {}) =>
  grave(id, {
    title: '某小区电梯坠落两人受伤',
    content: '今天上午某小区七号楼电梯突然坠落,两名住户受伤送医,业主说报修多次无人理会,现场已经拉起警戒线。',
    url: `https://news.example.com/lift/${id}`,
    ...more,
  });

/** An office with two cases of two stories, both graded. */
export const twoStories = async () => {
  const feed: Feed = await openFeed();
  const { office, one } = feed;
  const first = (await one(grave('a'))).case!;
  const second = (await one(otherStory('b'))).case!;
  expect(second).not.toBe(first);
  const give = (role: string, caseId: string, command: object, query?: Record<string, string>) =>
    office.as(role)('POST', `/v1/cases/${caseId}/commands`, command, query);
  const read = async (caseId: string): Promise<CaseReply> =>
    caseIn(await office.as('dutyOfficer')('GET', `/v1/cases/${caseId}`)) as CaseReply;
  const grade = async (caseId: string): Promise<void> => {
    const { warningLevel } = await read(caseId);
    const told = await give('dutyOfficer', caseId, { type: 'ConfirmGrade', level: warningLevel.id });
    expect(told.status).toBe(200);
  };
  await grade(first);
  await grade(second);
  return { ...feed, first, second, give, read };
};
export type TwoStories = Awaited<ReturnType<typeof twoStories>>;
