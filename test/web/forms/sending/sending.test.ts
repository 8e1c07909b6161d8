import { describe, expect, it } from 'vitest';
import { keyFrom, type Sending, sendOnce, type Unsettled } from '../../../../web/model/forms/sending.ts';
import { createServer, type Line } from './lossy-server.ts';

/** A form that is sent, over lines that behave as told. */
const createForm = (server = createServer()) => {
  let keys = 0;
  const freshKey = () => `key-${++keys}`;
  let sending: Sending = { key: freshKey() };
  const saved: Sending[] = [];
  const send = (next: Unsettled, line: Line = {}) =>
    sendOnce(sending, next, {
      request: (out) => server.ask(out, line),
      save: (state) => {
        sending = state;
        saved.push(JSON.parse(JSON.stringify(state)));
      },
      freshKey,
    });
  return { server, send, saved, state: () => sending, reload: () => (sending = saved.at(-1)!) };
};
const first: Unsettled = { body: { type: 'FileReport', summary: '已封存' }, version: 7 };
const edited: Unsettled = { body: { type: 'FileReport', summary: '已封存，正在检验' }, version: 7 };

describe('an act is sent once', () => {
  it('and is done', async () => {
    const { server, send } = createForm();
    expect(await send(first)).toMatchObject({ is: 'done', isEarlier: false });
    expect(server.acts).toEqual([first.body]);
  });

  it('what is out is kept before it goes out, with its key and its version', async () => {
    const { send, saved } = createForm();
    await send(first, { loses: 'request' });
    expect(saved[0]).toEqual({ key: 'key-1', unsettled: first });
  });

  it.each(['request', 'answer'] as const)(
    'its %s is lost, and it is sent again: it is done once',
    async (loses) => {
      const { server, send } = createForm();
      expect(await send(first, { loses })).toMatchObject({ is: 'lost' });
      expect(await send(first)).toMatchObject({ is: 'done', isEarlier: false });
      expect(server.acts).toEqual([first.body]);
      expect(server.faults).toEqual([]);
    },
  );

  it('its answer is lost, it is edited and sent again: the first was done, and that is said; the edit is not entered', async () => {
    const { server, send } = createForm();
    await send(first, { loses: 'answer' });
    expect(await send(edited)).toMatchObject({ is: 'done', isEarlier: true });
    expect(server.acts).toEqual([first.body]);
    expect(server.faults).toEqual([]);
  });

  it('it never arrived, it is edited and sent again: what was sent first is done, under its own key', async () => {
    const { server, send } = createForm();
    await send(first, { loses: 'request' });
    expect(await send(edited)).toMatchObject({ is: 'done', isEarlier: true });
    expect(server.acts).toEqual([first.body]);
  });

  it('its refusal is lost, it is mended and sent again: the refusal is learnt, and what is mended is done under a key of its own', async () => {
    const { server, send } = createForm();
    server.refuse(409, 'GATE_CLOSED');
    await send(first, { loses: 'answer' });
    server.takeAgain();
    expect(await send(edited)).toMatchObject({ is: 'done', isEarlier: false });
    expect(server.acts).toEqual([edited.body]);
    expect(server.faults).not.toContain('IDEMPOTENCY_KEY_REUSED');
  });

  it('it was refused; the same again under another key, since things may have changed', async () => {
    const { server, send } = createForm();
    server.refuse(409, 'GATE_CLOSED');
    expect(await send(first)).toMatchObject({ is: 'refused', fault: { code: 'GATE_CLOSED' } });
    server.takeAgain();
    expect(await send(first)).toMatchObject({ is: 'done', isEarlier: false });
    expect(server.acts).toEqual([first.body]);
  });

  it.each([
    [429, 'BUSY'],
    [500, 'INTERNAL'],
    [503, 'STORE_UNAVAILABLE'],
    [409, 'IDEMPOTENCY_KEY_IN_USE'],
  ])('%i %s says nothing of whether it was done: the key stays, and what was sent', async (status, code) => {
    const saved: Sending[] = [];
    const outcome = await sendOnce({ key: 'key-1' }, first, {
      request: async () => ({ fault: { status, code, message: '' } }),
      save: (sending) => saved.push(sending),
      freshKey: () => 'other',
    });
    expect(outcome).toMatchObject({ is: 'lost' });
    expect(saved.at(-1)).toEqual({ key: 'key-1', unsettled: first });
  });

  it('it was done, and its answer is kept no more: it is done', async () => {
    const { server, send } = createForm();
    await send(first, { loses: 'answer' });
    server.forget();
    expect(await send(first)).toEqual({ is: 'done', reply: undefined, isEarlier: false });
    expect(server.acts).toHaveLength(1);
  });

  it('after a reload too', async () => {
    const { server, send, reload } = createForm();
    await send(first, { loses: 'answer' });
    reload();
    await send(first);
    expect(server.acts).toEqual([first.body]);
  });

  const inTwoTabs = () => {
    const one = createForm();
    return { one, other: createForm(one.server) };
  };
  it('the same draft in two tabs: the second goes out as another act, and the version tells that the case has changed', async () => {
    const { one, other } = inTwoTabs();
    await one.send(first);
    one.server.refuse(409, 'CASE_CHANGED');
    expect(await other.send(edited)).toMatchObject({ is: 'refused', fault: { code: 'CASE_CHANGED' } });
    expect(one.server.acts).toEqual([first.body]);
  });
  it('the first having come to nothing, the second is done', async () => {
    const { one, other } = inTwoTabs();
    one.server.refuse(409, 'GATE_CLOSED');
    await one.send(first);
    one.server.takeAgain();
    expect(await other.send(edited)).toMatchObject({ is: 'done', isEarlier: false });
  });
  it('of an opening no version tells: nothing is sent a second time before he has looked', async () => {
    const { one, other } = inTwoTabs();
    const opening = (title: string) => ({ body: { type: 'OpenCase', title } });
    await one.send(opening('甲'));
    expect(await other.send(opening('乙'))).toEqual({ is: 'unlike' });
    expect(one.server.acts).toHaveLength(1);
    expect(await other.send(opening('乙'))).toMatchObject({ is: 'done' });
  });
  it('a server that knows every key is not asked for ever', async () => {
    let asked = 0;
    const outcome = await sendOnce({ key: 'key-1' }, first, {
      request: async () => {
        asked += 1;
        return { fault: { status: 422, code: 'IDEMPOTENCY_KEY_REUSED', message: '' } };
      },
      save: () => undefined,
      freshKey: () => 'other',
    });
    expect(outcome).toEqual({ is: 'unlike' });
    expect(asked).toBe(2);
  });

  it('whatever is lost, in whatever order one edits and sends: no key comes with other words, and nothing is done twice', async () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const { server, send } = createForm();
      let bits = seed;
      for (let turn = 0; turn < 4; turn += 1) {
        const line = ([{}, { loses: 'request' }, { loses: 'answer' }] as const)[bits % 3]!;
        bits = Math.floor(bits / 3);
        if (bits % 2 === 0) server.refuse(409, 'GATE_CLOSED');
        else server.takeAgain();
        const outcome = await send({ body: { type: 'FileReport', summary: `第${turn}稿` } }, line);
        if (outcome.is === 'done') break;
      }
      expect(server.faults).not.toContain('IDEMPOTENCY_KEY_REUSED');
      expect(server.acts.length).toBeLessThan(2);
    }
  });
});

it('a key is 32 hexadecimal signs, as the API takes it', () => {
  expect(keyFrom(new Uint8Array([0, 15, 16, 255]))).toBe('000f10ff');
});
