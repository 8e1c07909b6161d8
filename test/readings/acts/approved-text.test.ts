import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/case/events.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { labelOf } from '../../../shared/rules/labels/labels.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, chief, head, leader, officer } from '../../support/case-file.ts';
import { type File, give, open, owed, person } from '../given.ts';

const approve = (action: string, text?: string): Extract<CaseCommand, { type: 'RecordAction' }> => ({
  type: 'RecordAction',
  action,
  ...(text === undefined ? {} : { text }),
});
/** An approval as it stands: of no text in particular. */
const approveAny = (file: File, when: string, who: Actor, action: string): string =>
  file.giveBare(when, who, approve(action)).refusal?.code ?? 'done';
type Publish = Extract<CaseCommand, { type: 'RecordPublication' }>;
/** Nothing is added to what is published: no title unless it has one. */
const publish = (file: File, when: string, form: string, more: Partial<Publish> = {}): string =>
  file.giveBare(when, officer, { type: 'RecordPublication', form, place: '本局网站', ...more }).refusal
    ?.code ?? 'done';

describe('leizhou 办法 第二十七条(一): an approval opens the gate for its own text alone', () => {
  const approved = (): File => {
    const file = open({ level: 'orange', when: '03-02 09:00' });
    expect(give(file, '03-02 10:00', leader, approve('statementApproved', '通报甲'))).toBe('done');
    return file;
  };

  it.each<[string, Partial<Publish>, string]>([
    ['another title', { title: '通报乙' }, 'PUBLICATION_NOT_CLEARED'],
    ['another title that names the approval', { title: '通报乙', approval: 2 }, 'PUBLICATION_NOT_CLEARED'],
    ['no title', {}, 'PUBLICATION_NOT_CLEARED'],
    ['an empty tick as the title', { title: '。' }, 'PUBLICATION_NOT_CLEARED'],
    ['the title', { title: '通报甲' }, 'done'],
    ['no title, and the approval', { approval: 2 }, 'done'],
  ])('%s', (_, more, code) => {
    expect(publish(approved(), '03-02 10:10', 'authoritative', more)).toBe(code);
  });

  it('says what is needed, and takes the text of the approval as the title, which nobody changes', () => {
    const file = approved();
    const command: CaseCommand = { type: 'RecordPublication', form: 'authoritative', place: '本局网站' };
    expect(file.giveBare('03-02 10:10', officer, command).refusal?.message).toContain(
      '已审定的文本是“通报甲”:标题须与所审定的一致',
    );
    expect(publish(file, '03-02 10:11', 'authoritative', { approval: 2 })).toBe('done');
    const act = file.state.publications[0]!;
    expect(act.parts).toContain('title');
    expect(
      give(file, '03-02 10:12', officer, { type: 'CompleteAct', act: act.entry, title: '通报乙' }),
    ).not.toBe('done');
  });
});

describe('why an approval that is there does not let it out', () => {
  const told = (more: Partial<Publish>): string => {
    const file = open({ level: 'orange', when: '03-02 09:00' });
    give(file, '03-02 10:00:20', leader, approve('statementApproved', '通报甲'));
    const command: CaseCommand = { type: 'RecordPublication', form: 'authoritative', place: '本局网站' };
    return file.giveBare('03-02 10:10', officer, { ...command, ...more }).refusal?.message ?? '';
  };

  it.each<[string, Partial<Publish>, string, string]>([
    [
      'the time is before it',
      { title: '通报甲', approval: 2, madeAt: at('03-02 09:58') },
      '“回应口径经局领导审定”是3月2日10时作出的,所填的时间是3月2日9时58分,在审定之前',
      '标题',
    ],
    [
      'within one minute',
      { title: '通报甲', madeAt: at('03-02 10:00') },
      '是3月2日10时20秒作出的,所填的时间是3月2日10时0秒',
      '标题',
    ],
    [
      'the title is another than that of the record that is named',
      { title: '通报乙', approval: 2 },
      '所选的审定记录审定的是“通报甲”,所填的标题是“通报乙”:标题须与之一致,或者不填',
      '时间',
    ],
    ['the title is another', { title: '通报乙' }, '已审定的文本是“通报甲”:标题须与所审定的一致', '时间'],
  ])('%s', (_, more, said, unsaid) => {
    expect(told(more)).toContain(said);
    expect(told(more)).not.toContain(unsaid);
  });
});

