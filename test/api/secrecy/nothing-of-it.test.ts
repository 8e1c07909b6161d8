import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { casePartition, type Table } from '../../../shared/records/table.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { clockedLevels } from '../../../shared/regulations/lookup.ts';
import { createOffice, grave, type Office } from '../../support/office.ts';
import { caseIn, logIn, refusalIn } from '../../support/told.ts';

// Reading R26: nothing of what a 涉密 case is about is in this system.

const WORDS = '机密会议纪要外泄';
const PAPER = '见纸质件:保密室3号柜';
const ONE_HOUR = 3_600_000;

/** Everything that a table in memory holds, as text. */
const everythingIn = async (table: Table, ids: readonly string[]): Promise<string> =>
  JSON.stringify(await Promise.all(ids.map((pk) => table.list(pk, ''))));

let table: ReturnType<typeof createMemoryTable>;
let office: Office;
beforeEach(async () => {
  table = createMemoryTable();
  office = await createOffice({ table });
});
const open = async (more: object = {}): Promise<string> => {
  const given = { title: WORDS, sources: [{ kind: 'monitored' }], level: 'yellow', unit: 'food', ...more };
  return caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', given)).case;
};
const give = (caseId: string, role: string, command: object) =>
  office.as(role, role.startsWith('unit') ? 'food' : undefined)(
    'POST',
    `/v1/cases/${caseId}/commands`,
    command,
  );
const mark = (caseId: string) =>
  give(caseId, 'dutyOfficer', { type: 'SetFlags', add: ['secret'], reason: PAPER });
const read = async (path: string, role = 'officeHead') =>
  JSON.stringify((await office.as(role, role.startsWith('unit') ? 'food' : undefined)('GET', path)).body);

describe('content is refused', () => {
  it.each(Object.keys(regulations))('%s: a 涉密 case is not opened with a word of it', async (bureau) => {
    const regulation = regulations[bureau]!;
    const desk = await createOffice({ regulation });
    const level = clockedLevels(regulation).at(-1)!.id;
    const source = regulation.sources.find(({ from }) => from === null)!.id;
    const note = { sources: [{ kind: source }], level, unit: regulation.units[0]!.id, flags: ['secret'] };
    const by = desk.as('leadingGroup');
    for (const more of [
      { title: WORDS },
      { title: '见纸质件', text: WORDS },
      { title: '见纸质件', call: { caller: WORDS } },
      { title: `见纸质件${WORDS}` },
    ]) {
      const told = await by('POST', '/v1/cases', { ...note, ...more });
      if (told.status === 403) return;
      expect(told).toMatchObject({ status: 422, body: { code: 'SECRET_CONTENT' } });
    }
    expect((await by('POST', '/v1/cases', { ...note, title: '见纸质件' })).status).toBe(201);
  });

  it.each<[string, object]>([
    ['unitLiaison', { type: 'RecordMeeting', participants: WORDS, conclusion: PAPER }],
    [
      'unitLiaison',
      { type: 'FileReport', kind: 'first', form: 'telephone', to: ['officeHead'], summary: WORDS },
    ],
    ['dutyOfficer', { type: 'RecordAction', action: 'verified', note: WORDS }],
    ['dutyOfficer', { type: 'RecordInstruction', from: 'bureau', text: WORDS }],
    ['dutyOfficer', { type: 'DraftSupervisionOrder', reason: WORDS }],
    ['officeHead', { type: 'AssignUnit', unit: 'drugs', note: WORDS }],
    ['deputyLeader', { type: 'DeclareCalm', reason: WORDS }],
    ['dutyOfficer', { type: 'SetFlags', add: ['political'], reason: WORDS }],
  ])('%s: %o', async (role, command) => {
    const caseId = await open({ title: '见纸质件', flags: ['secret'] });
    const before = await office.system.cases.log(caseId);
    const told = await give(caseId, role, command);
    expect(told).toMatchObject({ status: 422, body: { code: 'SECRET_CONTENT' } });
    expect(refusalIn(told).message).toBe(
      '本案涉密,内容不得录入本系统:文字各项请填“见纸质件”,可加冒号写明文号或存放处,如“见纸质件:保密室3号柜”',
    );
    expect(await office.system.cases.log(caseId)).toEqual(before);
    // Nor is it kept with what was refused.
    expect(await everythingIn(table, [casePartition(caseId), 'REFUSED#2026-03-02'])).not.toContain(WORDS);
  });

  it('where the paper lies is written, and stays to be read', async () => {
    const caseId = await open({ title: '见纸质件', flags: ['secret'] });
    const met = { type: 'RecordMeeting', participants: '见纸质件', conclusion: PAPER };
    expect((await give(caseId, 'unitHead', met)).status).toBe(200);
    expect(await read(`/v1/cases/${caseId}/log`)).toContain(PAPER);
  });

  it('marking one is itself no place for it', async () => {
    const caseId = await open();
    const told = await give(caseId, 'dutyOfficer', { type: 'SetFlags', add: ['secret'], reason: WORDS });
    expect(told).toMatchObject({ status: 422, body: { code: 'SECRET_CONTENT' } });
  });
});

