import { describe, expect, it } from 'vitest';
import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { doneWords } from '../../../../web/model/forms/guide/done-words.ts';
import { shownFields } from '../../../../web/model/forms/guide/shown-fields.ts';
import { NONE } from '../../../../web/model/forms/values.ts';
import { openTrying } from '../../../api/try/trying.ts';
import { caseIn, triedIn } from '../../../support/told.ts';
import { BUREAUS, formsIn } from '../bureau-forms.ts';

// What another has yet to say is not called done; whether to report is one choice.

const word = (text: string, ...roles: string[]): TriedReply['toConfirm'][number] => ({
  ...{ text, roles: roles.map((name) => ({ id: name, name })), person: null, nobody: false },
});

describe('an act that waits for somebody’s word', () => {
  it.each([
    ['甲申请降为黄,请审批:已平稳', '已申请：调整级别，待分管局领导审批，级别尚未改变'],
    ['甲拟定级为蓝,请审批:依据不足', '已申请：调整级别，待分管局领导审批，级别尚未改变'],
    ['甲提出结报(有未办事项或误立),请审批:已办', '已申请：调整级别，待分管局领导审批，案卷尚未结报'],
    ['甲录入收文机关同意免报“续报”,请确认:来电', '已登记：调整级别，待分管局领导确认，确认之前仍须报告'],
    ['请核实时限过后补录的“电话报告”(案卷日志第3条)', '已登记：调整级别，待分管局领导核实'],
    ['请会签市委的意见(案卷日志第3条)', '已登记：调整级别，待分管局领导会签'],
  ])('%s: is told as what it is', (text, said) => {
    expect(doneWords('调整级别', { toConfirm: [word(text, '分管局领导')] })).toBe(said);
  });
  it('of one person’s own word he is named, of many posts some', () => {
    const own = { ...word('请确认以你名义代录的事项(案卷日志第3条,甲录入)'), person: '乙' };
    expect(doneWords('定级', { toConfirm: [own] })).toBe('已登记：定级，待乙确认');
    const many = word('甲申请降为黄,请审批:已平稳', '一', '二', '三');
    expect(doneWords('定级', { toConfirm: [many] })).toBe('已申请：定级，待一、二等审批，级别尚未改变');
  });
  it('what waits for nobody is done; 定级 that is still to come is another matter', () => {
    expect(doneWords('登记电话报告', { toConfirm: [] })).toBe('已办：登记电话报告');
    expect(doneWords('登记电话报告', undefined)).toBe('已办：登记电话报告');
    expect(doneWords('立案', { toConfirm: [word('请研判定级(初判黄)', '负责人')] })).toBe('已办：立案');
  });
});

describe.each([
  ['leizhou', 'officeHead'],
  ['yinzhou', 'deputyLeader'],
])('at %s', (bureau, who) => {
  it('a lowering that was asked for is not told as done, by the API’s own words', async () => {
    const regulation = regulations[bureau]!;
    const { send, attempt } = await openTrying({ regulation });
    const levels = formsIn(bureau).lists.level!;
    const [high, low] = [levels.at(-1)!.id, levels.at(-2)!.id];
    const note = { title: '某地一事', sources: [{ kind: 'monitored' }], level: high };
    const { case: id } = caseIn(await send('officeHead', '/v1/cases', note));
    await send(who, `/v1/cases/${id}/commands`, {
      type: 'ConfirmGrade',
      level: high,
      reason: '核实无误',
    });
    const lower = { type: 'ChangeLevel', level: low, authority: 'change', reason: '舆情已趋平稳' };
    const tried = triedIn(await attempt(who, `/v1/cases/${id}/commands`, lower));
    expect(tried.refusal).toBe(null);
    expect(doneWords('调整级别', tried)).toMatch(/^已申请：调整级别，待.+审批，级别尚未改变$/);
  });
});

describe('a decision whether to report', () => {
  it.each(BUREAUS)(
    'at %s: the choice first, then the words that belong to it; of another decision it is rare',
    (bureau) => {
      const forms = formsIn(bureau);
      const { fields } = forms.commands.RecordDecision!;
      const names = fields.map(({ name }) => name);
      expect(names.indexOf('to')).toBeLessThan(names.indexOf('outcome'));
      for (const { id } of forms.lists.decision ?? []) {
        const shown = shownFields(forms, 'RecordDecision', fields, { decision: id });
        const to = shown.find(({ name }) => name === 'to')!;
        expect(to.folded === true).toBe(!forms.reported.includes(id));
      }
    },
  );
  it('asks for the reason where nobody is reported to', () => {
    const forms = formsIn('leizhou');
    expect(forms.reported).toEqual(['reportUp']);
    const title = (to: string[]): string | undefined =>
      shownFields(forms, 'RecordDecision', forms.commands.RecordDecision!.fields, {
        decision: 'reportUp',
        to,
      }).find(({ name }) => name === 'outcome')?.title;
    expect([title([]), title([NONE]), title(['zhanjiang'])]).toEqual([
      '决定内容和理由',
      '不上报的理由',
      '上报的内容和要求',
    ]);
    const { fields } = forms.commands.FileReport!;
    expect(shownFields(forms, 'FileReport', fields, {})).toBe(fields);
  });
});
