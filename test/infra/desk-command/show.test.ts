import { expect, it } from 'vitest';
import { showReply } from '../../../infra/local/console/show.ts';
import { CaseListReply } from '../../../shared/contracts/replies/case.ts';
import { sent } from '../../../shared/contracts/replies/routes.ts';
import { createOffice } from '../../support/office.ts';
import { caseIn } from '../../support/told.ts';

const NOTE = { title: '来电', sources: [{ kind: 'monitored' }], level: 'blue', unit: 'food' };
const call = {
  caller: '来电人',
  number: '+8613800000000',
  post: '市民',
  at: '2026-03-02T07:40:00+08:00',
  takenBy: '值班员',
};

it.each<[string, object, string[]]>([
  [
    'a telephone note as it was taken',
    { text: '第一行\n第二行', call },
    [
      '值班电话记录:来电时间03-02 07:40:00;来电人来电人;单位职务市民;来电号码+8613800000000;接听人值班员',
      '  第一行',
      '  第二行',
    ],
  ],
  ['what was heard without saying from whom', { text: '原文' }, ['录入原文:', '  原文']],
])('show prints %s', async (_, more, lines) => {
  const officer = (await createOffice()).as('dutyOfficer');
  const { body } = await officer('POST', '/v1/cases', { ...NOTE, ...more });
  expect(showReply('case', body)).toContain(`${lines.join('\n')}\n`);
});

it('show prints no note where none was taken', async () => {
  const officer = (await createOffice()).as('dutyOfficer');
  const { body } = await officer('POST', '/v1/cases', NOTE);
  expect(showReply('case', body)).not.toMatch(/值班电话记录|录入原文/);
});

it('log prints the texts, and whether the chain is whole or where it is not', async () => {
  const office = await createOffice();
  const officer = office.as('dutyOfficer');
  const caseId = caseIn(await officer('POST', '/v1/cases', NOTE)).case;
  const { body } = await officer('GET', `/v1/cases/${caseId}/log`);
  const shown = showReply('log', body);
  expect(shown).toContain('立案“来电”');
  expect(shown).toMatch(/\n链条完整$/);
  const finding = { kind: 'changed', entry: 1, text: '第1条的内容已被改动' };
  const was = { kind: 'head', entry: 1, text: '案卷现状曾与日志第1条不符,已以日志为准' };
  const broken = showReply('log', {
    ...(body as object),
    intact: false,
    findings: [finding],
    earlier: [{ ...was, at: '2026-03-02T08:00:00+08:00' }],
  });
  expect(broken).toMatch(
    /\n2026-03-02 08:00 检查发现:案卷现状曾与日志第1条不符,已以日志为准\n链条不完整:第1条的内容已被改动$/,
  );
});

it('list prints what is counted apart, each beside the others', async () => {
  const office = await createOffice();
  const officer = office.as('dutyOfficer');
  const opened = async (title: string, more: object = {}) =>
    caseIn(await officer('POST', '/v1/cases', { ...NOTE, ...more, title })).case;
  const lines = async () => {
    const { body } = await officer('GET', '/v1/cases');
    return new Map(
      sent(CaseListReply)
        .parse(body)
        .cases.map(({ case: id, title }) => [
          title,
          showReply('list', body)
            .split('\n')
            .find((line) => line.startsWith(id)),
        ]),
    );
  };
  await opened('如常');
  await opened('定级晚', { instants: { detectedAt: '2026-03-02T07:29:59+08:00' } });
  const red = await opened('代录', { level: 'red', sources: [{ kind: 'monitored' }] });
  const give = (command: object) => officer('POST', `/v1/cases/${red}/commands`, command);
  const onBehalf = { person: 'deputy-1', channel: '电话', at: '2026-03-02T07:59:00+08:00', text: '通报' };
  await give({ type: 'RecordAction', action: 'statementApproved', onBehalf });
  await give({ type: 'RecordPublication', form: 'results', title: '通告', happened: { reason: '已发布' } });
  const told = await lines();
  expect(told.get('如常')).not.toMatch(/待确认|待核实|未经审定|定级迟延/);
  expect(told.get('定级晚')).toContain('(已定级(定级迟延)) 定级晚');
  expect(told.get('代录')).toContain('  待确认1件');
  expect(told.get('代录')).toContain('  未经审定1件');
});
