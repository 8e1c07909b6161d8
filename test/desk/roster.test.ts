import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/browser.ts';
import { type OpenBureau, openBureau } from './support/bureau.ts';
import { type PersonAtDesk, personAt } from './support/person.ts';
import { findings } from './support/probes/axe.ts';

let bureau: OpenBureau;
beforeAll(async () => {
  // By day: at night nobody is woken for it.
  bureau = await openBureau({ at: '2026-03-02T15:00:00+08:00' });
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

interface Roster {
  version: number;
  roles: Record<string, { id: string; name: string; mobile: string; unit?: string }[]>;
  changed: { by: string; reason: string | null } | null;
}
const rosterOf = async (office: OpenBureau = bureau): Promise<Roster> =>
  (await office.read('officeHead', '/v1/roster')) as unknown as Roster;
const editorAt = async (): Promise<PersonAtDesk> => {
  const head = await personAt(bureau, 'officeHead', { path: '/desk/roster' });
  await head.tap('更改名册');
  await head.sees('还没有改动。');
  return head;
};
const rowOf = ({ page }: PersonAtDesk, name: string) => page.locator('li.row', { hasText: name });
const change = async (head: PersonAtDesk, name: string, fields: Record<string, string>): Promise<void> => {
  await rowOf(head, name).first().getByRole('button', { name: /^更改/ }).click();
  for (const [label, text] of Object.entries(fields)) await head.fill(label, text);
  await head.tap('改好了');
};

/** A text in GBK: whatever the platform reads back as each sign. */
const gbkOf = (text: string): Buffer => {
  const reads = new TextDecoder('gbk');
  const codes = new Map<string, number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1)
      if (second !== 0x7f) codes.set(reads.decode(new Uint8Array([first, second])), [first, second]);
  return Buffer.from(
    [...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : (codes.get(sign) ?? [0x3f]))),
  );
};

