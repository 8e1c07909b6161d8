import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Id } from '../../../shared/contracts/command-fields.ts';
import { OfficeCommand } from '../../../shared/contracts/commands.ts';
import { OpenCase } from '../../../shared/contracts/opening-command.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { namesToIds } from '../../../shared/rules/names.ts';
import { BUREAUS, openCase, report } from '../../primitives/bureau-case.ts';
import { caseFile, head, opening } from '../../support/case-file.ts';

const leizhou = regulations.leizhou!;
const hohhot = regulations.hohhot!;
const nanning = regulations.nanning!;
const read = (regulation: Regulation, command: { type: string; [field: string]: unknown }) => {
  const { command: done, unknown } = namesToIds(regulation, command);
  return unknown === undefined ? done : unknown.message;
};

describe('what a person names', () => {
  it.each(['orange', '橙', '橙色', '重大舆情'])('is a level as “%s”', (level) => {
    expect(read(leizhou, { type: 'ChangeLevel', level })).toEqual({ type: 'ChangeLevel', level: 'orange' });
  });

  it('is the level of that bureau, and of that scale', () => {
    expect(read(nanning, { type: 'ChangeLevel', level: '重大' })).toMatchObject({ level: 'major' });
    expect(
      read(nanning, { type: 'RateCase', scale: nanning.scales[1]!.name, level: '特重敏感' }),
    ).toMatchObject({ scale: 'sensitivity', level: 'grave' });
    expect(read(hohhot, { type: 'RateCase', scale: 'warning', level: '橙色' })).toMatchObject({
      level: 'orange',
    });
    expect(read(leizhou, { type: 'SetResponseLevel', level: '二级' })).toMatchObject({ level: 'response2' });
  });

  it.each([
    ['sources', { type: 'AddSource' }, (id: string) => ({ source: { kind: id } })],
    ['units', { type: 'AssignUnit' }, (id: string) => ({ unit: id })],
    ['flags', { type: 'SetFlags' }, (id: string) => ({ add: [id], remove: [id] })],
    ['reportKinds', { type: 'FileReport' }, (id: string) => ({ kind: id })],
    ['reportForms', { type: 'FileReport' }, (id: string) => ({ form: id })],
    ['roles', { type: 'FileReport' }, (id: string) => ({ to: [id] })],
    ['channels', { type: 'IssueDocument' }, (id: string) => ({ channel: id })],
    ['publicationForms', { type: 'RecordPublication' }, (id: string) => ({ form: id })],
    ['decisions', { type: 'RecordDecision' }, (id: string) => ({ decision: id })],
    ['actions', { type: 'RecordAction' }, (id: string) => ({ action: id })],
    ['documents', { type: 'IssueDocument' }, (id: string) => ({ document: id })],
    ['duties', { type: 'SetDeadline' }, (id: string) => ({ duty: id })],
    ['units', { type: 'OpenCase' }, (id: string) => ({ unit: id })],
    ['flags', { type: 'OpenCase' }, (id: string) => ({ flags: [id] })],
    ['sources', { type: 'OpenCase' }, (id: string) => ({ sources: [{ kind: id }] })],
  ] as const)('is one of the %s of every bureau, by id or by name', (list, command, named) => {
    for (const bureau of BUREAUS)
      for (const { id, name } of regulations[bureau]![list]) {
        const expected = { ...command, ...named(id) };
        expect(read(regulations[bureau]!, { ...command, ...named(name) })).toEqual(expected);
        expect(read(regulations[bureau]!, { ...command, ...named(id) })).toEqual(expected);
      }
  });

  it('is an instant that a person states, never one that follows from what is done', () => {
    expect(read(leizhou, { type: 'CorrectInstant', instant: '舆情发生' })).toMatchObject({
      instant: 'occurredAt',
    });
    expect(read(leizhou, { type: 'CorrectInstant', instant: '结报' })).toBe(
      '时点请选:事发、舆情发生、舆情爆发、监测发现、知晓、收到、最早公开时间(没有“结报”)',
    );
  });

  it('goes into the log as its id', () => {
    const { give, events } = openCase('nanning', 'general');
    const [kind, form] = [nanning.reportKinds[0]!, nanning.reportForms[0]!];
    const to = nanning.roles.find(({ id }) => id === 'chiefLeader')!;
    expect(give('03-02 09:00', 'officeHead', report(kind.name, form.name, to.name))).toBe('done');
    expect(events().find(({ type }) => type === 'ReportFiled')).toMatchObject({
      kind: kind.id,
      form: form.id,
      to: [to.id],
    });
  });

  it('may open a case by hand', () => {
    const file = caseFile();
    const name = (list: 'units' | 'flags' | 'sources', id: string) =>
      leizhou[list].find((each) => each.id === id)!.name;
    file.give('03-02 08:00', head, {
      ...opening(),
      level: '红色',
      unit: name('units', 'food'),
      flags: [name('flags', 'secret')],
      sources: [{ kind: name('sources', 'monitored') }],
    });
    expect(file.state).toMatchObject({
      warningLevel: 'red',
      unit: 'food',
      flags: ['secret'],
      sources: [{ kind: 'monitored' }],
    });
  });

  it('stays an id where an id is the name of something else', () => {
    const units = [
      { id: 'food', name: '食品股' },
      { id: 'kitchen', name: 'food' },
    ];
    expect(read({ ...leizhou, units }, { type: 'AssignUnit', unit: 'food' })).toMatchObject({ unit: 'food' });
  });

  it('is not guessed when two things are called so; each is told apart by its id', () => {
    const units = [
      { id: 'foodNorth', name: '食品股' },
      { id: 'foodSouth', name: '食品股' },
    ];
    expect(namesToIds({ ...leizhou, units }, { type: 'AssignUnit', unit: '食品股' })).toEqual({
      command: { type: 'AssignUnit', unit: '食品股' },
      unknown: {
        code: 'UNIT_UNKNOWN',
        message: '有不止一个单位叫“食品股”:食品股(foodNorth)、食品股(foodSouth);请改填括号中的代号',
      },
    });
  });
});

