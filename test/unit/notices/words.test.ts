import { describe, expect, it } from 'vitest';
import { partOf } from '../../../shared/notices/words.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { withSettings } from '../../../shared/regulations/settings.ts';
import { assigned, type File, give, open, person, pushed } from '../../readings/given.ts';
import { at, group, officer } from '../../support/case-file.ts';
import { noticeOf, textOf } from './texts.ts';

const { leizhou, nanning, hohhot, petition, yinzhou } = regulations as Record<
  string,
  NonNullable<(typeof regulations)[string]>
>;
const received = { sources: [assigned('03-02 10:00', '1号')] };
const texts = (regulation = leizhou!, file: File, now = '03-02 10:00') => ({
  of: (template: string, changes: Parameters<typeof noticeOf>[1] = {}, reachedRole?: string): string =>
    textOf(regulation, file.state, noticeOf(template, changes), {
      now: at(now),
      ...(reachedRole === undefined ? {} : { reachedRole }),
    }),
});

describe('what opens a case', () => {
  it('names the limit that comes first, its duty and its clause', () => {
    const file = open({ level: 'orange', by: officer, ...received });
    expect(texts(leizhou, file).of('opened')).toBe(
      '【雷州市监】LZ2026-0001(橙)新立案,请签收;3月2日13时前须电话报告湛江市局(办法第22条(二))。',
    );
  });

  it('on 初判 asks for 定级, and says that the limit is 暂定', () => {
    const file = pushed({ proposed: 'orange', ...received });
    expect(texts(leizhou, file).of('opened')).toBe(
      '【雷州市监】LZ2026-0001(初判橙)新立案,请签收并定级;最早时限暂定3月2日13时:电话报告湛江市局(办法第22条(二))。',
    );
  });

  it('names a limit that is still to come', () => {
    const file = open({ level: 'orange', by: officer, ...received });
    expect(texts(leizhou, file, '03-02 13:00').of('opened')).toContain('3月2日22时前须书面报告湛江市局');
  });

  it('without a limit in numbers says what is to be done first', () => {
    const graded = open({ bureau: 'petition', level: 'larger', by: officer, facts: { unit: undefined } });
    expect(texts(petition, graded).of('opened')).toBe(
      '【区信访局】XF2026-0001(较大)新立案,请签收并确定应对科室(制度第4条(一))。'.replace('XF', 'LZ'),
    );
    const proposed = pushed({ bureau: 'hohhot', proposed: 'major' });
    expect(texts(hohhot, proposed).of('opened', { role: 'commandGroup' })).toContain('新立案,请签收并');
  });
});

describe('转办 and 预警', () => {
  it('a unit reads 你股, 你科 or 你单位 by its own name, and its own limit', () => {
    const file = open({ level: 'orange', by: officer, ...received });
    const told = texts(leizhou, file);
    expect(told.of('assigned', { role: 'unitLiaison', unit: 'food' })).toBe(
      '【雷州市监】LZ2026-0001(橙)已转你股办理,请签收;3月3日10时前报送每日书面报告(办法第23条(二))。',
    );
    const home = open({ bureau: 'yinzhou', level: 'general', by: officer });
    expect(texts(yinzhou, home).of('assigned', { role: 'unitLiaison', unit: 'welfareHome' })).toContain(
      '已转你单位办理,请签收并',
    );
  });

  it('a warning names the first limit and where to read on', () => {
    const file = open({ level: 'orange', by: officer, ...received });
    expect(
      texts(leizhou, file).of('warning', { role: 'unitLiaison', unit: 'food', duty: 'warnUnits' }),
    ).toMatch(/舆情预警,最早时限3月3日10时:报送每日书面报告.*,请查阅研判和建议。$/);
    expect(texts(leizhou, file).of('warning', { role: 'chiefLeader', duty: 'reportLeaders' })).toMatch(
      /舆情预警,最早时限3月2日13时:局办公室值班员电话报告湛江市局.*,请查阅详情。$/,
    );
    expect(texts(leizhou, file).of('bareWarning', { role: 'chiefLeader', duty: 'reportLeaders' })).toContain(
      '已立案,预警待核发;最早时限3月2日13时',
    );
  });
});