describe('an approval that names no text lets out what names it, and nothing else', () => {
  it.each<[string, Partial<Publish>, string]>([
    ['any title', { title: '随便写的标题' }, 'PUBLICATION_NOT_CLEARED'],
    ['no title', {}, 'PUBLICATION_NOT_CLEARED'],
    ['a title, and the approval', { title: '通报甲', approval: 2 }, 'done'],
    ['an interview under it', { form: 'interview', title: '接受采访' }, 'PUBLICATION_NOT_CLEARED'],
  ])('leizhou 办法 第二十七条(一): %s', (_, { form = 'authoritative', ...more }, code) => {
    const file = open({ level: 'orange', when: '03-02 09:00' });
    expect(approveAny(file, '03-02 10:00', leader, 'statementApproved')).toBe('done');
    expect(publish(file, '03-02 10:10', form, more)).toBe(code);
    if (code === 'done') expect(file.state.publications[0]!.approvals).toEqual([2]);
  });

  it('says so', () => {
    const file = open({ level: 'orange', when: '03-02 09:00' });
    approveAny(file, '03-02 10:00', leader, 'statementApproved');
    const command: CaseCommand = { type: 'RecordPublication', form: 'authoritative', title: '通报甲' };
    expect(file.giveBare('03-02 10:10', officer, command).refusal?.message).toContain(
      '有一条审定记录没有写明审定的是哪一份:审定的就是这一份的,请在“审定记录”中选定那一条',
    );
  });

  it('yinzhou E 四(二)1 一般 处置: with the step that is named go those before it, not those after', () => {
    const file = open({ bureau: 'yinzhou', level: 'general', when: '03-02 09:00' });
    approveAny(file, '03-02 10:00', leader, 'deputyReviewed');
    approveAny(file, '03-02 10:01', chief, 'chiefReviewed');
    const form = 'superiorWebsite';
    for (const more of [{}, { approval: 2 }])
      expect(publish(file, '03-02 10:02', form, { title: '甲', ...more })).toBe('PUBLICATION_NOT_CLEARED');
    expect(publish(file, '03-02 10:03', form, { title: '甲', approval: 3 })).toBe('done');
    expect(file.state.publications[0]!.approvals).toEqual([2, 3]);
  });

  it('leizhou 办法 附件1: of a paper, which names none, it is worth nothing', () => {
    const file = open({ level: 'blue', when: '03-02 09:00' });
    approveAny(file, '03-02 10:00', head, 'hotReportChecked');
    expect(give(file, '03-02 10:01', leader, approve('hotReportApproved', '一期'))).toBe(
      'APPROVAL_OUT_OF_ORDER',
    );
  });
});

describe('yinzhou E 四(二)1 一般 处置: both leaders review one text', () => {
  it('the second step is of the text of the first, and so is what is published', () => {
    const file = open({ bureau: 'yinzhou', level: 'general', when: '03-02 09:00' });
    give(file, '03-02 10:00', leader, approve('deputyReviewed', '甲'));
    expect(give(file, '03-02 10:01', chief, approve('chiefReviewed', '乙'))).toBe('APPROVAL_OUT_OF_ORDER');
    expect(give(file, '03-02 10:02', chief, approve('chiefReviewed', '甲'))).toBe('done');
    expect(publish(file, '03-02 10:03', 'superiorWebsite', { title: '丙', approval: 2 })).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    expect(publish(file, '03-02 10:04', 'superiorWebsite', { title: '甲' })).toBe('done');
  });
});

describe('an approval for each publication', () => {
  it('yinzhou E 四(二)1 一般 处置: is not used up by a text that went out past it', () => {
    const file = open({ bureau: 'yinzhou', level: 'general', when: '03-02 09:00' });
    give(file, '03-02 10:00', leader, approve('deputyReviewed', '甲'));
    give(file, '03-02 10:01', chief, approve('chiefReviewed', '甲'));
    const mistake = { title: '丙', happened: { reason: '误发到网站' } };
    expect(publish(file, '03-02 10:02', 'superiorWebsite', mistake)).toBe('done');
    expect(publish(file, '03-02 10:03', 'superiorWebsite', { title: '甲' })).toBe('done');
    expect(publish(file, '03-02 10:04', 'superiorWebsite', { title: '甲' })).toBe('PUBLICATION_NOT_CLEARED');
  });
});

describe('petition D 第六条 ③: a paper that is not published', () => {
  it('is approved under its own words, and stands in the way of no title', () => {
    const file = open({ bureau: 'petition', level: 'major', by: leader, facts: { flags: ['sensitive'] } });
    give(file, '03-02 10:00', officer, { type: 'RecordAction', action: 'consulted' });
    give(file, '03-02 10:01', leader, approve('opinionApproved', '预控处置意见'));
    give(file, '03-02 10:02', leader, { type: 'RecordAction', action: 'handedOver' });
    expect(publish(file, '03-02 10:03', 'online', { title: '反馈稿' })).toBe('PUBLICATION_NOT_CLEARED');
    give(file, '03-02 10:04', chief, approve('feedbackApproved', '反馈稿'));
    expect(publish(file, '03-02 10:05', 'online', { title: '预控处置意见' })).toBe('PUBLICATION_NOT_CLEARED');
    expect(publish(file, '03-02 10:06', 'online', { title: '反馈稿' })).toBe('done');
  });
});