describe('an item that is marked', () => {
  it('is kept without what it says, whatever fields it came with; it is graded all the same', async () => {
    const item = grave('s', {
      flags: ['secret'],
      extraField: WORDS,
      content: `${WORDS}${'长'.repeat(20_000)}`,
    });
    await office.push([{ ...item, title: `${item.title}${WORDS}` }]);
    const kept = (await office.system.items.find('demo', 's'))!;
    expect(kept).toMatchObject({ title: '〔涉密〕', extra: {}, outcome: 'inCase' });
    const caseId = kept.caseId!;
    expect(await everythingIn(table, [casePartition(caseId), 'ITEM#demo#s', 'STORIES'])).not.toContain(WORDS);
    expect((await office.system.cases.load(caseId))!.warningLevel).not.toBe('routine');
  });

  it('two of them are two cases', async () => {
    await office.push([grave('s', { flags: ['secret'] }), grave('t', { flags: ['secret'] })]);
    const [one, other] = await Promise.all(['s', 't'].map((id) => office.system.items.find('demo', id)));
    expect(one?.caseId).not.toBe(other?.caseId);
  });

  it('marked when it comes again, its case is masked at once', async () => {
    await office.push([grave('a')]);
    const { caseId = '' } = (await office.system.items.find('demo', 'a'))!;
    await office.push([grave('a', { flags: ['secret'] })]);
    expect(await read(`/v1/cases/${caseId}`)).not.toContain('食堂');
    expect(await everythingIn(table, ['ITEM#demo#a'])).not.toContain('食堂');
  });
});