/** For each place of a command that takes an id: fields that have there, and there alone, what no bureau has. */
const strangers = (schema: z.core.$ZodType): unknown[] => {
  if (schema === Id) return ['没有的'];
  const { innerType, element, shape } = schema._zod.def as {
    innerType?: z.core.$ZodType;
    element?: z.core.$ZodType;
    shape?: Record<string, z.core.$ZodType>;
  };
  if (innerType !== undefined) return strangers(innerType);
  if (element !== undefined) return strangers(element).map((each) => [each]);
  return Object.entries(shape ?? {}).flatMap(([field, of]) =>
    strangers(of).map((each) => ({ [field]: each })),
  );
};

describe('what the regulation does not have', () => {
  const places = [OpenCase, ...OfficeCommand.def.options].flatMap((schema) => {
    const type = z.toJSONSchema(schema, { io: 'input' }).properties?.type as { const: string };
    return strangers(schema).map((fields) => [type.const, fields] as const);
  });

  it.each(places)('is refused wherever a command takes an id: %s %o', (type, fields) => {
    expect(namesToIds(leizhou, { type, ...(fields as object) }).unknown?.message).toMatch(
      /^(.+请[填选]:.+|本局没有可选的.+)\(没有“没有的”\)$/,
    );
  });

  it.each([
    [leizhou, { type: 'ChangeLevel', level: '紫' }, '级别请填:常规、蓝、黄、橙、红(没有“紫”)'],
    [nanning, { type: 'ChangeLevel', level: '橙' }, '级别请填:待研判、一般、重大(没有“橙”)'],
    [nanning, { type: 'OpenCase', level: '橙' }, '级别请填:待研判、一般、重大、定期(没有“橙”)'],
    [nanning, { type: 'SetResponseLevel', level: '一级' }, '本局没有可选的响应级别(没有“一级”)'],
    [hohhot, { type: 'RateCase', scale: 'veracity', level: '橙' }, '级别请填:假消息、真消息(没有“橙”)'],
    [hohhot, { type: 'RateCase', scale: '敏感性', level: '橙' }, /^分级请选:[^(]+、[^(]+\(没有“敏感性”\)$/],
    [
      leizhou,
      { type: 'OpenCase', sources: [{ kind: 'monitored', regardedAs: '紫' }] },
      /^级别请填:.+\(没有“紫”\)$|^本局没有可选的级别\(没有“紫”\)$/,
    ],
  ] as const)('is told with the names that there are', (regulation, command, message) => {
    expect(read(regulation, command)).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });

  it('loses no push: what a superior called the matter stays as the feed has it', () => {
    const pushed = { type: 'OpenCase', how: 'feed', sources: [{ kind: 'monitored', regardedAs: '很严重' }] };
    expect(namesToIds(leizhou, pushed)).toEqual({ command: pushed, unknown: undefined });
  });

  it('is said only to who may give the command, while the case is open', () => {
    const { give, told } = openCase('leizhou', 'blue');
    const away: CaseCommand = { type: 'HoldDuty', duty: '午餐', reason: '测试' };
    expect(give('03-02 09:00', 'officeHead', away)).toBe('ROLE_NOT_ALLOWED');
    expect(give('03-02 09:00', 'deputyLeader', away)).toBe('DUTY_UNKNOWN');
    expect(told('03-02 09:00', 'deputyLeader', { ...away, duty: '新闻发布会' })).toMatch(
      /^职责请选:.+、.+\(没有“新闻发布会”\)$/,
    );
  });

  it('is told of the case too: a duty that it does not have', () => {
    const { give, told } = openCase('leizhou', 'blue');
    const hold: CaseCommand = { type: 'HoldDuty', duty: 'pressConference', reason: '测试' };
    expect(give('03-02 09:00', 'deputyLeader', hold)).toBe('DUTY_NOT_IN_SCHEDULE');
    expect(told('03-02 09:00', 'deputyLeader', hold)).toMatch(/^本案没有职责“[^a-z]+”;现有:[^a-z]+$/);
  });
});
