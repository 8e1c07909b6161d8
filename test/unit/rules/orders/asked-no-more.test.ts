import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../../shared/case/events.ts';
import { compose } from '../../../../shared/notices/compose.ts';
import { partOf } from '../../../../shared/notices/words.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { confirm } from '../../../support/approvals.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, leader, officer } from '../../../support/case-file.ts';
import { openedAt, openedIn, person } from '../confirmations/people.ts';

type File = ReturnType<typeof openedAt>;
const instruct = (unit: string | undefined, deadline = '03-03 12:00') => ({
  type: 'RecordInstruction' as const,
  from: 'bureau' as const,
  text: '查清进货渠道',
  deadline: at(deadline),
  ...(unit === undefined ? {} : { to: { role: 'unitLiaison', unit } }),
});
const toldNow = (file: File): Notice[] =>
  (file.log.at(-1)?.events ?? []).flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));
const shown = (file: File) =>
  toldNow(file).map(({ template, role, unit, notBefore }) => ({ template, role, unit, notBefore }));
const gone = { template: 'demandGone', role: 'unitLiaison', unit: 'drugs' };

describe('雷州: who was told to do what is owed no more', () => {
  it('by a 批示 that is taken back is told so, by a text that names no limit', () => {
    const file = openedAt('red');
    file.give('03-02 10:00', officer, instruct('drugs'));
    const act = file.state.version;
    file.handOver(at('03-02 10:01'));
    file.give('03-02 10:20', officer, { type: 'WithdrawAct', act, reason: '选错单位' });
    expect(shown(file)).toEqual([{ ...gone, notBefore: undefined }]);
    const [notice] = toldNow(file);
    const { text } = compose(leizhou, [partOf(leizhou, file.state, notice!, { now: at('03-02 10:21') })]);
    expect(text).toContain(`原要求办理的领导批示(日志第${act}条)已撤销,不必再办`);
  });

  it('is told so too where its leader denies it; who has not been told yet is told nothing', () => {
    const onBehalf = { person: leader.id, channel: '电话', at: at('03-02 09:50') };
    for (const isTold of [true, false]) {
      const file = openedAt('red');
      file.give('03-02 10:00', officer, { ...instruct('drugs'), onBehalf });
      const act = file.state.version;
      if (isTold) file.handOver(at('03-02 10:01'));
      file.give('03-02 10:20', leader, confirm(act, false, '没有作过这一批示'));
      expect(shown(file).filter(({ template }) => template === 'demandGone')).toHaveLength(isTold ? 1 : 0);
    }
  });

  it.each([
    ['03-04 12:00', at('03-03 07:30')],
    ['03-03 09:00', undefined],
  ])('by night in the morning, unless what he was to do by %s cannot wait', (deadline, notBefore) => {
    const file = openedAt('red');
    file.give('03-02 22:30', officer, instruct('drugs', deadline));
    const act = file.state.version;
    file.handOver(at('03-02 22:31'));
    file.give('03-02 23:00', officer, { type: 'WithdrawAct', act, reason: '选错单位' });
    expect(shown(file)).toEqual([{ ...gone, notBefore }]);
  });

  it('as the unit that had the case, when that is handed on', () => {
    const file = openedAt('red');
    file.give('03-02 10:00', officer, { type: 'AssignUnit', unit: 'drugs' });
    expect(shown(file)).toContainEqual({ ...gone, template: 'handedOn', unit: 'food', notBefore: undefined });
    expect(
      shown(file)
        .filter(({ template }) => template === 'assigned')
        .map(({ unit }) => unit),
    ).not.toContain('food');
  });
});

it('南宁: the unit of before is told when the case is handed on', () => {
  const clerk = person('dutyOfficer');
  const file = openedIn('nanning', { level: 'general', by: clerk, unit: 'business', people: [] });
  file.give('03-02 10:00', clerk, { type: 'AssignUnit', unit: 'branch' });
  const told = toldNow(file).filter(({ template }) => template === 'handedOn');
  expect(told.map(({ unit }) => unit)).toContain('business');
  const nanning = regulations.nanning!;
  const { text } = compose(nanning, [partOf(nanning, file.state, told[0]!, { now: at('03-02 10:01') })]);
  expect(text).toContain('已改转其他单位办理,你室不再承办');
});