describe('a duty', () => {
  const file = open({ level: 'orange', by: officer, ...received });
  const phone = { duty: 'zhanjiangTelephone', due: at('03-02 13:00') };

  it('when its limit begins, and before it ends', () => {
    expect(texts(leizhou, file).of('begins', phone)).toBe(
      '【雷州市监】LZ2026-0001(橙)3月2日13时前须电话报告湛江市局(办法第22条(二))。',
    );
    expect(texts(leizhou, file, '03-02 12:00').of('remind', phone)).toContain('(办法第22条(二)),尚余1小时。');
  });

  it('of a series, while the one before is overdue, tells of the next too', () => {
    const file = open({ level: 'orange', by: officer, ...received });
    const daily = {
      duty: 'dailyReport',
      occurrence: '1.1',
      due: at('03-03 10:00'),
      role: 'unitLiaison',
      unit: 'food',
    };
    expect(texts(leizhou, file, '03-03 11:00').of('overdue', daily)).toContain(
      '报送每日书面报告已逾期1小时(时限3月3日10时),下一期3月4日10时前,请立即办理。',
    );
  });

  it('that somebody else owes is told with who that is', () => {
    const file = open({ level: 'orange', by: officer, ...received });
    expect(
      texts(leizhou, file).of('warning', { role: 'unitHead', unit: 'food', duty: 'warnUnits' }),
    ).not.toContain('食品安全监管股报送');
    expect(texts(leizhou, file).of('warning', { role: 'chiefLeader', duty: 'reportLeaders' })).toContain(
      '最早时限3月2日13时:局办公室值班员电话报告湛江市局',
    );
  });

  it('told when it has passed already, that it has', () => {
    for (const template of ['begins', 'remind'])
      expect(texts(leizhou, file, '03-02 13:00').of(template, phone)).toBe(
        '【雷州市监】LZ2026-0001(橙)3月2日13时的时限已到,未电话报告湛江市局(办法第22条(二)),请立即办理并报告原因。',
      );
  });

  it('that is overdue, by how much: to whoever has to do it, and to those above', () => {
    const told = texts(leizhou, file, '03-02 15:00');
    expect(told.of('overdue', phone)).toContain(
      '电话报告湛江市局(办法第22条(二))已逾期2小时(时限3月2日13时),请立即办理',
    );
    expect(told.of('overdueAbove', phone)).toMatch(
      /逾期2小时未电话报告湛江市局\(办法第22条\(二\)\),请督促。$/,
    );
    expect(told.of('overdueAbove', { ...phone, variables: { lag: '3小时' } })).toContain('逾期3小时未');
  });

  it('that is 立即, and how often it was said', () => {
    const meeting = { duty: 'emergencyMeeting', variables: { times: '2' } };
    const told = texts(leizhou, file);
    expect(told.of('atOnce', meeting)).toContain('请立即召开紧急会议(办法第24条)。');
    expect(told.of('chase', meeting)).toContain('催办:请立即召开紧急会议(办法第24条)。');
    expect(told.of('chaseAbove', meeting)).toMatch(/尚未召开紧急会议\(办法第24条\),已催办2次,请督促。$/);
  });

  it('has a limit only where there is one: 立即 began at an instant, and ends at none', () => {
    const now = at('03-02 10:00');
    const meeting = noticeOf('atOnce', { duty: 'emergencyMeeting', due: now });
    expect(partOf(leizhou!, file.state, meeting, { now })).not.toHaveProperty('due');
    expect(partOf(leizhou!, file.state, noticeOf('begins', phone), { now })).toMatchObject({
      duty: 'zhanjiangTelephone',
      due: phone.due,
    });
  });

  it('of a unit that has the case is told above by the unit, else by the post', () => {
    const told = texts(leizhou, file);
    expect(told.of('chaseAbove', { duty: 'unitResponse' })).toContain(
      '食品安全监管股尚未向局主要负责人报告初步处置情况',
    );
    const alone = open({ level: 'orange', by: officer, facts: { unit: undefined } });
    expect(texts(leizhou, alone).of('chaseAbove', { duty: 'unitResponse' })).toContain('股室舆情联络员尚未');
  });

  it('on 初判 alone nobody is asked to report outside', () => {
    const proposed = pushed({ proposed: 'orange', ...received });
    expect(texts(leizhou, proposed).of('begins', phone)).toContain(
      '请先定级,定级后须电话报告湛江市局(办法第22条(二)),时限暂定3月2日13时。',
    );
  });

  it('a limit that the office took from elsewhere is 参照', () => {
    const prompted = open({
      level: 'orange',
      by: officer,
      sources: [{ kind: 'zhanjiang-prompted', receivedAt: at('03-02 10:00') }],
    });
    expect(texts(leizhou, prompted).of('begins', phone)).toContain('电话报告湛江市局(参照办法第22条(二))。');
  });

  it("the office's own target is no limit of the law", () => {
    const proposed = pushed({ proposed: 'orange' });
    expect(texts(leizhou, proposed).of('remind', { duty: 'confirmGrade', due: at('03-02 10:30') })).toContain(
      '确定警示级别(本局目标)',
    );
  });

  it('who is late is told without what explains the post', () => {
    const variables = { person: '局办公室值班员(舆情管理人员)', lag: '2小时' };
    expect(texts(leizhou, file, '03-02 15:00').of('overdueAbove', { ...phone, variables })).toContain(
      '局办公室值班员逾期2小时未电话报告湛江市局',
    );
  });

  it('says the words of its own duty where its name is no phrase: never 立即第一时间', () => {
    expect(texts(leizhou, file).of('atOnce', { duty: 'planVerification' })).toContain('请立即调查核实(');
    const major = open({ bureau: 'hohhot', level: 'major', by: person('commandGroup') });
    const told = texts(hohhot, major);
    expect(told.of('atOnce', { duty: 'watch' })).toContain('请立即开展监看(');
    expect(told.of('atOnce', { duty: 'respond' })).toContain('请立即开展应对处置(');
    expect(told.of('atOnce', { duty: 'reportUp' })).toContain('请立即上报舆情信息(');
  });
});

