import type { RecordsPlace } from '../../../functions/serve-desk/health/status.ts';
import { createLambdas } from '../../../infra/local/embedded/lambdas.ts';
import { DEFAULT_CLAIMS } from '../../../shared/contracts/environment.ts';
import type { createNotedDesks } from '../../support/noted-desk.ts';
import { createOffice, type Office, plain } from '../../support/office.ts';

type Noted = Pick<ReturnType<typeof createNotedDesks>, 'deskOf' | 'note'>;
const HOUR = 3_600_000;
const OPENING = { title: '来电', sources: [{ kind: 'monitored' }], level: 'yellow', unit: 'food' };

const look = async ({ deskOf, note }: Noted, office: Office): Promise<void> => {
  note('GET /v1/health', await office.http({ method: 'GET', path: '/v1/health' }));
  await deskOf(office).get('GET /v1/status', '/v1/status');
};
const officeWith = (records?: RecordsPlace, isIssuerUp?: () => Promise<boolean>): Promise<Office> =>
  createOffice({
    create: (bureau, system, feeds) =>
      createLambdas(bureau, system, feeds, {
        ...{ claims: DEFAULT_CLAIMS, rosterOnly: true },
        ...(records && { records }),
        ...(isIssuerUp && { isIssuerUp }),
      }),
  });

/** Bureaus whose store, clocks, issuer, texts and feeds do well, or not. */
export const playHealth = async (noted: Noted): Promise<void> => {
  await look(noted, await officeWith({ kind: 'dynamodb' }, async () => false));
  const office = await officeWith({ kind: 'sqlite', freeBytes: async () => 2 ** 33 }, async () => true);
  await office.push([plain('a')]);
  await look(noted, office);
  await office.push([{}]);
  const caseId = await noted.deskOf(office).open(OPENING);
  office.sms.isDown = true;
  await office.notify(caseId);
  office.flows.statuses.set(`${caseId}-yellow-1`, 'FAILED');
  await office.sweep();
  office.pass(HOUR);
  await look(noted, office);
  office.flows.isDown = true;
  office.pass(HOUR);
  await look(noted, office);
  // The year whose holiday list is asked for and has not come.
  const late = await officeWith();
  late.at('2026-11-30T00:00:00.000Z');
  await look(noted, late);
  const swept = await createOffice();
  await swept.push([{}]);
  await swept.sweep();
  await look(noted, swept);
};
