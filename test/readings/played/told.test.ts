import { describe, expect, it } from 'vitest';
import { at } from '../../support/case-file.ts';
import { does, opens, play, type Texted, textsOf } from './playing.ts';

// R23–R25, played through the machines and the handlers: who reads what, and when.

const between = (texts: readonly Texted[], from: string, to: string): Texted[] =>
  texts.filter((text) => text.at >= at(from) && text.at < at(to));
const toldOf = (texts: readonly Texted[], role: string): Texted[] => texts.filter(({ to }) => to === role);

describe('R23, R24: a limit with little left', () => {
  it('leizhou 办法 第二十一条(二)红 ②: with fifteen minutes left whoever must publish reads duty and limit before it passes', async () => {
    const { texts } = await play('03-02 14:00', [
      opens('03-02 12:45', 'dutyOfficer', {
        level: 'red',
        unit: 'equipment',
        instants: { occurredAt: at('03-02 08:00'), detectedAt: at('03-02 12:30') },
      }),
    ]);
    const [first] = toldOf(texts, 'officeHead');
    expect(first?.at).toBe(at('03-02 12:45'));
    expect(first?.text).toContain('3月2日13时前须发布权威信息(办法第21条(二))');
    const later = toldOf(between(texts, '03-02 12:46', '03-02 13:00'), 'officeHead');
    // A quarter of fifteen minutes is less than five: the reminder comes at 12:55.
    expect(later.map(({ at: when }) => when)).toContain(at('03-02 12:55'));
    expect(later.map(({ text }) => text).join()).toMatch(/发布权威信息.*尚余5分钟/);
  });

  it('nanning B 五(二) ③ 2h: with five minutes left it is told before it passes', async () => {
    const { texts } = await play(
      '03-02 13:00',
      [
        opens('03-02 11:55', 'dutyOfficer', {
          level: 'major',
          unit: 'business',
          instants: { detectedAt: at('03-02 10:00') },
        }),
        does('03-02 11:55', 'officeHead', {
          type: 'RateCase',
          scale: 'sensitivity',
          level: 'grave',
          reason: '群体性事件',
        }),
      ],
      'nanning',
    );
    const told = between(texts, '03-02 11:55', '03-02 12:00').map(({ text }) => text);
    expect(told.join()).toContain('3月2日12时前');
  });
});

describe('R24: a case that is handed over', () => {
  const isChase = ({ text }: Texted): boolean => /催办|逾期|已到/.test(text);

  it('leizhou 办法 第十六条 ①: the head of the unit hears of it before anybody is chased, also by night', async () => {
    const { texts } = await play('03-03 06:00', [
      opens('03-02 23:00', 'dutyOfficer', {
        level: 'orange',
        instants: { occurredAt: at('03-02 20:00') },
      }),
      does('03-02 23:05', 'dutyOfficer', { type: 'AssignUnit', unit: 'food' }),
    ]);
    for (const role of ['unitHead', 'unitLiaison']) {
      const [first, ...rest] = toldOf(between(texts, '03-02 23:05', '03-03 06:00'), role);
      expect(first?.at, role).toBe(at('03-02 23:05'));
      expect(first?.text, role).toContain('已转你股办理');
      expect(isChase(first!), role).toBe(false);
      expect(rest.some(isChase), role).toBe(true);
    }
  });

  it('nanning B 四(三) ①: so does the head of a unit that has the case from its opening', async () => {
    const { texts } = await play(
      '03-02 14:30',
      [
        opens('03-02 10:00', 'dutyOfficer', {
          level: 'pending',
          unit: 'business',
          flags: ['netizenPost', 'byProcedure'],
          instants: { detectedAt: at('03-02 10:00'), knownAt: at('03-02 10:00') },
        }),
      ],
      'nanning',
    );
    const [first, ...rest] = toldOf(texts, 'unitHead');
    expect(first).toMatchObject({ at: at('03-02 10:00'), text: expect.stringContaining('已转你') });
    expect(rest.some(isChase)).toBe(true);
  });

  it('yinzhou E 四(二)3 口头15min: where a unit opens its own case, its head hears of it and the opener is told nothing new', async () => {
    const { texts } = await play(
      '03-02 10:10',
      [
        opens('03-02 10:00', 'unitLiaison@assistance', {
          level: 'major',
          instants: { detectedAt: at('03-02 10:00') },
        }),
      ],
      'yinzhou',
    );
    const isHanded = ({ text }: Texted): boolean => text.includes('已转你');
    expect(toldOf(texts, 'unitHead').filter(isHanded)).toHaveLength(1);
    expect(toldOf(texts, 'unitLiaison').filter(isHanded)).toEqual([]);
  });

  it('hohhot C 现实处置: the same where the unit gets it in the morning', async () => {
    const { texts } = await play(
      '03-02 12:00',
      [
        opens('03-02 09:00', 'commandGroup', { level: 'major', instants: { detectedAt: at('03-02 09:00') } }),
        does('03-02 09:10', 'dutyOfficer', { type: 'AssignUnit', unit: 'correction' }),
      ],
      'hohhot',
    );
    const [first] = toldOf(
      texts.filter(({ at: when }) => when >= at('03-02 09:10')),
      'unitHead',
    );
    expect(first?.text).toContain('已转你股办理');
  });
});

describe('R25: a quiet night', () => {
  const post = (when: string, id: string, title: string) => ({
    at: at(when),
    push: { feed: 'demo', items: [{ id, title, publishedAt: at(when) }] },
  });
  const NIGHT = [
    post('03-02 22:05', 'a', '网友咨询个体工商户年报如何填写'),
    post('03-03 01:05', 'b', '网友咨询营业执照遗失补办'),
    post('03-03 03:05', 'c', '市局举办质量开放日活动'),
    post('03-03 04:05', 'd', '食品安全宣传进社区'),
  ];

  it('leizhou 办法 第二十一条(一)①: four harmless posts ring nobody, and are one digest at eight', async () => {
    const texts = await textsOf('03-02 22:00', '03-03 09:00', NIGHT);
    expect(new Set(texts.map(({ at: when }) => when))).toEqual(new Set([at('03-03 08:00')]));
    // The chief leader leads the leading group.
    expect(texts.map(({ to }) => to).sort()).toEqual(['deputyLeader', 'dutyOfficer', 'leadingGroup']);
    for (const { text } of texts) expect(text).toBe('【雷州市监】常规舆情4条(3月3日8时汇总),请登录查阅。');
  });

  it('by the setting one of the leaders alone gets it', async () => {
    const texts = await textsOf('03-02 22:00', '03-03 09:00', NIGHT, 'leizhou', {
      routineLeaders: 'deputyLeader',
    });
    expect(texts.map(({ to }) => to).sort()).toEqual(['deputyLeader', 'dutyOfficer']);
  });

  it('what the office has still to judge is told to who is on duty at once: petition D 第六条 ①', async () => {
    const texts = await textsOf('03-02 22:00', '03-03 09:00', NIGHT.slice(0, 1), 'petition');
    expect(texts[0]).toMatchObject({ at: at('03-02 22:05'), to: 'dutyOfficer' });
    expect(texts[0]!.text).toContain('新收舆情信息1条');
  });
});
