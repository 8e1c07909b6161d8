import { describe, expect, it } from 'vitest';
import { at } from '../../support/case-file.ts';
import { IN_TIME_UP_TO_THE_LIMIT, openCase, outcomesAround, report } from '../bureau-case.ts';
import { assigned, byPhone, filing, found, leaders, onPaper, orally, upwards } from './filing.ts';

describe('P3 duration from completion of another duty', () => {
  const fire = (settings = {}) =>
    openCase('yinzhou', 'major', {
      opened: '03-02 09:01',
      instants: { eventAt: '03-02 09:00' },
      settings,
    });
  const written = filing('unitLiaison', 'first', 'written', ...leaders, 'officeHead');

  it('鄞州: 35 minutes after 事发 for the time being, while there is no oral report', () => {
    expect(fire().duty('writtenReport')).toMatchObject({
      start: { instant: 'due:oralReport', estimated: true },
      current: { due: at('03-02 09:35') },
    });
  });

  it.each([
    ['03-02 09:04', '03-02 09:24'],
    ['03-02 09:15', '03-02 09:35'],
    ['03-02 09:15:01', '03-02 09:35:01'],
  ])('鄞州: an oral report at %s makes it %s, to the second', (made, due) => {
    const open = () => {
      const opened = fire();
      orally(opened, made);
      return opened;
    };
    expect(open().duty('writtenReport')?.start).toMatchObject({
      instant: 'after:oralReport',
      estimated: false,
    });
    expect(outcomesAround(due, 'writtenReport', open, written)).toEqual(IN_TIME_UP_TO_THE_LIMIT);
  });

  it('does not begin before the other is done where the bureau switches the stand-in off (X44)', () => {
    const opened = fire({ writtenFromOralDue: false });
    expect(opened.duty('writtenReport')).toMatchObject({
      status: 'notStarted',
      reason: '书面报告尚未起算:缺少“口头报告”完成',
    });
    orally(opened, '03-02 09:10');
    expect(opened.due('writtenReport')).toBe(at('03-02 09:30'));
  });

  it('雷州 blue and 南宁 have the same: from the report to the superior, or from its limit', () => {
    const blue = openCase('leizhou', 'blue', assigned);
    expect(blue.duty('blueProgress')?.start).toMatchObject({ instant: 'gradedAt', at: at('03-02 10:30') });
    onPaper(blue, '03-05 09:00');
    expect(blue.due('blueProgress')).toBe(at('03-21 00:00'));
    const major = openCase('nanning', 'major', { ...found, settings: { publishFromDiscovery: false } });
    expect(major.due('publishOnline')).toBe(at('03-03 13:00'));
    upwards(major, '03-02 10:30');
    expect(major.due('publishOnline')).toBe(at('03-03 10:30'));
  });
});

describe('P4 parallel duties from one anchor', () => {
  it('雷州: the telephone report and the written one run from one receipt, and one does not meet the other', () => {
    const opened = openCase('leizhou', 'orange', assigned);
    const both = ['zhanjiangTelephone', 'zhanjiangWritten'];
    expect(both.map(opened.due)).toEqual([at('03-02 13:00'), at('03-02 22:00')]);
    byPhone(opened, '03-02 11:00');
    expect(both.map(opened.status)).toEqual(['fulfilled', 'open']);
    onPaper(opened, '03-02 12:00');
    expect(both.map(opened.status)).toEqual(['fulfilled', 'fulfilled']);
  });

  it('呼和浩特: four things at the same time at 重大, each met by itself', () => {
    const opened = openCase('hohhot', 'major', { instants: { occurredAt: '03-02 07:40' } });
    const four = ['bulletin', 'alertBodies', 'meeting', 'warnUnits'];
    expect(four.map(opened.due)).toEqual(four.map(() => at('03-02 07:40')));
    opened.give('03-02 08:01', 'commandGroup', { type: 'RecordMeeting' });
    expect(four.map(opened.status)).toEqual(['open', 'open', 'fulfilled', 'open']);
    opened.give('03-02 08:02', 'commandGroup', report('bulletin', 'telephone', 'districtLeaders'));
    expect(four.map(opened.status)).toEqual(['fulfilled', 'open', 'fulfilled', 'open']);
  });
});
