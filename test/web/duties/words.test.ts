import { describe, expect, it } from 'vitest';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { newAmong, newsText, passedText } from '../../../web/model/duties/news.ts';
import { keyOf } from '../../../web/model/duties/task.ts';
import {
  awaitedWords,
  confirmWords,
  ownersOf,
  upLine,
  waitedText,
  whatOf,
} from '../../../web/model/duties/words.ts';
import { spoken } from '../../../web/model/spoken.ts';
import { at, taskMade, told } from './made-task.ts';

const now = at('03T01:08:00');
const here = now;
const to = (id: string, name: string) => ({
  stage: 'overdue' as const,
  stageText: '逾期督办',
  at: told('03T01:15:00'),
  to: { id, name },
});

describe('what a row says beside its time', () => {
  it('of what is overdue: whom the clock tells next, and when', () => {
    const late = taskMade({ due: told('03T00:45:00'), overdue: true });
    expect(upLine({ ...late, next: to('officeHead', '局办公室负责人') }, here)).toBe('01:15报局办公室负责人');
    expect(upLine({ ...late, next: to('dutyOfficer', '局办公室值班员(舆情管理人员)') }, here)).toBe(
      '01:15再提醒',
    );
    expect(upLine(late, here)).toBe('');
  });

  it('of what still has time: nothing', () => {
    const task = taskMade({ due: told('03T01:50:00'), next: to('officeHead', '局办公室负责人') });
    expect(upLine(task, here)).toBe('');
    expect(upLine(task, at('03T01:50:01'))).toBe('01:15报局办公室负责人');
  });

  it('of what has climbed: what it is, and who has not done it', () => {
    const text = '股室舆情联络员尚未办理:每日书面报告,请督促';
    const whose = { name: '每日书面报告', responsible: { id: 'unitLiaison', name: '股室舆情联络员' } };
    const task = taskMade({ ...whose, kind: 'climbed', text, due: told('03T00:45:00'), overdue: true });
    expect(whatOf(task)).toEqual({ name: '每日书面报告', by: '股室舆情联络员' });
    expect(upLine(task, here)).toBe('升到你：股室舆情联络员未办');
    // As a device may have kept it from before.
    const { name: _, responsible: __, ...kept } = task;
    expect(whatOf(kept as TaskReply)).toEqual({ name: spoken(text), by: null });
  });

  it('says whose a duty is', () => {
    const food = { id: 'food', name: '食品安全监管股' };
    expect(ownersOf(taskMade({ posts: [{ id: 'unitLiaison', name: '股室舆情联络员', unit: food }] }))).toBe(
      '食品安全监管股舆情联络员',
    );
    expect(ownersOf(taskMade({ people: ['张三'], posts: [] }))).toBe('张三');
  });
});

