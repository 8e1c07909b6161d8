import type { Route } from '../support/noted-desk.ts';
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
  for (const told of receipts) note('POST /v1/receipts', told);
};
