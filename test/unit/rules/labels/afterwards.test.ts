import { expect, it } from 'vitest';
import { sayAfterwardsOnce } from '../../../../shared/rules/labels/limits.ts';

const late = (text: string): string => `补记:${text};当时未能单独通知`;

it('that several stages are noted afterwards is said once for all of them, each at its place', () => {
  expect(sayAfterwardsOnce([late('提醒“甲”'), '', late('到期核查“甲”'), late('“甲”已逾期'), ''])).toEqual([
    '补记:提醒“甲”',
    '',
    '到期核查“甲”',
    '“甲”已逾期;当时均未能单独通知',
    '',
  ]);
});

it('one of them stands as it is, and so do those that something else parts', () => {
  const parted = [late('提醒“甲”'), '拟通知值班员', late('“乙”已逾期')];
  expect(sayAfterwardsOnce(parted)).toEqual(parted);
  expect(sayAfterwardsOnce([late('提醒“甲”'), ''])).toEqual([late('提醒“甲”'), '']);
  expect(sayAfterwardsOnce([])).toEqual([]);
});
