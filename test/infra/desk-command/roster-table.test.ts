import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { bringRoster } from '../../../infra/desk-command/roster.ts';
import { readRosterTable } from '../../../infra/desk-command/roster-table.ts';
import { exampleRoster } from '../../../infra/local/people.ts';
import { NOBODY } from '../../../shared/contracts/roster.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { createOffice, type Office } from '../../support/office.ts';

const nanning = regulations.nanning!;
const read = (text: string) => readRosterTable(nanning, text, NOBODY);

describe('a table as offices keep it', () => {
  it.each([
    ['commas', '岗位,姓名,电话,股室\n单位主要负责人(股室主要负责人),甲,13800000001,经检支队'],
    ['tabs, as it is copied from a sheet', '岗位\t姓名\t电话\t股室\nunitHead\t甲\t138-0000-0001\t经检支队'],
    [
      'other titles and another order',
      '\ufeff科室,手机号码,职务,姓名\n经检支队,0086 13800000001,unitHead,甲',
    ],
    ['full-width digits', '岗位,姓名,电话,股室\nunitHead,甲,13800000001,inspection'],
    [
      'quotes and empty lines',
      '"岗位","姓名","电话","股室"\r\n\r\n"unitHead","甲","138 0000 0001","经检支队"\r\n,,,\r\n',
    ],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual({
      roster: {
        roles: {
          unitHead: [
            { id: '甲0001', name: '甲', mobile: '+8613800000001', unit: 'inspection', available: true },
          ],
        },
      },
      problems: [],
      notes: [],
    });
  });

  it('reads both numbers of a cell, who is on leave, and the staff number', () => {
    const { roster, notes } = read(
      '岗位,姓名,电话,编号,在岗,备注\n局长(领导小组组长),甲,"13800000001、0759-1234567",A7,否,分管\nlegal,乙,13800000002,A8,是,',
    );
    expect(roster.roles).toEqual({
      chiefLeader: [
        { id: 'A7', name: '甲', mobile: '+8613800000001', landline: '0759-1234567', available: false },
      ],
      legal: [{ id: 'A8', name: '乙', mobile: '+8613800000002', available: true }],
    });
    expect(notes).toEqual(['未读取的列:备注']);
  });

  it.each([
    ['岗位,姓名,电话\n局座,甲,13800000001', '第2行:没有岗位“局座”;本局岗位:'],
    ['岗位,姓名,电话,股室\nunitHead,甲,13800000001,水产股', '第2行:没有股室“水产股”;可选:业务股室'],
    ['岗位,姓名,电话,股室\nunitHead,甲,13800000001,', '第2行:没有股室“”;可选:'],
    ['岗位,姓名,电话\nlegal,甲,12345678', '第2行:手机号应为11位号码'],
    ['岗位,姓名,电话\nlegal,甲,0759-1234567', '第2行:手机号应为11位号码'],
    ['岗位,姓名,电话,座机\nlegal,甲,13800000001,1234', '第2行:固定电话应为区号加7至8位号码'],
    ['岗位,姓名,电话\nlegal,,13800000001', '第2行:'],
    ['岗位,姓名,电话\nlegal,甲,13800000001\nlegal,甲,13800000001', '第3行:“甲”在同一岗位重复'],
    [
      '岗位,姓名,电话,编号\nlegal,甲,13800000001,A\nofficeHead,甲,13800000002,A',
      '第3行:“甲”(A)有两个手机号;同名的两人请加“编号”一列区分',
    ],
  ])('%j: %s', (text, said) => {
    const { problems } = read(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(said);
    expect(problems[0]).not.toMatch(/[a-z]{5,}/);
  });

  it('two names with one number are one person, which is said', () => {
    const { notes, problems } = read('岗位,姓名,电话\nlegal,甲,13800000001\nofficeHead,乙,13800000001');
    expect({ notes, problems }).toEqual({
      notes: ['第3行:“乙”与“甲”同一手机号,会被视为同一人'],
      problems: [],
    });
  });

  it('two of one name are two people: each has an id of his own', () => {
    const { roster } = read('岗位,姓名,电话\nlegal,王强,13800000001\nofficeHead,王强,13800000002');
    expect(Object.values(roster.roles).flatMap((people) => people.map(({ id }) => id))).toEqual([
      '王强0001',
      '王强0002',
    ]);
  });

  it.each([
    ['岗位,姓名,电话,手机\nlegal,甲,13800000001,13800000002', '有两列都是“电话”(电话、手机),请只留一列'],
    ['岗位,姓名,电话\nlegal,"甲,13800000001', '读不懂这个表格(第'],
  ])('%j is no such table: %s', (text, said) => {
    expect(() => read(text)).toThrow(said);
  });

  it('a number that is somebody else’s now does not make the new holder him, with all that waits for his word', () => {
    const [head] = exampleRoster(nanning).roles.officeHead!;
    const text = `岗位,姓名,电话\nofficeHead,新人,${head!.mobile}`;
    const { problems } = readRosterTable(nanning, text, exampleRoster(nanning));
    expect(problems).toEqual([
      `第2行:号码13800000002现为“${head!.name}”所有:换了人的,请先换号码;同一人改名的,请加“编号”一列,填officeHead-1`,
    ]);
    const named = readRosterTable(
      nanning,
      `${text.replace('电话', '电话,编号')},officeHead-1`,
      exampleRoster(nanning),
    );
    expect(named.problems).toEqual([]);
  });

  it.each(['', '甲,乙,丙', '岗位,姓名\nlegal,甲'])('%j is no such table', (text) => {
    expect(() => read(text)).toThrow(/^表格第一行应为列名,缺少“/);
  });
});

describe('brought to a bureau', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shixian-roster-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, '值班表.csv');
  let office: Office;
  beforeEach(async () => {
    office = await createOffice({ regulation: nanning });
  });
  const bring = (...words: string[]) =>
    bringRoster(nanning, words, async (method, path, body) => {
      const told = await office.as('operator')(method, path, body);
      return { ok: told.status < 300, body: told.body };
    });
  const { roles } = exampleRoster(nanning);
  const table = (change: (line: string) => string[] = (line) => [line]): string =>
    [
      '岗位,姓名,电话,股室',
      ...Object.entries(roles).flatMap(([role, people]) =>
        people.flatMap(({ name, mobile, unit = '' }) => change([role, name, mobile, unit].join(','))),
      ),
    ].join('\n');

  it('changes nothing where it says the same: people are known by their numbers', async () => {
    writeFileSync(file, table());
    expect(await bring(file, '理由=核对')).toEqual({ ok: true, text: '与现行名册相同,不必更换' });
    expect((await office.system.rosters.read())?.version).toBe(1);
  });

  it('is shown first, with what would be empty; written with its reason, and the posts left empty only when that is meant', async () => {
    const changed = table((line) =>
      line.startsWith('legal,') ? [] : [line.replace('13800000002', '13800000099')],
    );
    // As Excel writes it here.
    writeFileSync(file, Buffer.from(changed, 'utf8'));
    const preview = await bring(file);
    expect(preview).toEqual({
      ok: true,
      text: [
        `变更  市局办公室负责人(领导小组办公室) ${roles.officeHead![0]!.name} 13800000099(原 ${roles.officeHead![0]!.name} 13800000002)`,
        `减少  法制科 ${roles.legal![0]!.name} 13800000013`,
        '空缺  更改后无人在岗:法制科',
        '以上只是预览,名册没有改动;确认无误后,加写 理由=… 再次运行即予更换',
      ].join('\n'),
    });
    expect((await office.system.rosters.read())?.version).toBe(1);
    expect(await bring(file, '理由=轮岗')).toMatchObject({
      ok: false,
      body: { code: 'ROSTER_EMPTIES_POST' },
    });
    expect(await bring(file, '理由=轮岗', '确认空缺')).toMatchObject({ ok: true });
    expect(await office.system.rosters.read()).toMatchObject({ version: 2, reason: '轮岗' });
  });

  it('is read in GB 18030 too, as Excel writes it', async () => {
    // 岗位,姓名,电话 / legal,甲,13800000001 in GB 18030.
    const title = [0xb8, 0xda, 0xce, 0xbb, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0];
    writeFileSync(
      file,
      Buffer.from([...title, 0x0a, ...Buffer.from('legal,'), 0xbc, 0xd7, ...Buffer.from(',13800000091')]),
    );
    const { text } = (await bring(file)) as { text: string };
    expect(text).toContain('增加  法制科 甲 13800000091');
  });

  it('the first one, too, is shown before it is written', async () => {
    office = await createOffice({ regulation: nanning, roster: null });
    writeFileSync(file, table());
    const { text } = (await bring(file)) as { text: string };
    expect(text).toContain('增加  法制科');
    expect(await office.system.rosters.read()).toBeUndefined();
    expect(await bring(file, '理由=首次录入')).toMatchObject({ ok: true });
    expect(await office.system.rosters.read()).toMatchObject({ version: 1 });
  });

  it('with a wrong line nothing is written', async () => {
    writeFileSync(
      file,
      table((line) => [line, 'legal,丁,1234567,'])
        .split('\n')
        .slice(0, 4)
        .join('\n'),
    );
    const said = (await bring(file, '理由=轮岗')) as { ok: boolean; text: string };
    expect(said.ok).toBe(false);
    expect(said.text).toMatch(/^表格有误,名册没有改动:\n第3行:手机号应为11位号码/);
    expect((await office.system.rosters.read())?.version).toBe(1);
  });

  it('without a table the roster is shown', async () => {
    const { text } = (await bring()) as { text: string };
    expect(text).toMatch(/^市局办公室舆情信息人员 +.+ +13800000001$/m);
  });

  it('a file that is not there, and a word that means nothing, are named', async () => {
    await expect(bring(join(folder, 'none.csv'))).rejects.toThrow('读不到表格');
    writeFileSync(file, table());
    await expect(bring(file, '快')).rejects.toThrow('表格之后只能写 理由=… 和 确认空缺');
  });
});
