import { describe, expect, it } from 'vitest';
import { compose, ownPart } from '../../../shared/notices/compose.ts';
import type { Part } from '../../../shared/notices/words.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at } from '../../support/case-file.ts';

const CASE = 'LZ2026-0001';
const part = (template: string, changes: Partial<Part> & { words?: Record<string, string> } = {}): Part => {
  const { words = {}, ...rest } = changes;
  const caseId = rest.caseId ?? CASE;
  return { caseId, template, variables: { case: caseId, level: '橙', ...words }, ...rest };
};
const limit = (duty: string, due: string, spoken: string, caseId = CASE): Part =>
  part('begins', { caseId, duty, due: at(due), words: { duty, due: spoken, clause: '(办法第22条(二))' } });
const phone = limit('电话报告湛江市局', '03-02 13:00', '3月2日13时');
const written = limit('书面报告湛江市局', '03-02 22:00', '3月2日22时');
const meeting = part('atOnce', { duty: 'meeting', words: { duty: '召开紧急会议', clause: '(办法第24条)' } });
const opened = part('opened', {
  duty: phone.duty!,
  due: phone.due!,
  words: { duty: '电话报告湛江市局', due: '3月2日13时', clause: '(办法第22条(二))' },
});
const textOf = (...parts: Part[]): string => compose(leizhou, parts).text;

describe('one text for what one person is told at once', () => {
  it('of one part is its own', () => {
    expect(textOf(phone)).toBe('【雷州市监】LZ2026-0001(橙)3月2日13时前须电话报告湛江市局(办法第22条(二))。');
    expect(ownPart(leizhou, phone)).toEqual(compose(leizhou, [phone]));
  });

  it('of one case leads with what ends within the hour, and says how many more there are', () => {
    expect(textOf(written, meeting, { ...phone, ends: 'soon' })).toBe(
      '【雷州市监】LZ2026-0001(橙)3月2日13时前须电话报告湛江市局(办法第22条(二));另有2项待办(含急办)。',
    );
  });

  it('leads with what is 立即 where no limit ends within the hour, and before all with what has passed', () => {
    expect(textOf(written, meeting, phone)).toContain('请立即召开紧急会议(办法第24条);另有2项待办。');
    expect(textOf(opened, meeting, { ...phone, template: 'due', ends: 'passed' })).toContain(
      '3月2日13时的时限已到',
    );
  });

  it('leads with the opening, which counts the limit that it names once', () => {
    expect(textOf(phone, opened)).toBe(
      '【雷州市监】LZ2026-0001(橙)新立案,请签收;3月2日13时前须电话报告湛江市局(办法第22条(二))。',
    );
    expect(textOf(written, phone, opened, meeting)).toContain('(办法第22条(二));另有2项待办');
  });

  it('leads with what is 立即 where nothing has a limit, else with the first', () => {
    const confirm = part('confirm');
    expect(textOf(confirm, meeting)).toContain('请立即召开紧急会议(办法第24条);另有1项待办。');
    expect(textOf(part('hotter'), confirm)).toContain('热度上升');
  });

  it('keeps the reason for going up, whichever part has it', () => {
    const why = '(尚未转办,暂由你处理)';
    const up = { ...meeting, variables: { ...meeting.variables, why } };
    const message = compose(leizhou, [{ ...phone, ends: 'soon' }, up]);
    expect(message.text).toContain(`;另有1项待办(含急办)${why}。`);
    expect(message.variables).toMatchObject({ why, more: ';另有1项待办(含急办)' });
  });
});

describe('one text for several cases', () => {
  const other = limit('书面报告湛江市局', '03-02 12:00', '3月2日12时', 'LZ2026-0002');

  it('names the case whose limit ends first', () => {
    expect(textOf(phone, other, meeting)).toBe(
      '【雷州市监】LZ2026-0002(橙)等2件待办,最早时限3月2日12时:书面报告湛江市局(办法第22条(二)),请按职责办理。',
    );
  });

  it('names what is 立即 where nothing has a limit', () => {
    expect(textOf(part('confirm', { caseId: 'LZ2026-0002' }), meeting)).toBe(
      '【雷州市监】LZ2026-0001(橙)等2件待办,首件请立即召开紧急会议(办法第24条),其余请登录逐件办理。',
    );
  });

  it('says of what has passed that it has', () => {
    const passed: Part = { ...other, template: 'overdue', ends: 'passed' };
    expect(textOf(phone, passed)).toBe(
      '【雷州市监】LZ2026-0002(橙)等2件未办,首件书面报告湛江市局(办法第22条(二))3月2日12时的时限已到,请逐件办理。',
    );
  });

  it('asks whoever stands above to press, not to do it', () => {
    const above: Part = {
      ...other,
      template: 'dueAbove',
      ends: 'passed',
      variables: { ...other.variables, person: '局办公室值班员' },
    };
    expect(textOf(phone, above)).toBe(
      '【雷州市监】LZ2026-0002(橙)等2件未办,首件局办公室值班员未书面报告湛江市局(办法第22条(二)),请督促。',
    );
  });

  it('asks for nothing but 定级 while the level of the first is only proposed', () => {
    const words = { ...other.variables, grader: '局办公室值班员' };
    const asked: Part = { ...other, template: 'gradeFirst', variables: words };
    expect(textOf(phone, asked)).toBe(
      '【雷州市监】LZ2026-0002(橙)等2件待办,首件请立即研判定级,其余请登录逐件办理。',
    );
    expect(textOf(phone, { ...asked, template: 'gradeAskedAbove' })).toBe(
      '【雷州市监】LZ2026-0002(橙)等2件未办,首件局办公室值班员未研判定级,请督促。',
    );
    expect(textOf(phone, { ...asked, template: 'gradeAwaited' })).toContain('有新情况');
  });

  it('says no more than that there is something where there is neither', () => {
    expect(textOf(part('confirm'), part('hotter', { caseId: 'LZ2026-0002' }))).toBe(
      '【雷州市监】LZ2026-0001(橙)等2件有新情况,请登录逐件查看。',
    );
  });
});

describe('a digest', () => {
  it('of what was held back or could not be told names the earliest limit', () => {
    expect(compose(leizhou, [written, phone, meeting], 'retold').text).toBe(
      '【雷州市监】短信中断漏发3项,最早时限3月2日13时:LZ2026-0001(橙)电话报告湛江市局,请登录办理。',
    );
    expect(compose(leizhou, [{ ...phone, ends: 'passed' }, meeting], 'retold').text).toContain(
      '最早时限3月2日13时(已过):',
    );
    expect(compose(leizhou, [phone], 'digest').text).toContain('另有1项未单发,最早时限3月2日13时:');
    expect(compose(leizhou, [part('confirm')], 'digest').text).toBe('【雷州市监】另有1项未单发,请登录查看。');
  });
});
