import { beforeAll, describe, expect, it } from 'vitest';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import { SYSTEM_ACTOR } from '../../../shared/office/office.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { createOffice, type Office, plain } from '../../support/office.ts';
import { answerTo, openCase } from './desk.ts';

const PATHS = ['/v1/cases', '/v1/duties', '/v1/orders', '/v1/documents', '/v1/items', '/v1/refusals'];
type Query = Record<string, string>;

describe.each(['leizhou', 'hohhot'])('%s: an answer', (bureau) => {
  const regulation = regulations[bureau]!;
  let office: Office;
  let caseId: string;
  const get = (path: string, query: Query = {}, known?: string) =>
    answerTo(office, regulation, {
      path,
      query,
      ...(known === undefined ? {} : { headers: { 'If-None-Match': known } }),
    });
  const etagOf = async (path: string, query: Query = {}): Promise<string> =>
    (await get(path, query)).headers.etag!;
  beforeAll(async () => {
    office = await createOffice({ regulation });
    const level = regulation.scales[0]!.levels.at(-2)!.id;
    const unit = regulation.units[0]!.id;
    caseId = await openCase(office, regulation, { level, unit });
    await openCase(office, regulation, { level, unit, key: 'second', title: '另一来信' });
    await office.push([plain('a'), plain('b')]);
    await office.notify(caseId);
  });
  const all = (): [string, Query][] => [
    ...PATHS.map((path): [string, Query] => [path, {}]),
    ['/v1/duties', { of: 'all' }],
    ['/v1/cases', { limit: '1' }],
    ...['', '/schedule', '/log', '/texts'].map((what): [string, Query] => [`/v1/cases/${caseId}${what}`, {}]),
  ];

  it('that is the same again has the same tag, and another one another', async () => {
    const tags = new Map<string, string>();
    for (const [path, query] of all()) {
      const [first, again] = [await get(path, query), await get(path, query)];
      expect([path, first.status, first.headers.etag]).toEqual([path, 200, again.headers.etag]);
      expect(first.headers.etag).toMatch(/^W\/"[\w-]{27}"$/);
      tags.set(`${path} ${JSON.stringify(query)}`, first.headers.etag!);
    }
    expect(new Set(tags.values()).size).toBe(tags.size);
  });

  it('that is known is 304, without a body, however the tag is written', async () => {
    for (const [path, query] of all()) {
      const etag = await etagOf(path, query);
      const strong = etag.replace(/^W\//, '');
      for (const known of [
        etag,
        strong,
        `"other", ${etag}`,
        `${strong},"other"`,
        `W/"x" , ${etag} , "y"`,
        '*',
      ]) {
        const { status, body, headers } = await get(path, query, known);
        expect([path, known, status, body, headers.etag]).toEqual([path, known, 304, undefined, etag]);
        expect(headers['cache-control']).toBe('no-store');
      }
      for (const other of [
        '',
        '"other"',
        'W/"other"',
        etag.slice(0, -1),
        strong.replaceAll('"', ''),
        `"${etag}"`,
      ])
        expect([path, other, (await get(path, query, other)).status]).toEqual([path, other, 200]);
    }
  });

  it('that is refused has no tag, whatever is known', async () => {
    const refused: [string, Query][] = [
      ['/v1/cases', { state: 'gone' }],
      ['/v1/cases', { nothing: '1' }],
      ['/v1/cases/XX2026-9999', {}],
      ['/v1/nothing', {}],
    ];
    for (const [path, query] of refused) {
      const { status, headers, body } = await get(path, query, '*');
      expect([path, headers.etag, status >= 400]).toEqual([path, undefined, true]);
      expect(body).toContain('code');
    }
    const stranger = await answerTo(office, regulation, {
      path: '/v1/cases',
      role: 'operator',
      headers: { 'If-None-Match': '*' },
    });
    expect([stranger.status, stranger.headers.etag]).toEqual([403, undefined]);
  });

  it('stays the same while only time passes, and changes at the next stage', async () => {
    const nextAt = async (): Promise<string[]> => {
      const steps: string[] = [];
      for (const { caseId: id } of await office.system.cases.open()) {
        const state = (await office.system.cases.load(id))!;
        for (const { next } of scheduleCase(regulation, state).duties) if (next !== null) steps.push(next.at);
      }
      return steps.filter((at) => at > office.now()).sort();
    };
    const lists: [string, Query][] = [
      ['/v1/duties', { of: 'all' }],
      ['/v1/cases', {}],
      [`/v1/cases/${caseId}/schedule`, {}],
    ];
    for (let turn = 0; turn < 3; turn += 1) {
      const [at] = await nextAt();
      expect(at).toBeDefined();
      const tags = new Map<string, string>();
      for (const [path, query] of lists) tags.set(path, await etagOf(path, query));
      for (const before of [60_000, 1000])
        if (Date.parse(at!) - before > Date.parse(office.now())) {
          office.at(new Date(Date.parse(at!) - before).toISOString());
          for (const [path, query] of lists)
            expect([path, await etagOf(path, query)]).toEqual([path, tags.get(path)]);
        }
      office.at(at!);
      const state = (await office.system.cases.load(caseId))!;
      for (const owed of scheduleCase(regulation, state).duties) {
        const { next, current, duty } = owed;
        if (next === null || next.at > office.now()) continue;
        await office.system.office.carryOut(caseId, SYSTEM_ACTOR, {
          ...{
            type: 'EnforceStage',
            duty,
            occurrence: current.occurrence,
            stage: next.stage,
            index: next.index,
          },
          ...{ due: current.due ?? next.at, orderNumber: '督1' },
        });
      }
      for (const [path, query] of lists)
        expect([path, turn, await etagOf(path, query)]).not.toEqual([path, turn, tags.get(path)]);
    }
  });

  // 呼和浩特's rules give this level no number that could be missed.
  it.runIf(bureau === 'leizhou')('says that a limit has passed from the second after it on', async () => {
    const state = (await office.system.cases.load(caseId))!;
    const due = scheduleCase(regulation, state)
      .duties.flatMap(({ breachable, status, current }) =>
        breachable && status === 'open' && current.due !== null && current.due > office.now()
          ? [current.due]
          : [],
      )
      .sort()[0];
    const overdue = async (): Promise<number> => {
      const { body } = await get('/v1/duties', { of: 'all', overdue: '', case: caseId });
      return (JSON.parse(body!) as { duties: unknown[] }).duties.length;
    };
    const counts: number[] = [];
    for (const shift of [-1000, 0, 1000]) {
      office.at(new Date(Date.parse(due!) + shift).toISOString());
      counts.push(await overdue());
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[2]).toBeGreaterThan(counts[1]!);
  });
});
