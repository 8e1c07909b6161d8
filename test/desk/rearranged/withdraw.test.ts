import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { usable } from '../looks/ways.ts';
import { closeBrowser, type Size } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { openPlay, type Play } from '../support/play.ts';

// What was done in a case that was merged proves false: it is taken back in the case that goes on, through its page alone.

interface Bureau {
  bureau: string;
  size: Size;
  level: string;
  /** Whose act it is, and what of the case it met. */
  done: { type: 'RecordAction'; action: string; note: string; name: RegExp };
  by: string;
  unit: string;
}
const REASON = '现场人员所说不实，须重新核查';

describe.each<Bureau>([
  {
    ...{ bureau: 'yinzhou', size: 'phone', level: 'general', by: 'unitHead@elderly', unit: 'elderly' },
    done: { type: 'RecordAction', action: 'factsEstablished', note: '院方已说明', name: /查清事件真实情况/ },
  },
  {
    ...{ bureau: 'nanning', size: 'pc', level: 'general', by: 'dutyOfficer', unit: 'branch' },
    done: { type: 'RecordAction', action: 'evidencePreserved', note: '网页截图', name: /保存刊载内容/ },
  },
])('an act of a merged case in $bureau, on a $size', ({ bureau, size, level, done, by, unit }) => {
  let office: OpenBureau;
  let play: Play;
  let from = '';
  let into = '';
  let act = 0;
  const read = async (): Promise<CaseReply> =>
    (await office.read('officeHead', `/v1/cases/${into}`)) as unknown as CaseReply;
  const openCase = async (title: string): Promise<string> => {
    const sources = [{ kind: 'monitored' }];
    const { case: opened } = await office.open('officeHead', { title, text: title, level, sources, unit });
    const grading = bureau === 'yinzhou' ? 'deputyLeader' : 'officeHead';
    const { provisional } = (await office.read('officeHead', `/v1/cases/${opened}`)) as unknown as CaseReply;
    if (provisional) await office.act(grading, opened, { type: 'ConfirmGrade', level });
    return opened;
  };
  beforeAll(async () => {
    office = await openBureau({ bureau });
    play = openPlay(office);
    into = await openCase('老人在某镇养老院摔伤，家属来电反映');
    await office.passMinutes(5);
    from = await openCase('网友称某镇养老院投诉无门');
    const { name: _, ...command } = done;
    await office.act(by, from, command);
    act = (await play.logOf(from)).filter(({ command: type }) => type === done.type).pop()!.version;
    await office.act('officeHead', from, { type: 'MergeCase', into, reason: '说的是同一位老人的同一件事' });
    await office.act('chiefLeader', from, { type: 'ApproveMerge' });
    expect((await read()).takenOver).toMatchObject([{ case: from, done: [{ case: from, act }] }]);
  });
  afterAll(async () => {
    await play.leave();
    await closeBrowser();
    await office.close();
  });

  it('is chosen by its case and entry, taken back by who did it, and owed again', async () => {
    const met = (await read()).duties.filter(({ status }) => status === 'fulfilled').length;
    const at = await play.choose(by, into, '撤回误录的记录', size);
    const words = new RegExp(`${done.name.source}.+${from}案卷日志第${act}条`);
    const select = at.page.locator('form select');
    if ((await select.count()) > 0) {
      const option = select.locator('option', { hasText: words });
      await select.selectOption({ label: await option.innerText() });
    } else await at.page.getByText(words).first().waitFor();
    await at.fill(/^(?:理由|为何撤回)/, REASON);
    await usable(at, `${bureau}-withdraw-there`);
    await play.send(at);
    const after = await read();
    expect(after.takenOver.flatMap((each) => each.done)).toEqual([]);
    expect(after.duties.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(met);
    expect(await play.lastOf(into, 'WithdrawAct')).toContain(`撤回案卷${from}日志第${act}条：`.slice(0, 10));
    expect(play.faults()).toEqual([]);
  });

  it('is offered no second time', async () => {
    const at = await play.at(by, `/desk/cases/${into}/do/WithdrawAct`, size);
    await at.sees(/撤回/);
    expect(await at.text()).not.toContain(`${from}案卷日志第${act}条`);
  });
});
