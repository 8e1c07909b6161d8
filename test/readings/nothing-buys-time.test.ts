import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import { at, head, leader, officer, system } from '../support/case-file.ts';
import { assigned, confirm, correct, give, item, open, owed, person } from './given.ts';

const flag = (add: string[], remove: string[] = []): CaseCommand => ({
  type: 'SetFlags',
  add,
  remove,
  reason: '研判',
});
const overlay = (id: string): CaseCommand => ({ type: 'ApplyOverlay', flag: id, reason: '特护期开始' });
const rate = (level: string): CaseCommand => ({
  type: 'RateCase',
  scale: 'sensitivity',
  level,
  reason: '研判',
});
const source = (kind: string, receivedAt: string): CaseCommand => ({
  type: 'AddSource',
  source: { kind, receivedAt: at(receivedAt), reference: '9号' },
});

describe('leizhou 附件2 五(三)橙 48h: a 特护期 that is declared later', () => {
  /** Answered by a briefing, which 橙 lets and a 特护期 does not. */
  const answered = () => {
    const file = open({ level: 'orange', when: '03-01 09:00', instants: { occurredAt: '03-01 08:00' } });
    give(file, '03-02 09:00', leader, { type: 'RecordAction', action: 'statementApproved' });
    expect(give(file, '03-02 10:00', head, { type: 'RecordPublication', form: 'briefing' })).toBe('done');
    return file;
  };
  it('breaks nothing that was met in time, set by hand or by the period itself', () => {
    for (const [who, command] of [
      [officer, flag(['specialPeriod'])],
      [system, overlay('specialPeriod')],
    ] as const) {
      const file = answered();
      expect(give(file, '03-05 09:00', who, command)).toBe('done');
      expect(owed(file, 'publicResponse')).toEqual([[at('03-03 08:00'), 'fulfilled']]);
    }
  });

  it('asks for its form of what is still owed, by the same instant', () => {
    const file = open({ level: 'orange', when: '03-01 09:00', instants: { occurredAt: '03-01 08:00' } });
    give(file, '03-01 10:00', officer, flag(['specialPeriod']));
    expect(owed(file, 'publicResponse')).toEqual([[at('03-03 08:00'), 'open']]);
    give(file, '03-02 09:00', leader, { type: 'RecordAction', action: 'statementApproved' });
    give(file, '03-02 10:00', head, { type: 'RecordPublication', form: 'briefing' });
    expect(owed(file, 'publicResponse')[0]?.[1]).toBe('open');
  });
});

describe('leizhou 办法 第二十二条(二)橙+ 电话: sources that are added', () => {
  const orange = () =>
    open({
      level: 'orange',
      when: '03-02 10:30',
      instants: { occurredAt: '03-02 08:00' },
      sources: [assigned('03-02 10:00', '1号')],
    });
  it.each([
    ['a later 交办', { ...source('zhanjiang-assigned', '03-02 11:00') }],
    ['the same again, later', { type: 'AddSource', source: assigned('03-02 11:00', '1号') }],
    ['a 提示', source('zhanjiang-prompted', '03-02 11:00')],
    ['市委', source('city-prompted', '03-02 11:00')],
    ['an item with a later publication', item('b', 'orange', { publishedAt: '03-02 11:00' })],
    ['an instruction', { type: 'RecordInstruction', from: 'superior', text: '速办' }],
  ] as [string, CaseCommand][])('%s moves no running limit', (_, command) => {
    const file = orange();
    const before = ['zhanjiangTelephone', 'zhanjiangWritten', 'publicResponse', 'dailyReport'].map(
      (duty) => owed(file, duty)[0],
    );
    expect(give(file, '03-02 11:10', command.type === 'AttachItem' ? system : officer, command)).toBe('done');
    expect(
      ['zhanjiangTelephone', 'zhanjiangWritten', 'publicResponse', 'dailyReport'].map(
        (duty) => owed(file, duty)[0],
      ),
    ).toEqual(before);
  });
});

