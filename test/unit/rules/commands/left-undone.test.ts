import { describe, expect, it } from 'vitest';
import { labelOf } from '../../../../shared/rules/labels/labels.ts';
import type { CommandOf } from '../../../../shared/rules/refusing.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, head, leader, officer } from '../../../support/case-file.ts';
import { concluding, SUMMARY } from '../../../support/conclude.ts';
import { open } from './given.ts';

const conclude = (more: Partial<CommandOf<'Conclude'>>): CommandOf<'Conclude'> => ({
  type: 'Conclude',
  summary: SUMMARY,
  ...more,
});
const REASON = '已由领导小组另行办理';

describe('the reasons of what a conclusion leaves undone', () => {
  it('what is owed for several receipts needs a reason for each, by its 收文号 or its place', () => {
    const prompted = (reference: string, hour: string) => ({
      kind: 'city-prompted',
      reference,
      receivedAt: at(`03-02 ${hour}`),
    });
    const file = open('blue', {
      sources: [prompted('提〔2026〕1号', '10:00'), prompted('提〔2026〕2号', '10:10')],
    });
    const name = file.duty('verifySource')!.name;
    const others = concluding(file.schedule().duties.filter(({ duty }) => duty !== 'verifySource')).unmet!;
    const give = (own: Record<string, string>) =>
      file.give('03-02 11:00', head, conclude({ unmet: { ...others, ...own } }));
    for (const short of ['verifySource', name, `${name}(提〔2026〕1号)`])
      expect(give({ [short]: REASON }).refusal?.message, short).toContain(`${name}(提〔2026〕2号)`);
    const [first, second] = ['已由股室当面核实', '与前件合并核实来源'];
    const both = { [`${name}(提〔2026〕1号)`]: first, 'verifySource#2': second };
    expect(give(both).events[0]).toMatchObject({
      unmet: expect.arrayContaining([
        { duty: 'verifySource', occurrence: '1', name: `${name}(提〔2026〕1号)`, reason: first },
        { duty: 'verifySource', occurrence: '2', name: `${name}(提〔2026〕2号)`, reason: second },
      ]),
    });
    expect(labelOf(leizhou, file.log.at(-1)!.events[0]!)).toContain(`${name}(提〔2026〕2号)(${second})`);
    file.give('03-02 11:10', officer, { type: 'AddSource', source: prompted('提〔2026〕3号', '11:10') });
    expect(file.give('03-02 11:11', leader, { type: 'ApproveConclusion' }).refusal?.message).toContain(
      `${name}(提〔2026〕3号)`,
    );
  });

  it('误立 names what several papers are owed by their 收文号 too', () => {
    const assigned = (reference: string) => ({
      kind: 'zhanjiang-assigned',
      reference,
      receivedAt: at('03-02 10:00'),
    });
    const file = open('orange', { sources: [assigned('1号'), assigned('2号')] });
    const { name } = file.duty('zhanjiangTelephone')!;
    const { refusal } = file.give('03-02 11:00', head, conclude({ mistaken: '经核实与本局职责无关' }));
    expect(refusal?.message).toContain(`${name}(1号)、${name}(2号)`);
  });

  it('two 批示 of the same words need a reason each', () => {
    const file = open('blue');
    const asked = { type: 'RecordInstruction', from: 'bureau', text: '办', task: '再查一遍' } as const;
    file.give('03-02 11:00', leader, asked);
    const [id] = [`instruction-${file.state.version}#1`];
    const others = concluding(file.schedule().duties).unmet!;
    file.give('03-02 11:01', leader, asked);
    const { refusal } = file.give('03-02 11:02', head, conclude({ unmet: { ...others, [id]: REASON } }));
    expect(refusal?.message).toContain(`落实批示:再查一遍(案卷日志第${file.state.instructions[1]!.entry}条)`);
    expect(refusal?.message).not.toContain(`第${file.state.instructions[0]!.entry}条`);
  });
});
