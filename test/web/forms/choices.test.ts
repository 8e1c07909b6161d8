import { expect, it } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { choicesIn, type LogEntry } from '../../../web/model/forms/case-lists.ts';

const AT = '2026-03-02T22:50:00+08:00';

it.each([
  ['asked', ['12', '11', '10']],
  ['facts', ['15', '12', '11', '10']],
  ['doneActs', ['12', '11', '10']],
] as const)('%s: what was taken back, denied or settled is no choice', (list, expected) => {
  const instruction = (version: number, type = 'InstructionRecorded') =>
    ({
      ...{ version, localTime: AT, actor: { name: '甲' }, labels: ['批示'] },
      events: [{ type }],
    }) as unknown as LogEntry;
  const log = [10, 11, 12, 13, 14].map((version) => instruction(version));
  const answer = (entry: number, outcome: string) => ({ duty: `instruction-${entry}`, outcome });
  const open = {
    ...{ withdrawn: [{ act: 13 }], denied: [{ act: 14 }], sources: [], orders: [] },
    duties: [answer(10, 'open'), answer(11, 'lateEntry'), answer(12, 'unconfirmed')],
  } as unknown as CaseReply;
  const choices = (found: CaseReply) =>
    choicesIn(list, {
      ...{ case: found, log: [...log, instruction(15, 'SourceAdded')], posts: [], approvals: [] },
      ...{ roster: {}, items: [], values: {}, now: Date.parse(AT) },
    }).map(({ id }) => id);
  expect(choices(open)).toEqual(expected);
  const met = {
    ...open,
    duties: [answer(10, 'fulfilledLate'), answer(11, 'fulfilled')],
  } as unknown as CaseReply;
  expect(choices(met)).toEqual(expected.filter((id) => list !== 'asked' || id === '12'));
});
