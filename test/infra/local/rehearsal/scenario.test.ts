import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../../infra/local/rehearsal/scenario.ts';
import { OFFICE_COMMANDS } from '../../../../shared/contracts/commands.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const at = '2026-03-02T08:00:00+08:00';
type Json = Record<string, unknown>;

const open = (more: Json = {}, as: unknown = 'dutyOfficer'): Json => ({
  at,
  as,
  open: {
    title: '某事',
    sources: [{ kind: 'monitored' }],
    level: 'blue',
    flags: ['secret'],
    unit: 'food',
    ...more,
  },
});
const act = (command: Json, more: Json = {}): Json => ({ at, as: 'officeHead', do: command, ...more });
const read = (steps: Json[], more: Json = {}) =>
  readScenario(JSON.stringify({ title: '推演', start: at, until: at, steps, ...more }), '推演.json');
const complaint = (steps: Json[], more: Json = {}): string[] => {
  try {
    read(steps, more);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};
/** The second line; the first names the file. */
const fault = (step: Json): string | undefined => complaint([open(), step])[1];

describe('a scenario', () => {
  it('is read when its bureau has all that it names', () => {
    expect(read([open(), act({ type: 'HoldDuty', duty: 'review', reason: '待查' })]).steps).toHaveLength(2);
  });

  it('takes names where the rules and the console take them', () => {
    const said = complaint([
      open({ level: '橙', flags: ['涉密'], unit: 'food' }, '局主要负责人'),
      act({ type: 'ChangeLevel', level: '红色', reason: '测试' }),
      { at, roster: { 局主要负责人: [] } },
    ]);
    expect(said).toEqual([]);
  });

  it.each(globSync('rehearsals/*.json', { cwd: root }))('of %s is read', (path) => {
    expect(readScenario(readFileSync(`${root}${path}`, 'utf8'), path).steps.length).toBeGreaterThan(0);
  });

  it('names an unknown bureau, and those that exist', () => {
    const [file, said] = complaint([], { bureau: 'water' });
    expect(file).toBe('推演.json 有 1 处问题:');
    expect(said).toMatch(/^bureau:没有这个局“water”;可用:.*leizhou\(雷州市市场监督管理局/);
  });

  it('names an unknown setting and one that cannot stand', () => {
    const said = complaint([], { settings: { nothing: true, weeklyForYellow: 'often' } });
    expect(said[1]).toMatch(/^settings\.nothing:没有这个设置;可用:/);
    expect(said[2]).toBe('settings.weeklyForYellow(黄色平息后也每周续报):应为 true 或 false');
  });

  it.each(['HoldDuty', 'ResumeDuty', 'ExtendDuty', 'SetDeadline', 'DraftSupervisionOrder'])(
    'names an unknown duty of %s, and those that exist',
    (type) => {
      const said = fault(act({ type, duty: 'lunch', reason: '测试' }));
      expect(said).toMatch(/^steps\.1\.do:职责请选:[^a-z]*、.*\(没有“lunch”\)/);
      expect(fault(act({ type, duty: 'review', reason: '测试' }))).toBeUndefined();
    },
  );

  it('takes a supervision order for no single duty', () => {
    expect(fault(act({ type: 'DraftSupervisionOrder', reason: '测试' }))).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['nobody', 'nobody'],
    ['nobody', { role: 'nobody' }],
    ['zhanjiang', 'zhanjiang'],
  ])('names a role that nobody of the bureau has: %s', (role, as) => {
    const expected = `:没有岗位“${role}”;雷州市市场监督管理局(知识产权局)的岗位:dutyOfficer(局办公室值班员`;
    expect(fault({ ...act({ type: 'Conclude', summary: '办结' }), as })).toContain(`steps.1.as${expected}`);
    expect(complaint([open({}, as)])[1]).toContain(`steps.0.as${expected}`);
    expect(fault({ at, as, telephone: 'all' })).toContain(`steps.1.as${expected}`);
  });

  it('names an unknown unit behind a role', () => {
    const said = 'steps.1.as:没有单位“kitchen”;';
    expect(fault({ ...act({ type: 'Acknowledge' }), as: 'unitLiaison@kitchen' })).toContain(said);
    expect(
      fault({ ...act({ type: 'Acknowledge' }), as: { role: 'unitLiaison', unit: 'kitchen' } }),
    ).toContain(said);
    expect(fault({ ...act({ type: 'Acknowledge' }), as: 'unitLiaison@food' })).toBeUndefined();
  });

  it('names an unknown command, and those that exist', () => {
    expect(fault(act({ type: 'SingSong' }))).toMatch(
      /^steps\.1\.do\.type:没有命令“SingSong”;可用:AttachItem、/,
    );
    expect(fault(act({ type: 'OpenCase' }))).toMatch(/^steps\.1\.do\.type:没有命令“OpenCase”/);
    // A right of who reads is no command.
    expect(fault(act({ type: 'ReadCases' }))).toMatch(/^steps\.1\.do\.type:没有命令“ReadCases”/);
  });

  it.each(OFFICE_COMMANDS)('may give %s', (type) => {
    expect(fault(act({ type }))).toBeUndefined();
  });

  it.each<[string, Json, string]>([
    ['level', { level: 'violet' }, '级别请填:'],
    ['level of a scale that no case is opened on', { level: 'response1' }, '级别请填:'],
    ['flag', { flags: ['secret', 'nothing'] }, '标记请选:'],
    ['source', { sources: [{ kind: 'rumour' }] }, '来源请选:'],
    ['unit', { unit: 'kitchen' }, '单位请选:'],
  ])('names an unknown %s of a case that is opened', (_, more, said) => {
    expect(complaint([open(more)])[1]).toContain(`steps.0.open:${said}`);
  });

  it('names an unknown role of a roster', () => {
    expect(fault({ at, roster: { nobody: [] } })).toContain(
      'steps.1.roster:没有岗位“nobody”;雷州市市场监督管理局(知识产权局)的岗位:dutyOfficer(局办公室值班员',
    );
    expect(fault({ at, roster: { deputyLeader: [] } })).toBeUndefined();
  });

  it('may be wrong where it is meant to be refused, save in who acts', () => {
    const meant = { refused: 'DUTY_NOT_IN_SCHEDULE' };
    expect(fault(act({ type: 'HoldDuty', duty: 'lunch', reason: '测试' }, meant))).toBeUndefined();
    expect(fault(act({ type: 'SingSong' }, { refused: 'INPUT_INVALID' }))).toBeUndefined();
    expect(fault({ ...act({ type: 'Acknowledge' }, meant), as: 'nobody' })).toContain('steps.1.as');
  });

  it('names all faults at once', () => {
    const said = complaint([
      open({ level: 'violet' }, 'nobody'),
      act({ type: 'HoldDuty', duty: 'lunch', reason: '测试' }),
    ]);
    expect(said[0]).toBe('推演.json 有 3 处问题:');
    expect(said).toHaveLength(4);
  });

  it('reads a command by the name that it had when the scenario was written', () => {
    const { steps } = read([open(), act({ type: 'HoldMeeting', kind: 'consultation' })]);
    expect(steps[1]).toMatchObject({ do: { type: 'RecordMeeting', kind: 'consultation' } });
    expect(fault(act({ type: 'HoldMeeting' }))).toBeUndefined();
  });
});

describe('a scenario that has not the form of one', () => {
  const written = (content: unknown): string => {
    try {
      readScenario(typeof content === 'string' ? content : JSON.stringify(content), '推演.json');
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('that is no JSON is told by line and column', () => {
    expect(written('{\n  "title": "某事"\n  "start": 1\n}')).toBe(
      '推演.json 不是有效的 JSON:第3行第3列 两项之间缺少逗号;请在前一项之后加英文逗号',
    );
  });

  it.each<[string, Json, string]>([
    ['title left out', { title: undefined }, 'title:缺少“title”;请填写:文字(加引号)'],
    ['instant', { start: 'some day' }, 'start:“some day”不对;应为:日期时间,如 2026-03-02T09:00+08:00'],
    ['duration', { sweepEvery: '1h' }, 'sweepEvery:“1h”不对;应为:ISO 8601 时长,如 PT3H(3小时)、P10D(10日)'],
    [
      'name',
      { begin: at },
      'begin:没有“begin”这一项;这里可用的项:title、about?、bureau?、settings?、start、',
    ],
  ])('names a wrong %s', (_, more, said) => {
    expect(complaint([], more)[1]).toContain(said);
  });

  it.each<[string, Json, string]>([
    ['without an act', { at }, 'steps.1:格式不对;应为:{at、push、case?},或 {at、as、open、case?},或 '],
    ['without an instant', { as: 'dutyOfficer', telephone: 'all' }, 'steps.1.at:缺少“at”;请填写:日期时间'],
    [
      'without a person',
      { at, do: { type: 'Acknowledge' } },
      'steps.1.as:缺少“as”;请填写:文字(加引号),或 {role、',
    ],
    ['without a command', { at, as: 'dutyOfficer', do: {} }, 'steps.1.do.type:缺少“type”;请填写:文字'],
    ['of an unknown fault', { at, fault: { kind: 'fire', for: 'PT1H' } }, '“fire”不对;应为:smsDown、crash'],
    ['of an empty push', { at, push: { items: [] } }, 'steps.1.push.items:列表不能为空'],
  ])('names a step %s', (_, step, said) => {
    expect(fault(step)).toContain(said);
  });

  it('names a step that is not in order', () => {
    const late = { ...act({ type: 'Acknowledge' }), at: '2026-03-01T08:00:00+08:00' };
    expect(complaint([open(), late])).toEqual([
      '推演.json:steps.1 的时间须按先后排列,并在 start 与 until 之间',
    ]);
  });
});