describe('why somebody else is told', () => {
  const file = open({ level: 'orange', by: officer });

  it('no unit has the case yet', () => {
    expect(
      texts(leizhou, file).of('atOnce', { role: 'unitHead', duty: 'emergencyMeeting' }, 'officeHead'),
    ).toContain('(办法第24条)(尚未转办,暂由你处理)。');
  });

  it('nobody holds the post', () => {
    const told = texts(leizhou, file);
    const notice = { role: 'unitLiaison', unit: 'food', duty: 'emergencyMeeting' };
    expect(told.of('chase', notice, 'unitHead')).toContain('(股室舆情联络员无人可通知,改发上一级)。');
    expect(told.of('chase', notice, 'unitLiaison')).not.toContain('改发');
  });
});

describe('what becomes of the case', () => {
  it('平息: what is owed from now on, and when first', () => {
    const file = open({ level: 'orange', by: officer, ...received });
    expect(give(file, '03-03 12:00', group, { type: 'DeclareCalm', reason: '热度归零' })).toBe('done');
    expect(texts(leizhou, file, '03-03 12:00').of('calmed', { role: 'unitLiaison' })).toMatch(
      /已宣布平息,此后须报送每周书面续报\(办法第23条\(二\)\),首次3月10日(12|24)时前。$/,
    );
    const home = open({ bureau: 'yinzhou', level: 'general', by: officer });
    expect(texts(yinzhou, home).of('calmed')).toContain('已处置完毕,请登录查看后续事项。');
    const online = open({ bureau: 'nanning', level: 'general', by: officer });
    expect(texts(nanning, online).of('calmed')).toContain('已宣布平息,请登录查看后续事项。');
  });

  it('再起: when the first daily report is due', () => {
    const file = open({ level: 'orange', by: officer, ...received });
    expect(texts(leizhou, file).of('rekindled')).toContain(
      '舆情反复,3月3日10时前食品安全监管股须报送每日书面报告;是否再次回应请研判。',
    );
    const online = open({ bureau: 'nanning', level: 'general', by: officer });
    expect(texts(nanning, online).of('rekindled')).toContain('舆情反复,请登录研判应对。');
  });

  it('a lowered level: from which to which, and the limit that holds now', () => {
    const file = open({ level: 'orange', by: officer, ...received });
    const variables = { from: '红', level: '橙' };
    expect(texts(leizhou, file).of('levelLowered', { variables })).toContain(
      'LZ2026-0001(橙)级别由红调为橙,现行时限:3月2日13时前电话报告湛江市局(办法第22条(二))。',
    );
    const larger = open({ bureau: 'petition', level: 'larger', by: officer, facts: { unit: undefined } });
    expect(
      texts(petition, larger).of('levelLowered', { variables: { from: '重大', level: '较大' } }),
    ).toContain('级别由重大调为较大,现无具体时限,请登录查看应办事项。');
  });
});

describe('what a bureau switches on', () => {
  const file = open({ level: 'orange', by: officer, ...received });
  const meeting = noticeOf('atOnce', { duty: 'emergencyMeeting' });

  it('by default neither title nor address', () => {
    const { variables } = partOf(leizhou!, file.state, meeting, { now: at('03-02 10:00') });
    expect(variables).toMatchObject({ subject: '', link: '' });
  });

  it('the title, cut, and the address before the number', () => {
    const on = withSettings(leizhou!, { smsSubject: true, smsLink: 'https://yq.example.gov.cn/' });
    const { subject, link } = partOf(on, file.state, meeting, { now: at('03-02 10:00') }).variables;
    expect(subject).toBe('“某超市食品问题”');
    expect(link).toBe('详见https://yq.example.gov.cn/LZ2026-0001');
    const long = { ...file.state, title: '某'.repeat(40) };
    expect(partOf(on, long, meeting, { now: at('03-02 10:00') }).variables.subject).toHaveLength(20);
  });
});
