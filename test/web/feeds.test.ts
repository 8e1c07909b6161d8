import { describe, expect, it } from 'vitest';
import type { FeedRow } from '../../shared/contracts/replies/intake/feeds.ts';
import {
  expectedText,
  feedName,
  feedsLine,
  refusedText,
  takenText,
  toldText,
} from '../../web/model/feeds/lines.ts';

const at = (clock: string) => `2026-03-02T${clock}:00+08:00`;
const NOW = Date.parse(at('12:00'));
const BARE: FeedRow = {
  ...{ feed: 'demo', accepted: null, refused: null, unsigned: 0, watch: null, trouble: null },
};
const WATCHED: FeedRow = {
  ...BARE,
  accepted: { at: at('09:00'), items: 3 },
  watch: {
    name: '微博监测',
    expected: ['每2小时至少一次'],
    next: at('11:00'),
    signatureFailures: 5,
    contact: { name: '值班工程师', mobile: '13800009999' },
    told: at('11:00'),
  },
};
const SILENT: FeedRow = {
  ...WATCHED,
  trouble: { kind: 'silent', since: at('09:00'), text: '自3月2日9时起没有信息入库' },
};
const refused = (clock: string) => ({ at: at(clock), code: 'SIGNATURE_INVALID', message: '签名不正确' });

describe('what the page of the feeds says', () => {
  it('at its head: how many are not as they should be', () => {
    expect(feedsLine({ feeds: [SILENT, WATCHED] })).toEqual({ text: '数据源：1个异常', isBad: true });
    expect(feedsLine({ feeds: [BARE, WATCHED] })).toEqual({ text: '数据源正常', isBad: false });
    // Of what nobody watches nobody knows that it is well.
    expect(feedsLine({ feeds: [BARE] })).toEqual({ text: '数据源', isBad: false });
    expect(feedsLine({ feeds: [] })).toEqual({ text: '数据源', isBad: false });
  });

  it('of a feed: what people call it, what was taken last, what is expected, who was told', () => {
    expect([feedName(WATCHED), feedName(BARE)]).toEqual(['微博监测', 'demo']);
    expect(takenText(WATCHED, NOW)).toBe('最近09:00入库3条，已过3小时');
    expect(takenText(BARE, NOW)).toBe('还没有信息入库');
    expect(expectedText(WATCHED, NOW)).toBe('每2小时至少一次；连续5次签名不符即告知；最迟11:00应有信息入库');
    expect(expectedText(SILENT, NOW)).toBe('每2小时至少一次；连续5次签名不符即告知');
    expect(expectedText(BARE, NOW)).toBe('未设应推送的间隔，中断时不告知');
    const named = { ...WATCHED.watch!, expected: [], next: null, signatureFailures: null };
    expect(expectedText({ ...WATCHED, watch: named }, NOW)).toBe('未设应推送的间隔，中断时不告知');
    expect([toldText(SILENT, NOW), toldText(WATCHED, NOW), toldText(BARE, NOW)]).toEqual([
      '11:00已告知值班人员和联系人',
      null,
      null,
    ]);
    const alone = { ...SILENT.watch!, contact: null };
    expect(toldText({ ...SILENT, watch: alone }, NOW)).toBe('11:00已告知值班人员');
  });

  it.each([
    ['08:59', 0, null],
    ['09:00', 0, null],
    ['09:01', 1, '最近09:01未接收：签名不正确'],
    ['09:01', 4, '最近09:01未接收：签名不正确（签名不符已连续4次）'],
  ])('of one that was taken at 09:00 and turned away at %s, %i in a row: %s', (clock, unsigned, said) => {
    expect(refusedText({ ...WATCHED, refused: refused(clock), unsigned }, NOW)).toBe(said);
  });

  it('says once that signatures are wrong', () => {
    const row: FeedRow = {
      ...{ ...WATCHED, refused: refused('11:00'), unsigned: 5 },
      trouble: { kind: 'unsigned', since: at('11:00'), text: '连续5次推送签名不符(最近3月2日11时)' },
    };
    expect(refusedText(row, NOW)).toBe('最近11:00未接收：签名不正确');
  });
});
