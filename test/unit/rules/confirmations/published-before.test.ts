import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { approval, enteredFor, withdraw } from '../../../support/approvals.ts';
import { at, chief, group, head, leader, officer } from '../../../support/case-file.ts';
import { codeOf, openedAt, openedIn, outcomeOf, person } from './people.ts';

const TITLE = '通报';
const LINK = 'https://example.cn/1';
const published = (more: object = {}): CaseCommand => ({
  type: 'RecordPublication',
  form: 'authoritative',
  title: TITLE,
  link: LINK,
  madeAt: at('03-02 12:30'),
  ...more,
});
const happened = { happened: { reason: '值班领导电话不通,先行发布' } };
const approved = (text = TITLE, madeAt = '03-02 12:00'): CaseCommand => ({
  ...approval('statementApproved', text),
  madeAt: at(madeAt),
});

describe('leizhou 办法 第二十七条(一): what stands on record as published without its approval', () => {
  const file = () => {
    const open = openedAt('red');
    open.give('03-02 12:31', head, published(happened));
    expect(outcomeOf(open, 'publicResponse')).toBe('unapproved');
    return open;
  };
  const refused = (open: ReturnType<typeof file>, more: object = {}) => {
    const { refusal } = open.give('03-02 13:31', head, published(more));
    expect(refusal?.code).toBe('PUBLICATION_NOT_CLEARED');
    expect(refusal?.message).toContain('已记录未经审定发布,此后录入的审定不能追认此前的发布');
    expect(outcomeOf(open, 'publicResponse')).toBe('unapproved');
  };

  it.each<[string, (open: ReturnType<typeof file>) => void, object]>([
    ['by its person himself', (open) => open.give('03-02 13:30', leader, approved()), {}],
    [
      'for him (代录)',
      (open) =>
        open.give('03-02 13:30', officer, enteredFor(leader, '03-02 12:00', 'statementApproved', TITLE)),
      {},
    ],
    [
      'of no text',
      (open) => open.give('03-02 13:30', leader, { ...approved(), text: undefined } as never),
      {},
    ],
    [
      'and the same text on another page',
      (open) => open.give('03-02 13:30', leader, approved()),
      { link: 'https://example.cn/2' },
    ],
    [
      'and the same text a minute later',
      (open) => open.give('03-02 13:30', leader, approved()),
      { madeAt: at('03-02 12:31') },
    ],
    [
      'and the same page under another title',
      (open) => open.give('03-02 13:30', leader, approved('通报二')),
      { title: '通报二' },
    ],
    ['and in another form', (open) => open.give('03-02 13:30', leader, approved()), { form: 'reply' }],
  ])('is cleared by no approval that is entered after it, dated back %s', (_, approve, more) => {
    const open = file();
    approve(open);
    refused(open, more);
  });

  it('nor when it is taken back in between', () => {
    const open = file();
    const entry = open.state.version;
    open.give('03-02 13:29', head, withdraw(entry));
    expect(outcomeOf(open, 'publicResponse')).toBe('open');
    open.give('03-02 13:30', leader, approved());
    expect(codeOf(open.give('03-02 13:31', head, published()))).toBe('PUBLICATION_NOT_CLEARED');
    expect(codeOf(open.give('03-02 13:32', head, published(happened)))).toBe('done');
    expect(outcomeOf(open, 'publicResponse')).toBe('unapproved');
  });

  it('is entered once more as what it was', () => {
    const open = file();
    open.give('03-02 13:30', leader, approved());
    expect(codeOf(open.give('03-02 13:31', head, published(happened)))).toBe('done');
    expect(open.state.publications.map(({ approvals, happened: past }) => [approvals, past])).toEqual([
      [[], true],
      [[], true],
    ]);
    expect(outcomeOf(open, 'publicResponse')).toBe('unapproved');
  });

  it('what goes out anew after the approval is entered is approved', () => {
    const open = file();
    open.give('03-02 12:40', leader, approved());
    expect(codeOf(open.give('03-02 12:45', head, published({ madeAt: at('03-02 12:39') })))).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    expect(codeOf(open.give('03-02 12:45', head, published({ madeAt: at('03-02 12:40') })))).toBe('done');
    expect(outcomeOf(open, 'publicResponse')).toBe('fulfilled');
  });

  it('another text is another matter, and so is what nothing stood on record of', () => {
    const open = file();
    open.give('03-02 13:30', leader, approved('情况说明'));
    const other = published({ title: '情况说明', link: 'https://example.cn/2' });
    expect(codeOf(open.give('03-02 13:31', head, other))).toBe('done');
    const late = openedAt('red');
    late.give('03-02 12:50', leader, approved());
    expect(codeOf(late.give('03-02 12:51', head, published()))).toBe('done');
    expect(outcomeOf(late, 'publicResponse')).toBe('fulfilled');
  });

  it('what stood as unapproved since its approval was taken back stays so', () => {
    const open = openedAt('red');
    open.give('03-02 12:00', leader, approved());
    const entry = open.state.version;
    open.give('03-02 12:31', head, published());
    open.give('03-02 12:40', leader, withdraw(entry));
    expect(outcomeOf(open, 'publicResponse')).toBe('unapproved');
    open.give('03-02 13:30', leader, approved());
    refused(open);
  });
});

describe('leizhou 附件1: a paper that stands on record as issued without its approvals', () => {
  it('is cleared by none that is entered after it', () => {
    const report = (more: object = {}): CaseCommand => ({
      type: 'IssueDocument',
      document: 'hotReport',
      fields: { 标题: TITLE },
      madeAt: at('03-02 10:00'),
      ...more,
    });
    const open = openedAt('blue');
    open.give('03-02 10:01', officer, report(happened));
    open.give('03-02 11:00', head, { ...approval('hotReportChecked', TITLE), madeAt: at('03-02 09:30') });
    open.give('03-02 11:01', leader, { ...approval('hotReportApproved', TITLE), madeAt: at('03-02 09:40') });
    const { refusal } = open.give('03-02 11:02', officer, report());
    expect(refusal?.message).toContain('此后录入的审定不能追认此前的制发');
    expect(codeOf(open.give('03-02 11:03', officer, report({ madeAt: at('03-02 11:02') })))).toBe('done');
  });
});

describe('鄞州: the same of its reviews', () => {
  it('neither of both clears what stands on record, and both what comes after them', () => {
    const [boss, clerk] = [person('officeHead'), person('dutyOfficer')];
    const people = [clerk, leader, chief, group];
    const open = openedIn('yinzhou', { level: 'major', by: boss, unit: 'welfareHome', people });
    const out = (more: object = {}): CaseCommand => ({
      type: 'RecordPublication',
      form: 'superiorWechat',
      title: TITLE,
      madeAt: at('03-02 10:00'),
      ...more,
    });
    expect(codeOf(open.give('03-02 10:01', boss, out(happened)))).toBe('done');
    const reviewed = (action: string): CaseCommand => ({
      ...approval(action, TITLE),
      madeAt: at('03-02 09:50'),
    });
    expect(codeOf(open.give('03-02 10:30', leader, reviewed('deputyReviewed')))).toBe('done');
    expect(codeOf(open.give('03-02 10:31', chief, reviewed('chiefReviewed')))).toBe('done');
    expect(codeOf(open.give('03-02 10:32', boss, out()))).toBe('PUBLICATION_NOT_CLEARED');
    expect(codeOf(open.give('03-02 10:33', boss, out({ madeAt: at('03-02 10:32') })))).toBe('done');
  });
});
