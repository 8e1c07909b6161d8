import { expect, it } from 'vitest';
import { draftLines } from '../../../web/model/forms/draft-list.ts';
import { type Draft, draftName } from '../../../web/model/forms/drafts.ts';
import type { Values } from '../../../web/model/forms/values.ts';
import { formsIn } from './bureau-forms.ts';

// What has been begun and not sent is found again, by what it is, where, and when.

const draft = (at: number, values: Values = {}, more: object = {}): Draft => ({
  ...{ at, values, sending: { key: 'k', ...more } },
});
const WITH = JSON.stringify({ form: 'telephone', to: ['a/b'] });
const forms = formsIn('leizhou');

it('names each, the newest first, with the way back to it; only of the post in which it can be gone on with', () => {
  const kept: Record<string, unknown> = {
    [draftName('dutyOfficer', 'OpenCase', '')]: draft(10, { text: '某小学多名学生腹泻，家长来电' }),
    [draftName('dutyOfficer', 'LZ2026-0007/FileReport', WITH)]: draft(30, {}, { unsettled: { body: {} } }),
    [draftName('dutyOfficer', 'LZ2026-0007/RecordMeeting', '')]: draft(20),
    [draftName('unitHead@food', 'LZ2026-0007/RecordMeeting', '')]: draft(40),
    'draft/dutyOfficer/OpenCase/broken': { at: 'now' },
    'draft/dutyOfficer/LZ2026-0007': draft(50),
  };
  const lines = (post: string, known?: typeof forms) =>
    draftLines({ names: Object.keys(kept), recall: (name) => kept[name], post, forms: known });
  expect(lines('dutyOfficer', forms).map(({ name: _, ...line }) => line)).toEqual([
    {
      ...{ title: '登记电话报告', caseId: 'LZ2026-0007', about: '', at: 30, isOut: true },
      path: `/desk/cases/LZ2026-0007/do/FileReport?with=${encodeURIComponent(WITH)}`,
    },
    {
      ...{ title: forms.commands.RecordMeeting!.title, caseId: 'LZ2026-0007', about: '', at: 20 },
      ...{ isOut: false, path: '/desk/cases/LZ2026-0007/do/RecordMeeting' },
    },
    {
      ...{ title: '立案', caseId: undefined, about: '某小学多名学生腹泻，家长来电', at: 10 },
      ...{ isOut: false, path: '/desk/open' },
    },
  ]);
  expect(lines('unitHead@food', forms).map(({ at }) => at)).toEqual([40]);
  expect(lines('dutyOfficer')[0]!.title).toBe(undefined);
});
