import type { Route } from '../support/noted-desk.ts';
import { createOffice } from '../support/office.ts';
import { caseIn, type Told } from '../support/told.ts';
import { numberOf, openYellow } from './phones.ts';
import { createReceiving } from './receipts.ts';

const MINUTE = 60_000;

/** A case as it is answered while its texts are 未送达, 未送出 and given up, and what the gateway is answered for its receipts. */
export const textsInEveryState = async (note: (route: Route, told: Told) => Told): Promise<void> => {
  const bridged = await createReceiving();
  const { office, gateway } = bridged;
  const caseId = await openYellow(office, 'k', { level: 'orange' });
  const read = async (): Promise<Told> => office.as('officeHead')('GET', `/v1/cases/${caseId}`);
  const cases: Told[] = [];
  await office.notify(caseId);
  await bridged.carry();
  const { key } = gateway.taken.find(({ message: { to } }) => to === numberOf('officeHead'))!;
  const receipts = [
    await bridged.post({
      receipts: ['UNKNOWN', 'UNDELIV', 'UNDELIV'].map((state) => ({ key, state, at: office.now() })),
    }),
  ];
  receipts.push(await bridged.post(bridged.receipt('DELIVRD', 'none of ours')));
  cases.push(await read());
  const other = await openYellow(office, 'k2', { level: 'orange' });
  gateway.isDown = true;
  for (let minute = 0; minute < 3; minute += 1) {
    office.pass(MINUTE);
    await office.notify(other);
    await office.notify();
    await bridged.carry().catch(() => undefined);
  }
  const readOther = async (): Promise<Told> => office.as('officeHead')('GET', `/v1/cases/${other}`);
  cases.push(await readOther());
  office.pass(73 * 60 * MINUTE);
  await office.notify();
  cases.push(await readOther());
  const seen = cases.flatMap((told) => caseIn(told).telephoneTasks.map(({ text }) => text?.state));
  for (const state of ['undelivered', 'unsent', 'givenUp'] as const)
    if (!seen.includes(state)) throw new Error(`No text is ${state}`);
  for (const told of cases) note('GET /v1/cases/{case}', told);
  for (const each of [caseId, other])
    note(
      'GET /v1/cases/{case}/texts',
      await office.as('officeHead')('GET', `/v1/cases/${each}/texts`, undefined, { limit: '200' }),
    );
  for (const told of receipts) note('POST /v1/receipts', told);
  await readEnded(note);
};

/** What takes long to come about: told to nobody, overtaken, answered as read. */
const readEnded = async (note: (route: Route, told: Told) => Told): Promise<void> => {
  const office = await createOffice();
  const caseId = await openYellow(office, 'ended', { level: 'orange' });
  const { cases } = office.system;
  const state = (await cases.load(caseId))!;
  const [key = ''] = Object.keys(state.pendingNotices);
  const ended = { key, role: 'unitHead', among: [], at: office.now() };
  const handOvers = (['nobody', 'overtaken'] as const).map((status) => ({ ...ended, status }));
  await cases.append(caseId, state, {
    at: office.now(),
    actor: { id: 'system', name: '时限系统', role: 'system' },
    command: 'RecordHandOvers',
    events: [
      { type: 'NoticesHandedOver', handOvers },
      { type: 'NoticeAnswered', key, how: 'read', role: 'unitHead', madeAt: office.now() },
    ],
    rearms: false,
  });
  note('GET /v1/cases/{case}/texts', await office.as('officeHead')('GET', `/v1/cases/${caseId}/texts`));
};
