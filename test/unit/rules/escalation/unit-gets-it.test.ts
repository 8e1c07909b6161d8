import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../../shared/case/events.ts';
import { at, caseFile, head, officer, opening } from '../../../support/case-file.ts';
import { eventsOf, type File } from './given.ts';

/** 橙, found at 23:00 without a unit, turned over to the 食品股 five minutes later. */
const late = (): File => {
  const file = caseFile();
  file.give(
    '03-02 23:00',
    officer,
    opening({
      level: 'orange',
      unit: undefined,
      instants: { occurredAt: at('03-02 20:00'), outbreakAt: at('03-02 20:00') },
    }),
  );
  file.runTo('03-02 23:04');
  file.give('03-02 23:05', officer, { type: 'AssignUnit', unit: 'food' });
  return file;
};
const noticesTo = (file: File, ...roles: string[]): Notice[] =>
  eventsOf(file).flatMap((event) =>
    event.type === 'NoticesMade'
      ? event.notices.filter(({ role, unit }) => roles.includes(role) && unit === 'food')
      : [],
  );

describe('a unit that gets a case of which others were told', () => {
  it('hears of the transfer, and of what was told above as of something new, before anybody is blamed', () => {
    const file = late();
    const said = () =>
      noticesTo(file, 'unitLiaison', 'unitHead').map(
        ({ template, role, duty = '' }) => `${template} ${role} ${duty}`,
      );
    expect(said()).toEqual([
      'assigned unitLiaison warnUnits',
      'assigned unitHead warnUnits',
      'atOnce unitHead emergencyMeeting',
      'atOnce unitHead emergencyPlan',
      'begins unitLiaison dailyReport',
    ]);
    const before = said().length;
    expect(file.runTo('03-02 23:19:59').filter((step) => step.includes('emergencyMeeting'))).toEqual([]);
    expect(file.runTo('03-02 23:20').filter((step) => step.includes('emergencyMeeting'))).toEqual([
      '03-02 23:20 emergencyMeeting#1 remind0',
    ]);
    expect(said().slice(before)).toContain('chase unitHead emergencyMeeting');
  });

  it('is told nothing twice when it has the case already, and the next unit is told again', () => {
    const file = late();
    expect(file.give('03-02 23:06', head, { type: 'AssignUnit', unit: 'food' }).refusal?.code).toBe(
      'UNIT_UNCHANGED',
    );
    const { events } = file.give('03-02 23:10', head, { type: 'AssignUnit', unit: 'drugs' });
    const told = events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));
    expect(told.map(({ template, role, unit }) => `${template} ${role} ${unit}`)).toContain(
      'atOnce unitHead drugs',
    );
  });
});

describe('a limit in days', () => {
  it('falls due at its instant, is texted in the morning, and climbs by day', () => {
    const file = caseFile();
    const sources = [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 00:00') }];
    file.give('03-02 00:01', officer, opening({ level: 'blue', sources }));
    const due = file.due('zhanjiangWritten')!;
    const steps = file
      .runTo('03-14 12:00')
      .filter((step) => step.includes('zhanjiangWritten'))
      .map((step) => step.replace('zhanjiangWritten#1 ', ''));
    expect(due.slice(11, 16)).toBe('16:00');
    const [reminder, fell, ...climb] = steps;
    expect(reminder).toMatch(/08:30 remind0$/);
    expect(fell).toMatch(/00:00 due0$/);
    for (const step of climb) expect(step).toMatch(/ (08|20):00 overdue/);
    const told = eventsOf(file).flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));
    const fallen = told.filter(({ duty, stage }) => duty === 'zhanjiangWritten' && stage === 'due');
    expect(fallen.length).toBeGreaterThan(0);
    for (const { notBefore } of fallen)
      expect(notBefore).toBe(new Date(Date.parse(due) + 8 * 3600_000).toISOString());
  });
});
