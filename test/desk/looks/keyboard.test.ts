import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeBrowser } from '../support/browser.ts';
import { type PersonAtDesk, personAt } from '../support/person.ts';
import { openScene } from '../support/scene.ts';

let scene: Awaited<ReturnType<typeof openScene>>;
let clerk: PersonAtDesk;
beforeAll(async () => {
  scene = await openScene();
  clerk = await personAt(scene.bureau, 'dutyOfficer', { size: 'pc', path: '/desk/duties' });
});
afterAll(async () => {
  await closeBrowser();
  await scene.bureau.close();
});

const press = (key: string): Promise<void> => clerk.page.keyboard.press(key);
/** What has the focus, by its words; `body`: nothing has. */
const focused = async (): Promise<string> =>
  clerk.page.evaluate<string>(`(() => {
    const at = document.activeElement;
    const words = at.labels && at.labels.length > 0 ? at.labels[0].innerText : at.innerText;
    return (at === document.body ? 'body' : at.tagName + ' ' + words).replace(/\\s+/g, ' ').trim();
  })()`);
/** Goes on by Tab until something has the focus; what had it on the way. */
const tabTo = async (words: RegExp): Promise<string[]> => {
  const passed: string[] = [];
  for (let times = 0; times < 90; times += 1) {
    await press('Tab');
    const now = await focused();
    if (words.test(now)) return passed;
    passed.push(now);
  }
  throw new Error(`Tab does not come to ${words}: ${passed.join(', ')}`);
};

it('goes through the bar from left to right, and then through the rows', async () => {
  await clerk.page.locator('.duty').first().waitFor();
  await clerk.settles();
  await tabTo(/跳到正文$/);
  const passed = await tabTo(/核发预警/);
  expect(passed.map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual([
    ...[
      'A 雷州市监',
      'A 待办',
      'A 案卷',
      'A 立案',
      'A 舆情',
      'A 时钟',
      'A 名册',
      'A 制度',
      'A 说明',
      'A 值班员甲',
    ],
    ...['SUMMARY 请打电话', 'A 预警相关股室', 'BUTTON 办法第16条等'],
  ]);
});

it('what explains keeps the focus until it is closed by Esc from wherever, and gives it back', async () => {
  const ground = /^BUTTON 办法第22条（二） ?，电话报告湛江市局的依据$/;
  await tabTo(ground);
  await press('Enter');
  await expect.poll(focused).toBe('H2 电话报告湛江市局');
  await clerk.settles();
  const around: [string, RegExp][] = [
    ['Tab', /^BUTTON 关闭$/],
    ['Tab', /^A 看上下文/],
    ['Tab', /^BUTTON 关闭$/],
    ['Shift+Tab', /^A 看上下文/],
  ];
  for (const [key, stop] of around) {
    await press(key);
    await expect.poll(focused).toMatch(stop);
  }
  await press('Escape');
  await clerk.page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(focused).toMatch(ground);
  await press('Enter');
  await expect.poll(focused).toBe('H2 电话报告湛江市局');
  // A click beside it takes the focus away, and the same key still closes it.
  await clerk.page.locator('.lead').click();
  await press('Escape');
  await clerk.page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(focused).toMatch(ground);
});

/** Opens what explains and closes it in one turn of the page; how many lie over it after each, and what has the focus. */
const OPEN_AND_CLOSE = `(async () => {
  const drawn = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    return document.querySelectorAll('[role=dialog]').length + ' ' + document.activeElement.tagName;
  };
  const button = document.querySelector('.duty button.ref');
  button.focus();
  button.click();
  const opened = await drawn();
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  return [opened, await drawn()];
})()`;
it('hears a key in the same turn in which it opened, before the first picture of it', async () => {
  expect(await clerk.page.evaluate(OPEN_AND_CLOSE)).toEqual(['1 H2', '0 BUTTON']);
});

it('carries one act through from 待办 to 已办 and back, the focus never lost', async () => {
  await tabTo(/^A 登记电话报告/);
  await press('Enter');
  await expect.poll(focused).toMatch(/^MAIN 登记电话报告/);
  await clerk.settles();
  await tabTo(/^INPUT 初报$/);
  await press('Space');
  await tabTo(/^TEXTAREA 报告要点/);
  await clerk.page.keyboard.type('已封存问题批次。');
  await tabTo(/^BUTTON 登记/);
  await press('Enter');
  await expect.poll(focused).toBe('H1 已办：登记电话报告');
  await tabTo(/^A 回到待办$/);
  await press('Enter');
  await expect.poll(focused).toMatch(/^MAIN /);
  await clerk.isAt('/desk/duties');
  await clerk.settles();
  await press('Tab');
  await expect.poll(focused).toBe('SUMMARY 请打电话 4');
  expect(clerk.faults).toEqual([]);
});
