import { describe, expect, it } from 'vitest';
import { formsForTests } from '../support/forms.ts';
import { watchLine } from '../support/line.ts';
import { drafts, personAt } from '../support/person.ts';

const { bureau, at, entriesOf } = formsForTests();

describe('a line that loses answers', () => {
  it('the answer is lost, the form is edited: what was done is told, and it was done once', async () => {
    const before = (await entriesOf('RecordInstruction')).length;
    const clerk = await personAt(bureau(), 'officeHead', { path: at('orange', 'RecordInstruction') });
    const line = await watchLine(clerk);
    await clerk.pick('本局领导');
    await clerk.fill('批示内容', '请执法股配合');
    line.loses = 'answer';
    await clerk.submit.click();
    await clerk.sees('网络中断，没有收到答复，不知道是否已登记。');
    await clerk.page.reload();
    await clerk.sees('上次发出后没有收到答复，不知道是否已登记。');
    await clerk.fill('批示内容', '请执法股、食品股配合');
    line.loses = 'nothing';
    await clerk.tap('再发一次');
    await clerk.sees('上次发出的已登记');
    expect(new Set(line.sent.map(({ key, version, body }) => `${key} ${version} ${body}`)).size).toBe(1);
    expect(await entriesOf('RecordInstruction')).toHaveLength(before + 1);
    await expect.poll(() => drafts(clerk)).toBe(0);
    await clerk.leave();
  });

  it('nothing is sent by itself when the network is back', async () => {
    const clerk = await personAt(bureau(), 'officeHead', { path: at('orange', 'RecordInstruction') });
    const line = await watchLine(clerk);
    await clerk.pick('本局领导');
    await clerk.fill('批示内容', '请法规股研究');
    line.loses = 'request';
    await clerk.submit.click();
    await clerk.sees('再发一次');
    line.loses = 'nothing';
    await clerk.look();
    expect(line.sent).toHaveLength(1);
    await clerk.page.reload();
    await clerk.sees('再发一次');
    await clerk.settles();
    expect(line.sent).toHaveLength(1);
    await clerk.tap('再发一次');
    await clerk.sees(/^已办：/);
    expect(line.sent).toHaveLength(2);
    await clerk.leave();
  });
});
