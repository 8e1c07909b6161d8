import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import { lastDraft } from '../../../../web/model/forms/approving/draft.ts';
import type { LogEntry } from '../../../../web/model/forms/case-lists.ts';
import { BUREAUS, formsIn } from '../bureau-forms.ts';

const drafted = (version: number, document: string, words: Record<string, string>): LogEntry => {
  const names = Object.keys(words);
  return {
    version,
    actor: { name: '值班员甲' },
    texts: Object.fromEntries(names.map((name) => [`${version}${name}`, { text: words[name] }])),
    events: [
      {
        ...{ type: 'DocumentIssued', document },
        fields: Object.fromEntries(names.map((name) => [name, { saltedHash: `${version}${name}` }])),
      },
    ],
  } as unknown as LogEntry;
};
const STATEMENT = { document: 'statementDraft', titled: '标题' };

describe('what a leader is to approve', () => {
  const log = [
    drafted(3, 'statementDraft', { 标题: '通报甲', 正文: '第一稿' }),
    drafted(5, 'hotReport', { 标题: '第1期', 正文: '别的' }),
    drafted(7, 'statementDraft', { 标题: '通报乙', 正文: '第二稿' }),
  ];
  it('is the last draft of it that stands, with its title and its words', () => {
    expect(lastDraft(log, STATEMENT, [], {})).toMatchObject({ title: '通报乙', body: '第二稿' });
    expect(lastDraft(log, STATEMENT, [7], {})).toMatchObject({ title: '通报甲', body: '第一稿' });
    expect(lastDraft(log, STATEMENT, [3, 7], {})).toBeUndefined();
  });
  it('says which is which where a draft has several fields and no title', () => {
    const several = [drafted(2, 'statement', { 事件真实情况: '已核实', 发布口径: '正在核查' })];
    expect(lastDraft(several, { document: 'statement', titled: null }, [], {})).toMatchObject({
      title: '',
      body: '事件真实情况：已核实\n发布口径：正在核查',
    });
  });
});

it.each(BUREAUS)('the forms of %s know the draft of each approval that has one', (bureau) => {
  const { actions, documents } = regulations[bureau]!;
  const { drafts } = formsIn(bureau);
  expect(Object.keys(drafts).sort()).toEqual(
    actions.flatMap(({ id, draft }) => (draft === undefined ? [] : [id])).sort(),
  );
  for (const { document, titled } of Object.values(drafts))
    expect(documents.find(({ id }) => id === document)?.titled ?? null).toBe(titled);
});
