import { describe, expect, it } from 'vitest';
import type { OpenBureau } from '../bureau.ts';
import type { Play } from '../play.ts';
import { findings, isTooWide } from '../probes/axe.ts';

const CLERK = 'dutyOfficer';
const LIAISON = 'unitLiaison@food';
const UNIT_HEAD = 'unitHead@food';

/** A case of 橙 that has been answered in public, from the daily reports to the printed 案卷. */
export const playToTheFile = (stage: () => { bureau: OpenBureau; play: Play; caseId: string }): void => {
  /** A written report of the unit; `does`: what its form says of it beforehand. */
  const report = async (text: string, ...does: string[]): Promise<void> => {
    const { play } = stage();
    const liaison = await play.take(LIAISON, '登记书面报告');
    await liaison.pick('续报');
    await liaison.page.getByText(/^更多[：（]/).click();
    await liaison.fill('报告全文', text);
    await play.does(liaison, ...does);
    await play.send(liaison);
  };

  describe('until it is calm, and after', () => {
    it('the unit reports each day; each time the next limit begins', async () => {
      const { bureau } = stage();
      await bureau.passTo('2026-03-03T20:00:00+08:00');
      await report(
        '三县市已下架封存一百二十箱，送医人员均已出院。',
        '每日书面报告按时完成（时限3月3日22时）',
        '开始计时：每日书面报告（时限3月4日22时）',
      );
      await bureau.passTo('2026-03-04T14:00:00+08:00');
      await report('未发现新的流向。', '开始计时：每日书面报告（时限3月5日22时）');
    });

    it('the leading group declares it calm: a week from then the next report is owed', async () => {
      const { bureau, play, caseId } = stage();
      await bureau.passTo('2026-03-04T15:00:00+08:00');
      play.texts();
      const group = await play.choose('leadingGroup', caseId, '宣布平息');
      await group.fill('理由', '检验结果公布，传播得到控制');
      await play.does(group, '每日书面报告终止：舆情已平息', '开始计时：每周书面续报（时限3月11日24时）');
      expect(await play.send(group)).toBe('已办：宣布平息');
      await bureau.passMinutes(1);
      expect(play.texts().map(({ message }) => message)).toContain(
        `【雷州市监】${caseId}(橙)已宣布平息,此后须报送每周书面续报(办法第23条(二)),首次3月11日24时前。`,
      );
      await bureau.passTo('2026-03-11T10:00:00+08:00');
      await report('一周来未见反弹。', '每周书面续报按时完成（时限3月11日24时）');
    });

    it('结报 needs a second person, since something was not done; he sees what, and why', async () => {
      const { bureau, play, caseId } = stage();
      const office = await play.caseAt('officeHead', caseId);
      await play.at('officeHead', `/desk/cases/${caseId}/do/Conclude`);
      await office.sees(/^还不能结报：应急预案尚在执行/);
      const group = await play.choose('leadingGroup', caseId, '登记结束应急预案');
      await group.fill('理由', '处置工作已经结束');
      await play.send(group);

      await play.choose('officeHead', caseId, '结报');
      await office.fill('处置情况', '涉事批次已全部召回，企业已立案查处，舆情平息');
      await office.sees(/^以下事项尚未办理：局领导决定是否上报。/);
      await office.fill('局领导决定是否上报', '湛江市局交办件，已按交办要求直接报告');
      await play.does(office, '须第二人同意或确认（分管局领导、舆情领导小组、局主要负责人）');
      await play.send(office);
      expect((await bureau.read('officeHead', `/v1/cases/${caseId}`)).phase).not.toBe('concluded');

      await bureau.passMinutes(1);
      expect(await play.answer('chiefLeader')).toBe('待你确认1件');
      const chief = await play.take('chiefLeader', '审核');
      await chief.sees('涉事批次已全部召回，企业已立案查处，舆情平息');
      await chief.sees('局领导决定是否上报：湛江市局交办件，已按交办要求直接报告');
      await chief.picture('night-8-conclude');
      expect(await findings(chief.page)).toEqual([]);
      expect(await play.send(chief)).toBe('已办：同意结报');
      expect(await play.lastOf(caseId, 'ApproveConclusion')).toMatch(/^03-11T10:01 局主要负责人 /);
    });

    it('the review is filed, and nobody has anything left to do', async () => {
      const { play } = stage();
      const office = await play.take('officeHead', '总结归档');
      const points = {
        起因: '问题批次召回不彻底',
        性质: '食品安全',
        影响: '周边三县市',
        责任: '生产企业',
        经验教训: '召回要查到门店',
        潜在风险: '同类小厂',
      };
      for (const [name, text] of Object.entries(points)) await office.fill(name, text);
      expect(await play.send(office)).toBe('已办：总结评估归档');
      await office.tap('回到案卷');
      await office.sees('没有待办的职责');
      for (const who of [
        CLERK,
        LIAISON,
        UNIT_HEAD,
        'officeHead',
        'deputyLeader',
        'chiefLeader',
        'leadingGroup',
      ])
        expect(await play.answer(who), who).toBe('目前没有待办');
    });

    it('the 案卷 on paper has what became of every duty, and the whole log', async () => {
      const { bureau, play, caseId } = stage();
      const office = await play.at('officeHead', `/desk/cases/${caseId}/print`, 'pc');
      await office.page.locator('article.paper h2', { hasText: '日志核验' }).waitFor();
      await office.settles();
      expect(await office.page.locator('article.paper').count()).toBeGreaterThan(5);
      const paper = await office.page.locator('section[aria-label="案卷纸面"]').innerText();
      const signs = paper.replace(/\s/g, '');
      const { duties } = (await bureau.read('officeHead', `/v1/cases/${caseId}`)) as unknown as {
        duties: { name: string }[];
      };
      for (const { name } of duties) expect(signs).toContain(name.replace(/\(/g, '（').replace(/\)/g, '）'));
      for (const { hash } of await play.logOf(caseId)) expect(signs).toContain(hash);
      expect(signs).not.toMatch(/逾期\d/);
      await office.picture('night-9-paper');
      expect(await isTooWide(office.page)).toBe(false);
      expect(play.faults()).toEqual([]);
      await play.leave();
    });
  });
};