describe('nanning B 四(四) ② 一般: review and approval are of one text', () => {
  it('what was reviewed as 甲 and approved as 乙 goes out as neither', () => {
    const file = open({ bureau: 'nanning', level: 'general', when: '03-02 09:00' });
    give(file, '03-02 10:00', head, approve('onlineReviewed', '甲'));
    give(file, '03-02 10:01', leader, approve('newsLeaderApproved', '乙'));
    give(file, '03-02 10:02', chief, approve('publicationAuthorised'));
    for (const title of ['甲', '乙'])
      expect(publish(file, '03-02 10:03', 'online', { title })).toBe('PUBLICATION_NOT_CLEARED');
    give(file, '03-02 10:04', leader, approve('newsLeaderApproved', '甲'));
    expect(publish(file, '03-02 10:05', 'online', { title: '甲' })).toBe('done');
  });
});

describe('what went out past a gate', () => {
  it.each([
    ['03-02 14:00:00', '发布权威信息未经审定发布(时限'],
    ['03-02 14:00:01', '发布权威信息未经审定发布(已过时限)(时限'],
  ])('leizhou 办法 第二十七条: at %s, due at 14:00, the file says %s', (when, words) => {
    const file = open({ level: 'red', when: '03-02 09:00' });
    expect(
      publish(file, when, 'authoritative', { title: '通报', happened: { reason: '已在网站发布' } }),
    ).toBe('done');
    expect(owed(file, 'publicResponse')).toEqual([[at('03-02 14:00'), 'unapproved']]);
    const said = file.log
      .at(-1)!
      .events.map((event) => labelOf(leizhou, event))
      .join(';');
    expect(said).toContain(words);
  });
});

describe('whom to report to is said by who decided it', () => {
  const decide = (more: object = {}): CaseCommand => ({
    type: 'RecordDecision',
    decision: 'reportUp',
    outcome: '上报市委、市政府',
    ...more,
  });

  it('leizhou 办法 第十七条 ②: the clerk neither ends nor narrows the decision of a leader', () => {
    const file = open({ level: 'orange', when: '03-02 09:00' });
    give(file, '03-02 10:00', chief, decide());
    for (const to of [[], ['zhanjiang']])
      expect(give(file, '03-02 10:05', officer, { type: 'CompleteAct', act: 2, to })).toBe(
        'NOT_YOURS_TO_CONFIRM',
      );
    expect(file.duty('reportUpDecided')?.status).toBe('open');
    expect(give(file, '03-02 10:06', chief, { type: 'CompleteAct', act: 2, to: ['zhanjiang'] })).toBe('done');
    expect(give(file, '03-02 10:07', chief, { type: 'CompleteAct', act: 2, to: [] })).not.toBe('done');
  });

  it('leizhou: 不上报 that was entered for a leader ends nothing before he has confirmed it, and bars 结报', () => {
    const file = open({ level: 'orange', when: '03-02 09:00' });
    give(file, '03-02 10:00', chief, decide({ to: ['zhanjiang'] }));
    const onBehalf = { person: chief.id, channel: '电话', at: at('03-02 10:20') };
    expect(give(file, '03-02 10:30', officer, decide({ outcome: '不上报', to: [], onBehalf }))).toBe('done');
    const act = file.log.length;
    expect(file.duty('reportUpDecided')?.status).toBe('open');
    expect(Object.values(file.state.pendingNotices).map(({ template }) => template)).toContain('confirm');
    give(file, '03-02 11:00', chief, { type: 'DeclareCalm', reason: '已经平息' });
    expect(give(file, '03-02 11:01', head, { type: 'Conclude', summary: '舆情已经处置完毕' })).toBe(
      'ACTS_UNCONFIRMED',
    );
    expect(give(file, '03-02 11:02', chief, { type: 'ConfirmAct', act, agree: true })).toBe('done');
    expect(file.duty('reportUpDecided')?.status).not.toBe('open');
  });

  it('yinzhou E 四(二)3 上报: 局办公室视情 decides; a leader’s wish is a 批示', () => {
    const file = open({ bureau: 'yinzhou', level: 'major', when: '03-02 09:00' });
    const up = decide({ to: ['municipalBureau'] });
    expect(give(file, '03-02 09:10', leader, up)).toBe('ROLE_NOT_ALLOWED');
    expect(give(file, '03-02 09:11', person('officeHead'), up)).toBe('done');
  });
});
