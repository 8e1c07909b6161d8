import { beforeEach, expect, it } from 'vitest';
import { plain } from '../../support/office.ts';
import { logIn } from '../../support/told.ts';
import { type Desk, note, openDesk } from './desk.ts';

// What a terminal or a page would obey: from the web it is kept and not shown, from our own people it is refused.

const ESCAPE = '\u001b[2J';
const TURNED = '\u202e倒\u2066';
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

it.each([
  ['a title', 'title', { ...note, title: `来电${ESCAPE}` }],
  ['a text', 'text', { ...note, text: `多人${TURNED}` }],
  ['who called', 'call.caller', { ...note, call: { caller: `甲\u0085`, number: '+8613800000000' } }],
  ['a key', 'key', { ...note, key: 'a\u0000' }],
  ['a field’s own name', '称[2J', { ...note, '称\u001b[2J': 1 }],
])('%s of our own with one is refused, by its field', async (_, field, opening) => {
  const told = await desk.officer('POST', '/v1/cases', opening);
  expect(told).toMatchObject({ status: 422, body: { code: 'INVALID' } });
  expect((told.body as { problems: unknown[] }).problems).toContainEqual({
    field,
    message: '不能含控制字符或改变书写方向的字符',
  });
  expect(JSON.stringify(told.body)).not.toContain(TURNED);
});

it('a text with lines and tabs is taken', async () => {
  const told = await desk.officer('POST', '/v1/cases', { ...note, text: '一、多人不适\n二、\t已送医\r\n' });
  expect(told.status).toBe(201);
});

it('an item is never refused for one in its title: it is shown without, and kept as it came', async () => {
  const { office, officer, opened, give } = desk;
  const title = `网传${ESCAPE}${TURNED}某店\u0007`;
  const [taken] = ((await office.push([plain('a', { title })])).body as { items: { status: string }[] })
    .items;
  expect(taken!.status).toBe('accepted');
  expect((await office.system.items.find('demo', 'a'))!.title).toBe(title);
  const shown = '网传[2J倒某店';
  expect((await officer('GET', '/v1/items')).body).toMatchObject({ items: [{ title: shown }] });
  expect((await officer('GET', '/v1/items/demo/a')).body).toMatchObject({ title: shown });
  const caseId = await opened();
  await give(caseId, { type: 'AttachItem', feed: 'demo', id: 'a' });
  expect((await officer('GET', `/v1/cases/${caseId}`)).body).toMatchObject({ items: [{ title: shown }] });
  // The log is as it is stored: its hashes are computed again.
  const log = logIn(await officer('GET', `/v1/cases/${caseId}/log`));
  expect(log.intact).toBe(true);
  expect(Object.values(log.entries.at(-1)!.texts).map(({ text }) => text)).toContain(title);
});

it('an item whose id has one is refused', async () => {
  const told = await desk.office.push([plain('a\u202e'), plain('b')]);
  expect(told.body).toMatchObject({ items: [{ status: 'refused' }, { status: 'accepted' }] });
});