describe('名册', () => {
  it('a line that is still open is no change of nothing: saving takes it, and stays where it is wrong', async () => {
    const head = await editorAt();
    const { roles } = await rosterOf();
    const liaison = roles.unitLiaison![0]!;
    await rowOf(head, liaison.name).first().getByRole('button', { name: /^更改/ }).click();
    await head.sees('还没有改动。');
    await head.fill('手机号（收短信）', '1380000');
    await head.sees('另有一行正在改，保存时一并收下。');
    await head.seesNot('还没有改动。');
    await head.fill('更改的理由', '换号');
    await head.tap('保存名册');
    await head.sees(/手机号/);
    expect((await rosterOf()).changed?.reason).not.toBe('换号');
    await head.fill('手机号（收短信）', '13800000088');
    await head.tap('保存名册');
    await expect.poll(async () => (await rosterOf()).changed?.reason).toBe('换号');
    const after = (await rosterOf()).roles.unitLiaison!.find(({ id }) => id === liaison.id);
    expect(after?.mobile).toBe('+8613800000088');
    await head.leave();
  });

  it('is changed with a reason, which stands in its history, and who is told', async () => {
    const head = await editorAt();
    const { roles } = await rosterOf();
    const clerk = roles.dutyOfficer![0]!;
    await change(head, clerk.name, { 姓名: '值班员丙', '手机号（收短信）': '13800000099' });
    await head.sees(/^将要更改[12]处/);
    await head.tap('保存名册');
    await head.sees('请写更改的理由，例如：国庆轮岗');
    await head.focusIs('#reason');
    await head.fill('更改的理由', '国庆轮岗');
    expect(await findings(head.page)).toEqual([]);
    await head.picture('roster-edit');
    const before = bureau.texts.length;
    await head.tap('保存名册');
    await head.sees('名册已保存，有变动的人会收到短信。');
    await head.sees(/由办公室负责人改定，理由：国庆轮岗/);
    const now = await rosterOf();
    expect(now.roles.dutyOfficer!.map(({ name, mobile }) => [name, mobile])).toContainEqual([
      '值班员丙',
      '+8613800000099',
    ]);
    expect(now.changed?.reason).toBe('国庆轮岗');
    await bureau.settled();
    expect(bureau.texts.slice(before).map(({ to }) => to)).toContain('+8613800000099');
    expect(head.faults).toEqual([]);
    await head.leave();
  });

  it('says beside the post that it would leave without anybody that it has to be held', async () => {
    const head = await editorAt();
    const { roles, version } = await rosterOf();
    for (const { name } of roles.dutyOfficer!) {
      await rowOf(head, name).first().getByRole('button', { name: /^更改/ }).click();
      await head.pick('不在岗');
      await head.tap('改好了');
    }
    await head.fill('更改的理由', '全体休假');
    await head.tap('保存名册');
    await head.sees(/处要改，还没有保存/);
    const post = head.page.locator('section', {
      has: head.page.getByRole('heading', { name: /^局办公室值班员/ }),
    });
    await post.locator('.why').first().waitFor();
    await head.picture('roster-without-duty');
    await head.settles();
    expect((await rosterOf()).version).toBe(version);
    await head.leave();
  });

  it('of two who change it at once the second sees what the first did, and loses nothing of his own', async () => {
    const head = await editorAt();
    const { roles, version } = await rosterOf();
    const [leader] = roles.deputyLeader!;
    await change(head, leader!.name, { '手机号（收短信）': '13800000088' });
    await head.fill('更改的理由', '换号');
    const others = roles.chiefLeader!.map((each) => ({ ...each, mobile: '+8613800000077' }));
    await bureau.put('officeHead', '/v1/roster', {
      version,
      reason: '局长换号',
      roles: {
        ...roles,
        chiefLeader: others,
        leadingGroup: roles.leadingGroup!.map((each) =>
          each.id === others[0]!.id ? { ...each, mobile: '+8613800000077' } : each,
        ),
      },
    });
    await head.tap('保存名册');
    await head.sees(/^还没有保存：你改的时候，别人.*也改了名册。/);
    await head.sees(/^别人已改：.*13800000077/);
    await head.picture('roster-conflict');
    await head.tap('保存名册');
    await head.sees('名册已保存，有变动的人会收到短信。');
    const now = await rosterOf();
    expect(now.roles.deputyLeader![0]!.mobile).toBe('+8613800000088');
    expect(now.roles.chiefLeader![0]!.mobile).toBe('+8613800000077');
    await head.leave();
  });

  it('goes out as a table and comes back, also from a program that writes GBK, and a wrong one changes nothing', async () => {
    const head = await personAt(bureau, 'officeHead', { path: '/desk/roster', size: 'pc' });
    const { page } = head;
    const saved = page.waitForEvent('download');
    await head.tap('导出表格');
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^名册\d{4}-\d\d-\d\d\.csv$/);
    const table = readFileSync(await file.path(), 'utf8');
    expect(table.charCodeAt(0)).toBe(0xfeff);
    expect(table).toContain('值班员丙');
    await head.tap('更改名册');
    await page.getByText('用表格更换').click();
    const give = (name: string, buffer: Buffer): Promise<void> =>
      page.getByLabel(/^选择表格文件/).setInputFiles({ name, mimeType: 'text/csv', buffer });
    await give('同.csv', Buffer.from(table));
    await head.sees(/^表格已读入/);
    await head.sees('还没有改动。');
    // 值班员丙 becomes 值班员丁 in GBK: each of its signs is two bytes, and a file in UTF-8 would not read so.
    const gbk = gbkOf(table.replace(/^\ufeff/, '').replaceAll('值班员丙', '值班员丁'));
    await give('改.csv', gbk);
    await head.sees(/^将要更改[12]处/);
    await head.sees(/值班员丁/);
    await give('错.csv', Buffer.from('岗位,姓名,电话\n没有这个岗位,某某,13800000001\n'));
    await head.sees('表格有误，名册没有改动：');
    await head.picture('roster-table-wrong');
    await head.sees(/^将要更改[12]处/);
    await head.fill('更改的理由', '按表格更正');
    await head.tap('保存名册');
    await head.sees('名册已保存，有变动的人会收到短信。');
    expect((await rosterOf()).roles.dutyOfficer!.map(({ name }) => name)).toContain('值班员丁');
    expect(head.faults).toEqual([]);
    await head.leave();
  });

  it('is written for the first time by whoever operates the system, from a table', async () => {
    const office = await openBureau({ bureau: 'petition' });
    const { roles } = await rosterOf(office);
    const operator = await personAt(office, 'operator', { path: '/desk/roster' });
    // As before anybody has written one; he has logged in at the provider that is not the roster's.
    for (const key of [
      { pk: 'ROSTER', sk: 'CURRENT' },
      { pk: 'ROSTER', sk: 'VERSION#000001' },
    ])
      await office.system.table.remove(key);
    await operator.page.reload();
    await operator.sees('还没有名册。');
    await operator.tap('写第一份名册');
    await operator.page.getByText('用表格更换').click();
    const lines = Object.entries(roles).flatMap(([role, people]) =>
      people.map(({ id, name, mobile, unit = '' }) => [role, name, mobile, unit, id].join(',')),
    );
    await operator.page.getByLabel(/^选择表格文件/).setInputFiles({
      ...{ name: '名册.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(['岗位,姓名,电话,股室,编号', ...lines].join('\n')),
    });
    await operator.sees(/^表格已读入/);
    await operator.picture('roster-first');
    await operator.tap('保存名册');
    await operator.sees('名册已保存，有变动的人会收到短信。');
    const now = await rosterOf(office);
    expect(now.version).toBe(1);
    expect(Object.keys(now.roles).sort()).toEqual(Object.keys(roles).sort());
    expect(operator.faults).toEqual([]);
    await operator.leave();
    await office.close();
  });
});
