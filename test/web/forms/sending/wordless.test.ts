import { describe, expect, it } from 'vitest';
import {
  isOver,
  type Sending,
  sendOnce,
  type Unsettled,
  withoutWords,
  wordlessFrom,
} from '../../../../web/model/forms/sending.ts';
import { createServer, type Line } from './lossy-server.ts';

// An act of a 涉密 case: a reload leaves nothing of it but its key, and that it is out.

const AT = 1_000_000;
const createForm = (server = createServer()) => {
  let keys = 0;
  const freshKey = () => `key-${++keys}`;
  let sending: Sending = { key: freshKey() };
  return {
    server,
    state: () => sending,
    send: (next: Unsettled, line: Line = {}) =>
      sendOnce(sending, next, {
        request: (out) => server.ask(out, line),
        save: (state) => {
          sending = state;
        },
        freshKey,
      }),
    /** All that the tab has kept of it. */
    reload: (): string => {
      const kept = JSON.stringify(withoutWords(sending, AT) ?? null);
      sending = wordlessFrom(JSON.parse(kept)) ?? { key: freshKey() };
      return kept;
    },
    forget: () => {
      sending = { key: freshKey() };
    },
  };
};
const first: Unsettled = { body: { type: 'RecordInstruction', text: '机密甲' }, version: 7, isSecret: true };
const other: Unsettled = { body: { type: 'RecordInstruction', text: '机密乙' }, version: 7, isSecret: true };

describe('what went out without its words', () => {
  it('is its key, its time and the version of the case, and nothing that it said', async () => {
    const { send, reload } = createForm();
    expect(reload()).toBe('null');
    await send(first, { loses: 'answer' });
    expect(JSON.parse(reload())).toEqual({ key: expect.any(String), wordless: { at: AT, version: 7 } });
  });

  it('has been done, and is filled in the same: its answer comes, and it was done once', async () => {
    const { server, send, reload } = createForm();
    await send(first, { loses: 'answer' });
    reload();
    expect(await send(first)).toMatchObject({ is: 'done', isEarlier: false });
    expect(server.acts).toEqual([first.body]);
  });

  it('has been done, and is filled in otherwise: nothing more is done, and its key stays until that is known', async () => {
    const { server, send, reload, state } = createForm();
    await send(first, { loses: 'answer' });
    reload();
    const { key } = state();
    expect(await send(other)).toEqual({ is: 'unlike' });
    expect(state()).toEqual({ key, wordless: { at: AT, version: 7 } });
    expect(server.acts).toEqual([first.body]);
    // And once more, also when the answer to this one is lost in between.
    expect(await send(other, { loses: 'answer' })).toMatchObject({ is: 'lost' });
    reload();
    expect(await send(other)).toEqual({ is: 'unlike' });
    expect(server.acts).toEqual([first.body]);
  });

  it('never arrived: what is filled in now is done, under the same key', async () => {
    const { server, send, reload, state } = createForm();
    await send(first, { loses: 'request' });
    reload();
    const { key } = state();
    expect(await send(other)).toMatchObject({ is: 'done' });
    expect(server.keys).toEqual([key]);
  });

  it('a refusal of what is filled in now says nothing of what went out', async () => {
    const { server, send, reload, state } = createForm();
    await send(first, { loses: 'request' });
    reload();
    const before = state();
    server.refuse(422, 'INVALID');
    expect(await send(other)).toMatchObject({ is: 'refused' });
    expect(state()).toEqual(before);
  });

  it('is being carried out for two minutes at most', () => {
    expect(isOver({ at: AT }, AT + 60_000)).toBe(false);
    expect(isOver({ at: AT }, AT + 121_000)).toBe(true);
  });

  it('nothing else is taken for it', () => {
    for (const none of [null, undefined, {}, { key: 7 }, { key: 'a' }, { key: 'a', wordless: {} }, 'a', []])
      expect(wordlessFrom(none)).toBeUndefined();
  });

  it('whatever is lost, and however often it is opened anew and filled in otherwise: one act is done at most', async () => {
    for (let seed = 0; seed < 3 ** 6; seed += 1) {
      const { server, send, reload, forget, state } = createForm();
      let rest = seed;
      for (let turn = 0; turn < 3; turn += 1) {
        const line = ([{}, { loses: 'request' }, { loses: 'answer' }] as const)[rest % 3]!;
        rest = Math.floor(rest / 3);
        if (rest % 3 === 0) server.refuse(409, 'GATE_CLOSED');
        else server.takeAgain();
        const isReloaded = rest % 3 === 1;
        rest = Math.floor(rest / 3);
        const outcome = await send({ body: { type: 'FileReport', summary: `第${turn}稿` } }, line);
        if (outcome.is === 'done') break;
        // The log says what has become of the key.
        if (outcome.is === 'unlike') {
          if (server.keys.includes(state().key)) break;
          forget();
        }
        if (isReloaded) reload();
      }
      expect(server.acts.length).toBeLessThan(2);
    }
  });
});