describe('what was entered before the mark', () => {
  let caseId: string;
  beforeEach(async () => {
    await office.push([grave('a', { title: `${WORDS}学校食堂多名学生住院` })]);
    caseId = (await office.system.items.find('demo', 'a'))!.caseId!;
    await give(caseId, 'dutyOfficer', { type: 'ConfirmGrade', level: 'red', reason: WORDS });
    await give(caseId, 'dutyOfficer', { type: 'AssignUnit', unit: 'food', note: WORDS });
    await give(caseId, 'dutyOfficer', {
      type: 'RecordInstruction',
      from: 'bureau',
      text: WORDS,
      task: WORDS,
    });
    expect(await read(`/v1/cases/${caseId}`)).toContain(WORDS);
    expect((await mark(caseId)).status).toBe(200);
  });

  it.each(['officeHead', 'chiefLeader', 'dutyOfficer', 'unitHead'])(
    'is masked for %s at once, on every page',
    async (role) => {
      const paths = ['', '/log', '/schedule'].map((part) => `/v1/cases/${caseId}${part}`);
      for (const path of [...paths, '/v1/cases', '/v1/items/demo/a', '/v1/items']) {
        const shown = await read(path, role);
        expect(shown, path).not.toMatch(/机密|食堂/);
      }
    },
  );

  it('does not come back with the answer to a repeat, nor in what a command answers', async () => {
    const headers = { 'idempotency-key': 'k' };
    const told = JSON.stringify(await give(caseId, 'unitHead', { type: 'Acknowledge', headers }));
    expect(told).not.toMatch(/机密|食堂/);
  });

  it('leaves the chain whole, so that its hashes can be checked', async () => {
    const log = logIn(await office.as('officeHead')('GET', `/v1/cases/${caseId}/log`));
    expect(log).toMatchObject({ intact: true, findings: [] });
  });

  it('no text about it leaves any more, whatever falls due', async () => {
    await office.notify(caseId);
    const before = office.sent.length;
    for (let hour = 0; hour < 30; hour += 1) {
      office.pass(ONE_HOUR);
      await office.sweep();
      await office.notify(caseId);
      await office.notify();
    }
    const texts = office.sent.slice(before).map(({ message }) => message.text);
    expect([...new Set(texts)]).toEqual(['【雷州市监】有一件急件,请立即到办公室办理。']);
  });

  it('is cleared when the head of the office orders it, and only then; a salted hash stays', async () => {
    const places = [casePartition(caseId), 'ITEM#demo#a'];
    expect(await everythingIn(table, places)).toContain(WORDS);
    for (const role of ['dutyOfficer', 'unitHead', 'chiefLeader'])
      expect((await give(caseId, role, { type: 'PurgeContent' })).status).toBe(403);
    expect((await give(caseId, 'officeHead', { type: 'PurgeContent' })).status).toBe(200);
    expect(await everythingIn(table, places)).not.toMatch(/机密|食堂/);
    const log = logIn(await office.as('officeHead')('GET', `/v1/cases/${caseId}/log`));
    expect(log).toMatchObject({ intact: true, findings: [] });
    expect(log.entries.at(-1)).toMatchObject({ purges: expect.arrayContaining([1, 2]) });
    expect(JSON.stringify(log.entries[0])).toMatch(/"saltedHash":"[0-9a-f]{64}"/);
    // Where the paper lies is no content.
    expect(JSON.stringify(log)).toContain(PAPER);
    // A repeat is a success and orders nothing more.
    const version = log.entries.length;
    expect((await give(caseId, 'officeHead', { type: 'PurgeContent' })).status).toBe(200);
    expect(await office.system.cases.log(caseId)).toHaveLength(version);
  });

  it('stays cleared when the mark is taken off', async () => {
    await give(caseId, 'officeHead', { type: 'PurgeContent' });
    const reference = '保密〔2026〕3号';
    const lift = { type: 'SetFlags', remove: ['secret'], reason: '已解密', reference };
    expect((await give(caseId, 'deputyLeader', lift)).status).toBe(200);
    expect(await read(`/v1/cases/${caseId}`)).not.toMatch(/机密|食堂/);
    expect(await read(`/v1/cases/${caseId}`)).toContain('〔内容已清除〕');
  });

  it('is there again where the mark was a mistake and nothing was cleared', async () => {
    const lift = { type: 'SetFlags', remove: ['secret'], reason: '误标' };
    expect(await give(caseId, 'deputyLeader', lift)).toMatchObject({
      status: 422,
      body: { code: 'REFERENCE_REQUIRED', message: '取消“涉密”须填写保密文件的文号' },
    });
    const byPaper = { ...lift, reference: '保密〔2026〕3号' };
    expect((await give(caseId, 'officeHead', byPaper)).status).toBe(403);
    expect((await give(caseId, 'deputyLeader', byPaper)).status).toBe(200);
    expect(await read(`/v1/cases/${caseId}`)).toContain(WORDS);
  });

  it('an order that was cut off between the log and the items is carried out by the sweep', async () => {
    const { items } = office.system;
    const put = items.put;
    items.put = async () => {
      throw new Error('cut off');
    };
    await give(caseId, 'officeHead', { type: 'PurgeContent' });
    items.put = put;
    expect(await everythingIn(table, ['ITEM#demo#a'])).toContain(WORDS);
    await office.sweep();
    expect(await everythingIn(table, ['ITEM#demo#a'])).not.toContain(WORDS);
  });

  it('a case that is not 涉密 is not cleared', async () => {
    const other = await open();
    expect(await give(other, 'officeHead', { type: 'PurgeContent' })).toMatchObject({
      status: 409,
      body: { code: 'NOT_SECRET' },
    });
  });
});
