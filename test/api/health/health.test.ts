import { describe, expect, it } from 'vitest';
import { createLambdas } from '../../../infra/local/embedded/lambdas.ts';
import { DEFAULT_CLAIMS } from '../../../shared/contracts/environment.ts';
import { HealthReply } from '../../../shared/contracts/replies/health.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { StoreUnavailable } from '../../../shared/records/table.ts';
import { createOffice, type Office } from '../../support/office.ts';
import { read, refusalIn } from '../../support/told.ts';

const MINUTE = 60_000;
const ask = (office: Office) => office.http({ method: 'GET', path: '/v1/health' });
const health = async (office: Office) => read(HealthReply, await ask(office));

describe('the health, which anybody may ask for', () => {
  it('tells of store and clocks and of nothing else', async () => {
    const office = await createOffice();
    await office.sweep();
    expect(Object.keys(await health(office)).sort()).toEqual([
      ...['bureau', 'clocks', 'requestId', 'status', 'store', 'time'],
    ]);
  });

  it('is well for a quarter of an hour after the end of a sweep, and then says that nobody looks after the clocks', async () => {
    const office = await createOffice();
    await office.sweep();
    office.pass(15 * MINUTE);
    expect(await health(office)).toMatchObject({ status: 'ok', clocks: 'ok' });
    office.pass(11_000);
    expect(await health(office)).toMatchObject({ status: 'degraded', clocks: 'unattended', store: 'ok' });
    await office.sweep();
    office.pass(11_000);
    expect(await health(office)).toMatchObject({ status: 'ok', clocks: 'ok' });
  });

  it('waits as long for the first sweep', async () => {
    const office = await createOffice();
    expect(await health(office)).toMatchObject({ status: 'ok', clocks: 'starting' });
    office.pass(15 * MINUTE);
    expect(await health(office)).toMatchObject({ status: 'ok', clocks: 'starting' });
    office.pass(11_000);
    expect(await health(office)).toMatchObject({ status: 'degraded', clocks: 'unattended' });
  });

  it('says that whoever runs the clocks does not answer', async () => {
    const office = await createOffice();
    await office.sweep();
    office.flows.isDown = true;
    expect(await health(office)).toMatchObject({ status: 'degraded', clocks: 'unreachable' });
  });

  it('is 503 while the store takes nothing', async () => {
    const table = createMemoryTable();
    const office = await createOffice({
      table: {
        ...table,
        set: async () => {
          throw new StoreUnavailable('full');
        },
      },
    });
    const told = await ask(office);
    expect([told.status, refusalIn(told).code]).toEqual([503, 'STORE_UNAVAILABLE']);
  });

  it('asks store, clocks and issuer no more often than every ten seconds, however many ask', async () => {
    let asked = 0;
    const office = await createOffice({
      create: (bureau, system, feeds) =>
        createLambdas(bureau, system, feeds, {
          claims: DEFAULT_CLAIMS,
          rosterOnly: true,
          isIssuerUp: async () => {
            asked += 1;
            return false;
          },
        }),
    });
    for (const wait of [0, 0, 9_999, 1]) {
      office.pass(wait);
      expect(await health(office)).toMatchObject({ status: 'ok', login: 'unreachable' });
    }
    expect(asked).toBe(2);
  });
});
