import { describe, expect, it } from 'vitest';
import { formsForTests } from '../support/forms.ts';
import { drafts, personAt } from '../support/person.ts';

// What lies on the device of what somebody has typed and not sent.

const { bureau, at } = formsForTests();

describe('what is typed', () => {
  it('is there again after a reload, and goes when one does without it', async () => {
    const clerk = await personAt(bureau(), 'dutyOfficer', { path: at('orange', 'RecordInstruction') });
    await clerk.fill('批示内容', '请速核查');
    await clerk.sees(/草稿01:08已存本机/);
    await clerk.page.reload();
    await clerk.sees('已恢复01:08的草稿');
    await clerk.holds('批示内容', '请速核查');
    await clerk.tap('不用草稿');
    await clerk.sees('草稿删除后不能恢复。');
    await clerk.tap('留着');
    await clerk.tap('不用草稿');
    await clerk.tap('删除草稿');
    await clerk.seesNot('已恢复01:08的草稿');
    await clerk.holds('批示内容', '');
    await expect.poll(() => drafts(clerk)).toBe(0);
    await clerk.leave();
  });

  it('of a 涉密 case stays nowhere', async () => {
    const head = await personAt(bureau(), 'officeHead', { path: at('secret', 'RecordInstruction') });
    await head.sees('涉密案卷不存草稿');
    await head.pick('本局领导');
    await head.fill('批示内容', '见纸质件');
    // What it would do is asked for after the draft would have been kept.
    await head.page.locator('.does li').first().waitFor();
    expect(await drafts(head)).toBe(0);
    await head.leave();
  });

  it('outlives the session, and is back after another login', async () => {
    const clerk = await personAt(bureau(), 'dutyOfficer', { path: at('orange', 'RecordInstruction') });
    await clerk.fill('批示内容', '请速核查并报告');
    await clerk.sees(/草稿01:08已存本机/);
    const gone = (route: { fulfill: (answer: object) => Promise<void> }) =>
      route.fulfill({ status: 401, json: { code: 'TOKEN_INVALID', message: '登录已失效' } });
    await clerk.context.route('**/v1/**', gone);
    await clerk.look();
    await clerk.sees(/登录已失效/);
    await clerk.context.unroute('**/v1/**');
    await clerk.logIn();
    await clerk.go(at('orange', 'RecordInstruction'));
    await clerk.sees('已恢复01:08的草稿');
    expect(await clerk.text()).not.toContain('没有收到答复');
    await clerk.leave();
  });
});

it('an opening that is marked 涉密 leaves the device at once', async () => {
  const clerk = await personAt(bureau(), 'dutyOfficer', { path: '/desk/open' });
  await clerk.fill(/^什么事/, '见纸质件');
  await clerk.sees(/已存本机/);
  await expect.poll(() => drafts(clerk)).toBe(1);
  await clerk.pick('涉密');
  await clerk.sees('涉密案卷不存草稿');
  await expect.poll(() => drafts(clerk)).toBe(0);
  await clerk.leave();
});
