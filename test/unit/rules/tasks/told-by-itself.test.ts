import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import { giversOf } from '../../../../shared/regulations/lookup.ts';
import { tasksIn } from '../../../../shared/rules/tasks/tasks-of.ts';
import { possibleActs } from '../../../../shared/rules/trying/acts.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, caseFile, officer, opening, suggestion } from '../../../support/case-file.ts';
import { rosterOf } from '../../../support/roster.ts';
import { openedAt, openedIn, person } from '../confirmations/people.ts';

const SELF = '系统自动发短信,不须另办';
it('雷州: what the system tells by itself says in the list that nothing is to be done', () => {
  const file = openedAt('red');
  const own = tasksIn(leizhou, file.state).filter(({ text }) => text.includes(SELF));
  const notices = file
    .schedule()
    .duties.filter(
      ({ isNotice, status, warning }) =>
        isNotice && status === 'open' && (warning === null || warning.isReleased),
    );
  expect(notices.length).toBeGreaterThan(0);
  expect(own.map(({ duty }) => duty).sort()).toEqual(notices.map(({ duty }) => duty).sort());
  for (const { commands } of own) expect(commands).toEqual([]);
});

it('雷州: of a 涉密 case it is told by telephone', () => {
  const file = openedAt('red', { flags: ['secret'] });
  const texts = tasksIn(leizhou, file.state).map(({ text }) => text);
  expect(texts.filter((text) => text.includes(SELF))).toEqual([]);
  expect(texts.filter((text) => text.includes('须电话告知,见“请打电话”')).length).toBeGreaterThan(0);
});

it('南宁: nothing that somebody has to do says so', () => {
  const file = openedIn('nanning', {
    level: 'major',
    by: person('dutyOfficer'),
    unit: 'business',
    people: [],
  });
  for (const { text, commands } of tasksIn(regulations.nanning!, file.state))
    expect([text, text.includes(SELF) && commands.length > 0]).toEqual([text, false]);
});

describe.each([
  ['leizhou', 'red', 'dutyOfficer', 'warnUnits', 'food'],
  ['hohhot', 'major', 'commandGroup', 'warnUnits', 'services'],
  ['yinzhou', 'larger', 'dutyOfficer', 'notifyUnit', 'welfareHome'],
] as const)(
  '%s: what the unit is to be told while no unit has the case',
  (bureau, level, role, duty, unit) => {
    const regulation = regulations[bureau]!;
    const giver = { ...officer, role };
    const released = (flags: string[] = []) => {
      const file = caseFile(regulation);
      const given = opening({ level, unit: undefined, flags, instants: { detectedAt: at('03-02 10:20') } });
      expect(file.give('03-02 10:30', giver, { ...given, grade: suggestion(level) }).refusal).toBe(null);
      file.give('03-02 10:31', giver, { type: 'ReleaseWarning', duty });
      return file;
    };
    const taskIn = ({ state }: ReturnType<typeof caseFile>) =>
      tasksIn(regulation, state).find((task) => task.duty === duty && task.kind !== 'climbed');

    it('waits for the 转办, which is the act beside it', () => {
      const file = released();
      const { responsible } = file.duty(duty)!;
      const mayAssign = giversOf(regulation, 'AssignUnit', file.state.handlingLevel).includes(responsible);
      expect(taskIn(file)?.text).toContain('(转办责任单位后由系统发短信)');
      expect(taskIn(file)?.commands).toEqual(mayAssign ? [{ type: 'AssignUnit', carries: {} }] : []);
      const context = { regulation, now: at('03-02 10:32'), actor: giver, roster: rosterOf([giver]) };
      const assign = possibleActs(context, file.state).find(({ type }) => type === 'AssignUnit');
      expect(assign?.duties).toContain(duty);
    });

    it('is told by itself once a unit has it', () => {
      const file = released();
      file.give('03-02 10:40', giver, { type: 'AssignUnit', unit });
      expect(taskIn(file)?.text).toContain(SELF);
      expect(taskIn(file)?.commands).toEqual([]);
    });
  },
);