describe('leizhou 办法 第二十三条(二)②: an earlier beginning puts no day off', () => {
  const daily = () => open({ level: 'orange', when: '03-02 10:00', instants: { detectedAt: '03-02 10:00' } });
  it.each([
    ['03-02 11:00', '03-02 09:00', '03-03 09:00'],
    // The first day has begun to be owed: a time of the day before would put the next ones off.
    ['03-03 10:00:00', '03-01 12:00', '03-03 10:00'],
    ['03-03 09:59:59', '03-01 12:00', '03-02 12:00'],
  ])('a publication that is found at %s to have been at %s', (when, publishedAt, due) => {
    const file = daily();
    give(file, when, system, item('b', 'orange', { publishedAt }));
    expect(file.due('dailyReport')).toBe(at(due));
  });

  it('爆发 is named earlier by anybody, but put off only by who may grant time', () => {
    const file = daily();
    expect(give(file, '03-03 12:00', officer, correct('outbreakAt', '03-01 12:00'))).toBe('ROLE_NOT_ALLOWED');
    expect(give(file, '03-03 12:00', head, correct('outbreakAt', '03-01 12:00'))).toBe('done');
    expect(give(daily(), '03-02 12:00', officer, correct('outbreakAt', '03-02 09:00'))).toBe('done');
  });
});

describe('leizhou 办法 第十三条: a flag that carries a limit away', () => {
  it('is taken off by who may grant time, not by the clerk', () => {
    const file = open({ level: 'blue', facts: { flags: ['externalEmergency'] } });
    expect(give(file, '03-02 10:11', officer, flag([], ['externalEmergency']))).toBe('ROLE_NOT_ALLOWED');
    expect(give(file, '03-02 10:12', leader, flag([], ['externalEmergency']))).toBe('done');
  });
});

describe('nanning B 五(二) ② 4h: a rating that is given later', () => {
  const major = () =>
    open({ bureau: 'nanning', level: 'major', when: '03-02 09:00', instants: { detectedAt: '03-02 09:00' } });

  it('graver: two hours from 发现, and what had passed at the raise was nobody’s fault', () => {
    const file = major();
    expect(owed(file, 'reportImportant')).toEqual([[at('03-02 13:00'), 'open']]);
    expect(give(file, '03-02 10:00', head, rate('grave'))).toBe('done');
    expect(owed(file, 'reportGrave')).toEqual([[at('03-02 11:00'), 'open']]);
    const late = major();
    give(late, '03-02 11:00:01', head, rate('grave'));
    expect(late.duty('reportGrave')?.foundLate?.how).toBe('raise');
  });

  it('graver after the report was made in time: it stays in time', () => {
    const file = major();
    give(file, '03-02 12:00', officer, {
      type: 'FileReport',
      kind: 'report',
      form: 'telephone',
      to: ['superior'],
    });
    expect(owed(file, 'reportImportant')[0]?.[1]).toBe('fulfilled');
    give(file, '03-02 15:00', head, rate('grave'));
    expect(owed(file, 'reportGrave').map(([, outcome]) => outcome)).toEqual(['fulfilled']);
  });

  it('lighter: only by whom the regulation lets take a limit away', () => {
    const file = major();
    give(file, '03-02 10:00', head, rate('grave'));
    expect(give(file, '03-02 10:10', head, rate('important'))).toBe('ROLE_NOT_ALLOWED');
    expect(owed(file, 'reportGrave')).toEqual([[at('03-02 11:00'), 'open']]);
  });

  it.each(['detectedAt', 'knownAt'])('%s later is for who may grant time and did not enter it', (instant) => {
    const file = open({
      bureau: 'nanning',
      level: 'general',
      when: '03-02 09:30',
      instants: { detectedAt: '03-02 09:00' },
      facts: { flags: ['netizenPost'] },
    });
    const duty = 'firstReply';
    expect(owed(file, duty)).toEqual([[at('03-02 12:00'), 'open']]);
    expect(give(file, '03-02 09:40', officer, correct(instant, '03-02 09:30'))).toBe('ROLE_NOT_ALLOWED');
    expect(give(file, '03-02 09:40', officer, correct(instant, '03-02 08:59'))).toBe('done');
    expect(owed(file, duty)[0]![0]! <= at('03-02 12:00')).toBe(true);
    expect(give(file, '03-02 09:41', head, correct(instant, '03-02 09:30'))).toBe('done');
  });
});

