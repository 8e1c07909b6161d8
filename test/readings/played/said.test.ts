import { describe, expect, it } from 'vitest';
import { labelOf } from '../../../shared/rules/labels/labels.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at } from '../../support/case-file.ts';
import { does, historyOf, opens, type Played, play, report } from './playing.ts';

// Situations played through the machines and the handlers: what the file says when a series of reports ends.

const said = ({ log }: Pick<Played, 'log'>): string[] =>
  log.flatMap(({ events }) => events.map((event) => labelOf(leizhou, event)));
const opened = opens('03-02 09:00', 'dutyOfficer', {
  title: '超市过期',
  unit: 'food',
  level: 'orange',
  instants: { occurredAt: at('03-02 08:00') },
});
const calm = { type: 'DeclareCalm', reason: '传播已得到控制' };

describe('leizhou 办法 第二十三条(二)①: the daily report when the matter is calm', () => {
  it('ends for 平息, and nothing starts again', async () => {
    const played = await play('03-10 12:00', [
      opened,
      does('03-03 07:30', 'unitLiaison@food', report('progress', 'written', ['officeHead'])),
      does('03-03 15:00', 'leadingGroup', calm),
    ]);
    const file = said(played).join('\n');
    expect(file).toContain('每日书面报告终止:舆情已平息');
    expect(file).not.toMatch(/重新起算|不再适用/);
  });

  it('that was missed stays missed under a calm that is dated back', async () => {
    const played = await play('03-07 12:00', [
      opened,
      does('03-06 10:00', 'leadingGroup', { ...calm, calmedAt: at('03-02 12:00') }),
    ]);
    expect(historyOf(played, 'dailyReport')).toEqual(
      ['03-03 08:00', '03-04 08:00', '03-05 08:00', '03-06 08:00'].map((due) => [at(due), 'missed']),
    );
    const missed = said(played).filter((each) => each.includes('缺报'));
    expect(missed).toHaveLength(4);
    expect(missed.at(-1)).toContain('每日书面报告缺报(应于3月6日8时前办结)');
  });
});
