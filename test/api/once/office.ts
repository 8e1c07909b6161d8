import { claimsOf } from '../../../infra/local/api-event.ts';
import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import type { Table } from '../../../shared/records/table.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { createOffice } from '../../support/office.ts';
import { caseIn, refusalIn, type Told } from '../../support/told.ts';

export const SECOND = 1000;
export const DAY = 24 * 3600 * SECOND;
/** How often the same is asked for at once. */
export const MANY = 16;

/** Sixteen at once. */
export const atOnce = (send: (turn: number) => Promise<Told>): Promise<Told[]> =>
  Promise.all(Array.from({ length: MANY }, (_, turn) => send(turn)));
/** Each way in which these were answered, with how often: `200`, or `409 ORDER_EXISTS`. */
export const waysOf = (told: readonly Told[]): Record<string, number> => {
  const ways = told.map((each) =>
    each.status < 400 ? `${each.status}` : `${each.status} ${refusalIn(each).code}`,
  );
  return Object.fromEntries(
    [...new Set(ways)].sort().map((way) => [way, ways.filter((one) => one === way).length]),
  );
};
/** The answer without the id of its request, which is its own each time. */
export const saidIn = ({ status, body }: Told) => ({ status, body: { ...(body as object), requestId: '' } });

/** What a case may get again and again: 批示, each an entry. */
export const instruct = { type: 'RecordInstruction', from: 'bureau', text: '请速核查' };

/** An office whose people send their requests with keys or without. */
export const openOnce = async (settings: { table?: Table; regulation?: Regulation } = {}) => {
  const office = await createOffice(settings);
  const people = exampleRoster(office.system.regulation);
  const send = (role: string, [method, path]: readonly [string, string], body: unknown, key?: string) =>
    office.http({
      method,
      path,
      claims: claimsOf(personFor(people, role)),
      body: JSON.stringify(body),
      ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
    });
  const open = (role: string, body: object, key?: string) => send(role, ['POST', '/v1/cases'], body, key);
  const give = (role: string, caseId: string, command: object, key?: string) =>
    send(role, ['POST', `/v1/cases/${caseId}/commands`], command, key);
  const stateOf = async (caseId: string) => (await office.system.cases.load(caseId))!;
  const instructed = async (caseId: string): Promise<number> =>
    (await office.system.cases.log(caseId)).filter(({ command }) => command === instruct.type).length;
  const opened = async (role: string, body: object): Promise<string> => caseIn(await open(role, body)).case;
  return { office, people, send, open, give, stateOf, instructed, opened };
};
export type Once = Awaited<ReturnType<typeof openOnce>>;

export const note = { title: '群众来电反映某超市销售过期食品', sources: [{ kind: 'monitored' }] };

/** An orange case of 雷州, a second after its daily report was due and missed by the unit that had it. */
export const missedReport = async (once: Once): Promise<string> => {
  const { office, opened, give } = once;
  const caseId = await opened('officeHead', {
    ...note,
    level: 'orange',
    unit: 'food',
    instants: { outbreakAt: office.now() },
  });
  await give('unitLiaison', caseId, { type: 'Acknowledge' });
  office.pass(DAY + SECOND);
  return caseId;
};
