import { describe, expect, it } from 'vitest';
import { checkText } from '../../../../../infra/regulation-check/check-text.ts';
import { dataFiles } from '../../../../../shared/regulations/bureaus.ts';
import { type Change, dutyOf, fileAfter, termOf } from '../../../../support/data-faults.ts';

const errorsOf = (change: Change): string[] =>
  checkText(fileAfter(change)).errors.filter((each) => each.includes('短信模板'));
const LONG = '将本次供水突发事件的全部处置情况逐项书面报告上级主管部门和新闻主管部门';

describe('a template that a name makes longer than one text', () => {
  it('is named, with the name and where it stands', () => {
    const errors = errorsOf((copy) => {
      dutyOf(copy, 'assignedReport').name = LONG;
    });
    expect(errors.length).toBeGreaterThan(0);
    for (const each of errors)
      expect(each).toMatch(
        /^第\d+行第\d+列 duties\[assignedReport\]:短信模板“\w+”\(SX\d\d\)用名称“.+”时有\d+字,超过一条短信的70字;请缩短/,
      );
    expect(errors.some((each) => each.includes(`“begins”(SX41)用名称“${LONG}”时有`))).toBe(true);
  });

  it('is none where a text puts the duty shorter, of the duty or of one term', () => {
    expect(
      errorsOf((copy) => {
        Object.assign(dutyOf(copy, 'assignedReport'), { name: LONG, toldAs: '书面报告' });
      }),
    ).toEqual([]);
    expect(
      errorsOf((copy) => {
        const term = termOf(copy, 'assignedReport');
        dutyOf(copy, 'assignedReport').terms = [{ ...term, name: LONG, toldAs: '书面报告' }];
      }),
    ).toEqual([]);
  });

  it('names a signature, a unit or a post in the same way', () => {
    const signed = errorsOf((copy) => {
      copy.smsSignature = '青禾县水务局舆情监测与应急处置中心值班室短信服务号';
    });
    expect(signed[0]).toContain(' smsSignature:短信模板');
    const named = errorsOf((copy) => {
      copy.units[0]!.name = '青禾县城乡供水一体化与节约用水管理服务中心办公室';
    });
    expect(named.some((each) => each.includes('“chaseAbove”'))).toBe(true);
  });

  it.each(dataFiles.map((data) => [(data as { id: string }).id, data]))('%s has none', (_, data) => {
    expect(checkText(JSON.stringify(data)).errors.filter((each) => each.includes('短信模板'))).toEqual([]);
  });
});
