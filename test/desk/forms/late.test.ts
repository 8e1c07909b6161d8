import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usable } from '../looks/ways.ts';
import { closeBrowser, type Size } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { openPlay, type Play } from '../support/play.ts';

// A level that is determined when its limits have passed: the form says which are overdue at once, before it is sent.

interface Bureau {
  bureau: string;
  size: Size;
  level: string;
  opener: string;
  said: RegExp;
}
describe.each<Bureau>([
  {
    ...{ bureau: 'leizhou', size: 'phone', level: '橙', opener: 'unitLiaison@food' },
    // 办法第二十一条(二)橙 ②: 48 hours from 发生, 3月2日08:00.
    said: /对外回应：应于(?:3月4日|昨日)08:00前办理，.*已逾期/,
  },
  {
    ...{ bureau: 'nanning', size: 'pc', level: '重大', opener: 'unitHead@branch' },
    // 预案五(二): 24 hours from 发现, 3月2日08:00.
    said: /通过网络发布权威信息：应于3月3日08:00前办理，.*已逾期/,
  },
])('定级 in $bureau, on a $size', ({ bureau, size, level, opener, said }) => {
  let office: OpenBureau;
  let play: Play;
  let caseId = '';
  beforeAll(async () => {
    office = await openBureau({ bureau, at: '2026-03-02T08:30:00+08:00' });
    play = openPlay(office);
    const [, unit] = opener.split('@');
    ({ case: caseId } = await office.open(opener, {
      ...{ title: '某超市被指销售过期乳制品', text: '网帖称买到过期酸奶', unit },
      sources: [{ kind: 'unit-found' }],
      instants: { occurredAt: '2026-03-02T08:00:00+08:00', detectedAt: '2026-03-02T08:00:00+08:00' },
    }));
    await office.passTo('2026-03-05T09:00:00+08:00');
  });
  afterAll(async () => {
    await play.leave();
    await closeBrowser();
    await office.close();
  });

  it('says which limits are overdue as soon as it is done, and by when they were owed', async () => {
    const at = await play.choose('officeHead', caseId, '定级', size);
    await at.pick(new RegExp(`^${level}|${level}`));
    const reason = at.page.getByLabel(/^理由/);
    if ((await reason.count()) > 0) await reason.first().fill('多家媒体转发');
    const told = await play.does(at, '已逾期');
    expect(told).toMatch(said);
    await usable(at, `${bureau}-graded-late`);
    expect(play.faults()).toEqual([]);
  });
});
