import type { CommandForm, DeskForms, FormChoice } from '../../../shared/contracts/desk/forms.ts';
import { spoken } from '../spoken.ts';
import { type Values, wordsIn } from './values.ts';

/** Of which field's choice an act takes its name: 登记电话报告, not 登记报告. */
const NAMED_BY: Readonly<Record<string, { field: string; list: string; say: (name: string) => string }>> = {
  FileReport: { field: 'form', list: 'reportForm', say: (name) => `登记${name}报告` },
  RecordPublication: { field: 'form', list: 'publicationForm', say: (name) => `登记${name}` },
  RecordDecision: { field: 'decision', list: 'decision', say: (name) => `登记决定：${name}` },
  RecordAction: { field: 'action', list: 'action', say: (name) => `登记${name}` },
  IssueDocument: { field: 'document', list: 'document', say: (name) => `制发${name}` },
};
const nameIn = (choices: readonly FormChoice[] | undefined, id: string): string | undefined =>
  choices?.find((each) => each.id === id)?.name;

/** What an act is called that was begun for one of several ends: 增加会办, not 转办. */
const BEGUN_FOR: Readonly<Record<string, { field: string; titles: Readonly<Record<string, string>> }>> = {
  AssignUnit: { field: 'part', titles: { joint: '增加会办', lead: '改转' } },
};

/** What one does with a form, as the heading says it. `start`: what it was begun with, so that the heading stays. */
export const titleOf = ({ type, title }: CommandForm, start: Values, { lists }: DeskForms): string => {
  const begun = BEGUN_FOR[type];
  const begunFor = begun?.titles[wordsIn(start[begun.field])];
  if (begunFor !== undefined) return begunFor;
  const by = NAMED_BY[type];
  const name = by === undefined ? undefined : nameIn(lists[by.list], wordsIn(start[by.field]));
  return spoken(
    name === undefined ? title : by!.say(name.replace(/报告$/, type === 'FileReport' ? '' : '报告')),
  );
};

/** Who may, in words; for a refusal beforehand. */
export const giversIn = ({ givers }: CommandForm): string =>
  spoken(
    givers
      .map(({ roles, levels }) => `${roles.join('、')}${levels === null ? '' : `(${levels.join('、')})`}`)
      .join('；'),
  );

/** 尚未登记, 尚未延长时限; where the act takes more than four signs to say 尚未提交. */
export const undoneWords = (did: string): string => (did.length <= 4 ? `尚未${did}` : '尚未提交');

/** 登记: what the button of an act says. */
export const verbOf = (title: string): string =>
  title.indexOf('登记') === 0 ? '登记' : title.split('：')[0]!;
