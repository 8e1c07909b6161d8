import { beforeEach, describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { createOffice, grave, type Office, START } from '../../support/office.ts';
import { caseIn, logIn, takenIn } from '../../support/told.ts';

// A number that a feed has brought, or that somebody has written down, is a caller's as much as one in its own field.

const CALLER = '13800000099';
const BUREAUS = ['leizhou', 'nanning', 'hohhot', 'petition', 'yinzhou'] as const;
/** Words for which every bureau opens a case. */
const item = grave('a', {
  title: `来电人${CALLER}反映雷州多家学校食堂多名学生住院`,
  content: `${grave('a').content}多名群众集体上访,拉横幅聚集,引发围观。回访电话${CALLER}`,
  publishedAt: '2026-03-01T22:00:00.000Z',
  callerPhone: '0759-8821234',
  replyCount: `约${CALLER}人`,
});

describe.each(BUREAUS)('the number of a caller in what a feed brings (%s)', (bureau) => {
  let office: Office;
  let caseId: string;
  const regulation = regulations[bureau]!;
  const readers = regulation.authorities.find(({ command }) => command === 'ReadNumbers')!.roles;
  const all = regulation.authorities.filter(
    ({ command, levels }) => command === 'ReadCases' && levels === undefined,
  );
  const others = [...new Set(all.flatMap(({ roles }) => roles))].filter(
    (role) =>
      !readers.includes(role) && !regulation.roles.some(({ id, perUnit }) => id === role && perUnit === true),
  );
  beforeEach(async () => {
    office = await createOffice({ regulation });
    caseId = takenIn(await office.push([item])).case!;
    // A later publication is asked about, by the name of its item.
    office.pass(60_000);
    await office.push([{ ...item, publishedAt: '2026-03-01T23:00:00.000Z' }]);
  });
  const shownTo = async (role: string): Promise<string> => {
    const paths = ['/v1/items', '/v1/items/demo/a', `/v1/cases/${caseId}`, `/v1/cases/${caseId}/log`];
    const told = await Promise.all(
      [...paths, '/v1/cases', '/v1/duties'].map((path) =>
        office.as(role)('GET', path, undefined, path === '/v1/duties' ? { of: 'all' } : {}),
      ),
    );
    const seen = told.filter(({ status }) => status === 200);
    expect(seen.length).toBeGreaterThanOrEqual(5);
    return JSON.stringify(seen.map(({ body }) => body));
  };

  it('is shown to who reads numbers', async () => {
    const told = await shownTo('dutyOfficer');
    expect(told).toContain(CALLER);
    expect(told).toContain('0759-8821234');
  });

  it('is masked for everybody else, and the log fits all the same', async () => {
    expect(others.length).toBeGreaterThan(0);
    for (const role of others) {
      const told = await shownTo(role);
      expect(told).not.toContain(CALLER);
      expect(told).not.toContain('8821234');
      expect(told).toContain('138****0099');
      expect(logIn(await office.as(role)('GET', `/v1/cases/${caseId}/log`)).intact).toBe(true);
    }
  });

  it('stands in no text that goes out, nor in what the case is called', async () => {
    await office.notify(caseId);
    office.pass(60_000);
    await office.notify();
    expect(office.sent.length).toBeGreaterThan(0);
    expect(JSON.stringify(office.sent)).not.toContain(CALLER);
    expect(caseIn(await office.as('dutyOfficer')('GET', `/v1/cases/${caseId}`)).title).toContain(
      '138****0099',
    );
  });
});

describe('the number in what somebody wrote down', () => {
  const note = {
    ...{
      title: '群众来电反映某超市',
      text: `回访电话${CALLER},多人食用后不适`,
      level: 'yellow',
      unit: 'food',
    },
    call: { caller: '某家长', number: '0759-8821234', at: START },
    sources: [{ kind: 'monitored' }],
  };
  it('is masked for the unit that has the case, in the case and in its log', async () => {
    const office = await createOffice();
    const { case: caseId } = caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', note));
    for (const [role, isSeen] of [
      ['unitLiaison', false],
      ['officeHead', true],
    ] as const) {
      const by = office.as(role, role === 'unitLiaison' ? 'food' : undefined);
      for (const path of ['', '/log']) {
        const text = JSON.stringify((await by('GET', `/v1/cases/${caseId}${path}`)).body);
        expect(text.includes(CALLER), `${role} ${path}`).toBe(isSeen);
      }
    }
  });
});

it('the number in what was refused is shown to who reads numbers, and masked for others', async () => {
  const regulation = structuredClone(regulations.leizhou!);
  const office = await createOffice({ regulation });
  await office.push([{ title: `来电人${CALLER}反映`, content: `请回拨${CALLER}` }]);
  const read = async (): Promise<string> => {
    const by = office.as('officeHead');
    const { body } = await by('GET', '/v1/refused-items');
    const [first] = (body as { items: { refused: string }[] }).items;
    return JSON.stringify([body, (await by('GET', `/v1/refused-items/${first!.refused}`)).body]);
  };
  expect(await read()).toContain(CALLER);
  regulation.authorities.find(({ command }) => command === 'ReadNumbers')!.roles = ['operator'];
  const told = await read();
  expect(told).not.toContain(CALLER);
  expect(told).toContain('138****0099');
});
