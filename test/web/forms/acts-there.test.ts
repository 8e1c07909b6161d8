import { describe, expect, it } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { bodyOf } from '../../../web/model/forms/body.ts';
import { choicesIn, type Known, type LogEntry } from '../../../web/model/forms/case-lists.ts';
import { valuesFrom } from '../../../web/model/forms/values.ts';
import { formsIn, NOW } from './bureau-forms.ts';

// What was done in a case that was merged into this one is taken back in this one.

const AT = '2026-03-02T23:10:00+08:00';
const own = (version: number) =>
  ({
    ...{ version, localTime: AT, actor: { name: '甲' }, labels: ['电话报告'] },
    events: [{ type: 'ReportFiled' }],
  }) as unknown as LogEntry;
const done = (caseId: string, act: number) => ({ case: caseId, act, name: '报湛江市局的电话初报', at: AT });
const known = (takenOver: object[]): Known =>
  ({
    case: { withdrawn: [], denied: [], duties: [], takenOver } as unknown as CaseReply,
    ...{ log: [own(3)], posts: [], approvals: [], roster: {}, items: [], values: {}, now: NOW },
  }) as Known;

describe.each(['leizhou', 'petition'])('%s: what may be taken back', (bureau) => {
  const { fields } = formsIn(bureau).commands.WithdrawAct!;
  it('is asked for as one thing: nobody types the number of a case', () => {
    expect(fields.map(({ name }) => name)).toEqual(['act', 'reason']);
  });

  it.each([
    ['3', { act: 3 }],
    ['LZ2026-0002#3', { act: 3, mergedCase: 'LZ2026-0002' }],
    ['LZ#2026-0002#14', { act: 14, mergedCase: 'LZ#2026-0002' }],
  ])('%s is sent as %j, and stands in the form again when it came along', (choice, body) => {
    expect(bodyOf(fields, { act: choice })).toEqual(body);
    expect(valuesFrom(fields, body)).toEqual({ act: choice });
  });
});

it('what was done in cases that were merged can be chosen, by its case and entry, each once', () => {
  const first = { case: 'LZ2026-0002', done: [done('LZ2026-0002', 3), done('LZ2026-0005', 7)] };
  const choices = choicesIn(
    'doneActs',
    known([first, { case: 'LZ2026-0005', done: [done('LZ2026-0005', 7)] }]),
  );
  expect(choices.map(({ id }) => id)).toEqual(['3', 'LZ2026-0002#3', 'LZ2026-0005#7']);
  expect(choices[1]?.name).toMatch(/^报湛江市局的电话初报，.*23:10，LZ2026-0002案卷日志第3条$/);
  expect(choicesIn('doneActs', known([])).map(({ id }) => id)).toEqual(['3']);
});
