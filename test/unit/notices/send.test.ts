import { beforeEach, describe, expect, it } from 'vitest';
import { exampleRoster } from '../../../infra/local/people.ts';
import type { Notice } from '../../../shared/case/events.ts';
import { type Sending, sendNotice } from '../../../shared/notices/send.ts';
import { createDeliveries } from '../../../shared/records/texts/deliveries.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, caseFile, officer, opening } from '../../support/case-file.ts';

const opened = () => {
  const file = caseFile();
  file.give('03-02 08:00', officer, opening({ title: '某超市食品问题,正文很长' }));
  return file.state;
};
const notice: Notice = {
  key: 'phoneReport#1##due#officeHead',
  role: 'officeHead',
  template: 'due',
  duty: leizhou.duties[0]!.id,
  due: at('03-02 11:00'),
  variables: {},
  byTelephone: false,
};
const head = { id: 'h2', name: '副主任', mobile: '+8613800000099', available: true };

let now: string;
let sent: { to: string; text: string }[];
let broken: Set<string>;
let sending: Sending;
const state = opened();

beforeEach(() => {
  now = at('03-02 10:00');
  sent = [];
  broken = new Set();
  const roster = exampleRoster();
  roster.roles.officeHead!.push(head);
  sending = {
    regulation: leizhou,
    roster,
    before: [],
    deliveries: createDeliveries(createMemoryTable()),
    now: () => now,
    sms: {
      send: async (to, { text }) => {
        if (broken.has(to)) throw Object.assign(new Error('secret internals'), { name: 'GatewayDown' });
        sent.push({ to, text });
        return `m-${sent.length}`;
      },
    },
  };
});
const send = (changes: Partial<Notice> = {}) => sendNotice(sending, state, { ...notice, ...changes });

describe('sendNotice', () => {
  it('hands over to everybody of the role, with case, level and due instant and nothing of the item', async () => {
    expect(await send()).toMatchObject({
      status: 'handedOver',
      people: ['head-1', 'h2'],
      messageIds: ['m-1', 'm-2'],
      at: now,
    });
    expect(sent.map(({ to }) => to)).toEqual(['+8613800000002', '+8613800000099']);
    for (const { text } of sent) {
      expect(text).toContain('LZ2026-0001');
      expect(text).toContain('03-02 11:00');
      expect(text).not.toContain('超市');
    }
  });

  it('tells one person alone, under the number of a day before too', async () => {
    const before = exampleRoster();
    before.roles.deputyLeader![0]!.mobile = '+8613800000088';
    sending = { ...sending, before: [before] };
    const told = await send({ role: 'deputyLeader', person: 'deputy-1', template: 'confirm', act: 4 });
    expect(told).toMatchObject({ status: 'handedOver', role: 'deputyLeader', people: ['deputy-1'] });
    expect(sent.map(({ to }) => to)).toEqual(['+8613800000003', '+8613800000088']);
  });

  it('a repeat sends nothing and tells the same', async () => {
    const first = await send();
    now = at('03-05 10:00');
    expect(await send()).toEqual({ ...first, at: now });
    expect(sent).toHaveLength(2);
  });

  it('one of two people is enough, and the other is named', async () => {
    broken.add(head.mobile);
    const done = await send();
    expect(done).toMatchObject({ status: 'handedOver', messageIds: ['m-1'] });
    expect(done?.detail).toBe('网关未接收:GatewayDown');
  });

  it('fails when the gateway takes none, and may be tried again', async () => {
    broken = new Set([head.mobile, '+8613800000002']);
    expect(await send()).toMatchObject({ status: 'failed', messageIds: [] });
    broken.clear();
    expect(await send()).toMatchObject({ status: 'handedOver' });
    expect(sent).toHaveLength(2);
  });

  it('says when it went up the ladder', async () => {
    sending.roster.roles.officeHead = [];
    expect(await send()).toMatchObject({ status: 'handedOver', reachedRole: 'deputyLeader' });
    expect(sent[0]?.text).toContain('(局办公室负责人无人)');
  });

  it('says when there is nobody at all', async () => {
    sending.roster = { roles: {} };
    expect(await send()).toMatchObject({ status: 'nobody', people: [], detail: '名册中没有可通知的人' });
    expect(sent).toEqual([]);
  });

  it('leaves it to another sender who is at it', async () => {
    await sending.deliveries.claim(state.caseId, `${notice.key}#head-1`, now);
    expect(await send()).toBeUndefined();
    expect(sent.map(({ to }) => to)).toEqual([head.mobile]);
    now = new Date(Date.parse(now) + 91_000).toISOString();
    expect(await send()).toMatchObject({ status: 'handedOver' });
    expect(sent).toHaveLength(2);
  });

  it('of two senders at once each message goes out once', async () => {
    await Promise.all([send(), send(), send()]);
    expect(sent.map(({ to }) => to).sort()).toEqual(['+8613800000002', '+8613800000099']);
  });

  it('what went out counts as sent, even when that cannot be kept', async () => {
    const { deliveries } = sending;
    sending.deliveries = {
      ...deliveries,
      confirm: async () => {
        throw new Error('down');
      },
    };
    expect(await send()).toMatchObject({ status: 'handedOver', messageIds: ['m-1', 'm-2'] });
  });

  it('a notice without a duty needs none', async () => {
    expect(await send({ template: 'opened', duty: undefined, due: undefined, key: 'case#1' })).toMatchObject({
      status: 'handedOver',
    });
  });
});