describe('petition D 第四条(三) 重大 30min: what is added to a 重大 matter', () => {
  const major = () =>
    open({
      bureau: 'petition',
      level: 'major',
      by: leader,
      when: '03-02 09:05',
      instants: { detectedAt: '03-02 09:00' },
    });
  it('moves the thirty minutes only by who may grant time', () => {
    const file = major();
    expect(give(file, '03-02 09:10', officer, correct('detectedAt', '03-02 09:05'))).toBe('ROLE_NOT_ALLOWED');
    give(file, '03-02 09:10', system, item('b', 'major', { publishedAt: '03-02 09:08' }));
    expect(owed(file, 'notifyUnits')).toEqual([[at('03-02 09:30'), 'open']]);
  });
  it('a flag set after the notice was given leaves it given', () => {
    const file = major();
    give(file, '03-02 09:20', officer, {
      type: 'FileReport',
      kind: 'circular',
      form: 'telephone',
      to: ['sections', 'affiliates'],
    });
    give(file, '03-02 10:00', officer, flag(['noAffiliate']));
    expect(owed(file, 'notifyUnits')).toEqual([[at('03-02 09:30'), 'fulfilled']]);
    give(file, '03-02 10:01', officer, flag([], ['noAffiliate']));
    expect(owed(file, 'notifyUnits')).toEqual([[at('03-02 09:30'), 'fulfilled']]);
  });
});

describe('yinzhou E 四(二)3 口头15min: what is added to a 重大 matter', () => {
  it('moves neither the fifteen minutes nor the written report that counts from them', () => {
    const file = open({
      bureau: 'yinzhou',
      level: 'major',
      when: '03-02 09:02',
      instants: { detectedAt: '03-02 09:00' },
    });
    give(file, '03-02 09:03', leader, confirm('major'));
    const before = ['oralReport', 'writtenReport'].map((duty) => owed(file, duty));
    give(file, '03-02 09:04', system, item('b', 'major', { publishedAt: '03-02 09:03' }));
    give(file, '03-02 09:05', officer, source('cyberspace-prompted', '03-02 09:04'));
    expect(['oralReport', 'writtenReport'].map((duty) => owed(file, duty))).toEqual(before);
    give(file, '03-02 09:06', system, item('c', 'major', { publishedAt: '03-02 08:50' }));
    expect(owed(file, 'oralReport')).toEqual([[at('03-02 09:05'), 'open']]);
  });
});

describe('hohhot C 反馈 12–24h: what is added to a prompted matter', () => {
  it('moves the hours of the prompt neither way', () => {
    const by = person('commandGroup');
    const file = open({
      bureau: 'hohhot',
      level: 'medium',
      by,
      when: '03-02 09:00',
      sources: [{ kind: 'cac-prompted', receivedAt: at('03-02 09:00'), reference: '1号' }],
    });
    give(file, '03-02 10:00', by, flag(['districtWide']));
    give(file, '03-02 11:00', system, item('b', 'medium', { publishedAt: '03-02 08:00' }));
    give(file, '03-02 12:00', by, {
      type: 'AddSource',
      source: { kind: 'cac-prompted', receivedAt: at('03-02 11:50'), reference: '1号' },
    });
    expect(owed(file, 'feedback')).toEqual([[at('03-03 09:00'), 'open']]);
  });
});