describe('what waits for a word', () => {
  const command = (type: string) => [{ type, carries: {} }];
  it.each([
    [
      '请确认以你名义代录的事项:回应口径经局领导审定“情况通报”(案卷日志第3条,值班员甲录入)',
      'ConfirmAct relayed',
      '代录',
      '以你名义代录的事项：回应口径经局领导审定“情况通报”（案卷日志第3条，值班员甲录入）',
      '确认',
    ],
    [
      '请核实时限过后补录的“电话报告湛江市局”(案卷日志第9条)',
      'ConfirmAct lateEntry',
      '逾期补录',
      '时限过后补录的“电话报告湛江市局”（案卷日志第9条）',
      '核实',
    ],
    [
      '请会签市委宣传部的意见(案卷日志第3条)',
      'ConfirmAct countersign',
      '会签',
      '市委宣传部的意见（案卷日志第3条）',
      '会签',
    ],
    [
      '请核实:案卷日志第3条的办理时间早于案卷最早时点',
      'ConfirmAct doubtful',
      '办理时间存疑',
      '案卷日志第3条的办理时间早于案卷最早时点',
      '核实',
    ],
    [
      '值班员乙申请降为黄,请审批:影响已消除',
      'ApproveLevelChange',
      '降级',
      '值班员乙申请降为黄，请审批：影响已消除',
      '审核',
    ],
    [
      '值班员乙拟定级为黄,请审批:影响小',
      'ApproveLevelChange proposed',
      '定级',
      '值班员乙拟定级为黄，请审批：影响小',
      '审核',
    ],
    [
      '值班员乙提出结报(有未办事项或误立),请审批:已办结',
      'ApproveConclusion',
      '结报',
      '值班员乙提出结报（有未办事项或误立），请审批：已办结',
      '审核',
    ],
    [
      '值班员乙录入收文机关同意免报“续报”,请确认:已当面说明',
      'ConfirmRelease',
      '免报',
      '值班员乙录入收文机关同意免报“续报”，请确认：已当面说明',
      '确认',
    ],
    [
      '值班员乙报请启动应急预案,请审批:影响较大',
      'StartPlan',
      '应急预案',
      '值班员乙报请启动应急预案，请审批：影响较大',
      '启动预案',
    ],
    [
      '已宣布平息,应急预案尚在执行,请宣布应急结束',
      'EndPlan',
      '应急预案',
      '已宣布平息，应急预案尚在执行，请宣布应急结束',
      '结束预案',
    ],
    ['请确认“续报”继续暂缓或恢复办理', 'HoldDuty', '暂缓', '“续报”继续暂缓或恢复办理', '确认'],
  ])('%s', (text, of, label, what, verb) => {
    const [type, more] = of.split(' ');
    const task = taskMade({
      ...{ kind: 'confirm', text, commands: command(type!), levelProposed: more === 'proposed' },
      ...(type === 'ConfirmAct' && { entryKind: more as NonNullable<TaskReply['entryKind']> }),
    });
    expect(confirmWords(task)).toEqual({ label, what, verb });
  });

  it.each([
    [
      '请办理“回应口径经局领导审定”;此后才能办理“发布权威信息”、“举行新闻发布会”',
      {
        label: '审定',
        what: '回应口径',
        verb: '审定',
        after: '审定后才能办理“发布权威信息”、“举行新闻发布会”',
      },
    ],
    [
      '请办理“局分管领导审核口径”(文本:“情况(二)通报”);此后才能办理“按口径应对”',
      {
        label: '审核',
        what: '口径（文本：“情况（二）通报”）',
        verb: '审核',
        after: '审核后才能办理“按口径应对”',
      },
    ],
    ['请办理“采访经批准”', { label: '批准', what: '采访', verb: '批准' }],
    ['请办理“热点舆情报告审定”', { label: '审定', what: '“热点舆情报告审定”', verb: '审定' }],
    [
      '请办理“单位主要负责人签署意见”;此后才能办理“答复”',
      { label: '审定', what: '“单位主要负责人签署意见”', verb: '办理', after: '此后才能办理“答复”' },
    ],
  ])('a step of the reader’s own: %s', (text, said) =>
    expect(confirmWords(taskMade({ kind: 'confirm', text, commands: command('RecordAction') }))).toEqual(
      said,
    ),
  );

  it('a draft of an order', () => {
    const task = taskMade({ kind: 'sign', text: '签发督办通知(食品安全监管股)' });
    expect(confirmWords(task)).toEqual({ label: '督办草稿', what: '致食品安全监管股', verb: '核签' });
  });

  it('a case that the unit has to sign for', () => {
    const task = taskMade({ kind: 'acknowledge', text: '请签收案卷', commands: command('Acknowledge') });
    expect(confirmWords(task)).toEqual({ label: '签收', what: '案卷', verb: '签收' });
  });

  it('says how long it waits, and of the reader’s own whose word it needs', () => {
    const task = taskMade({
      kind: 'confirm',
      since: told('03T00:37:00'),
      text: '请核实时限过后补录的“续报”',
    });
    expect(waitedText(task, now)).toBe('已等31分');
    expect(waitedText({ ...task, since: null }, now)).toBe('');
    const [post] = task.posts;
    const own = { ...task, text: '时限过后补录的“续报”待核实(案卷日志第9条)' };
    expect(awaitedWords(own, now)).toEqual({
      what: '时限过后补录的“续报”待核实（案卷日志第9条）',
      from: '局办公室值班员，已等31分',
    });
    const posts = ['甲', '乙', '丙'].map((name) => ({ ...post!, id: name, name }));
    expect(awaitedWords({ ...own, posts }, now).from).toBe('甲、乙等，已等31分');
  });
});

describe('what is told aloud', () => {
  const task = taskMade({ due: told('03T01:50:00') });
  it('tells one new thing in full, several by their number', () => {
    expect(newsText([task], here)).toBe(
      '新待办：电话报告湛江市局，0007某食品厂问题产品流入周边市场，01:50前',
    );
    expect(newsText([task, task], here)).toBe('有2件新待办');
    expect(newsText([], here)).toBe('');
  });
  it('what was there before is not new, though its words have changed', () => {
    const known = new Set([keyOf(task)]);
    expect(newAmong([{ ...task, overdue: true, next: null }], known)).toEqual([]);
    expect(newAmong([{ ...task, occurrence: '2' }], known)).toHaveLength(1);
    expect(newAmong([{ ...task, kind: 'climbed' }], known)).toHaveLength(1);
  });
  it.each([
    ['03T01:34:58', '03T01:34:59', ''],
    ['03T01:34:59', '03T01:35:00', '0007电话报告湛江市局剩15分'],
    ['03T01:35:00', '03T01:35:01', ''],
    ['03T01:49:59', '03T01:50:00', ''],
    ['03T01:50:00', '03T01:50:01', '0007电话报告湛江市局已逾期'],
    ['03T01:50:01', '03T01:50:02', ''],
    // The device has slept past both instants.
    ['03T01:30:00', '03T02:30:00', '0007电话报告湛江市局已逾期'],
    // A hidden page's timers come late: what is left by then is said.
    ['03T01:34:00', '03T01:47:00', '0007电话报告湛江市局剩3分'],
  ])('from %s to %s', (before, after, said) => {
    expect(passedText([task], at(before), at(after))).toBe(said);
  });
});
