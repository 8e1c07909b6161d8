import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import type { CommandOf } from '../../../../shared/rules/refusing.ts';
import { notesOnUnits } from '../../../../shared/rules/trying/notes.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { officer } from '../../../support/case-file.ts';
import { openedAt, openedIn, person } from '../confirmations/people.ts';

const instruct = (unit?: string): CommandOf<'RecordInstruction'> => ({
  type: 'RecordInstruction',
  from: 'bureau',
  text: '查清进货渠道',
  task: '查清进货渠道',
  ...(unit === undefined ? {} : { to: { role: 'unitLiaison', unit } }),
});

describe('before it is done, of the unit that was chosen', () => {
  it('雷州: a 批示 says where it is not the unit that has the case, a transfer whose the case is now', () => {
    const file = openedAt('red');
    const before = file.state;
    const said = (command: Parameters<typeof file.give>[2]) =>
      notesOnUnits(leizhou, before, openedAt('red').give('03-02 10:00', officer, command).events);
    expect(said(instruct('drugs'))).toEqual([
      expect.stringMatching(
        /^所选的药械监管股.+不是本案承办单位,本案由食品安全监管股承办:药械监管股只能答复这一批示$/,
      ),
    ]);
    expect(said(instruct('food'))).toEqual([]);
    expect(said(instruct())).toEqual([]);
    expect(said({ type: 'AssignUnit', unit: 'drugs' })[0]).toMatch(/^现由食品.+承办,改转药械.+不再承办本案$/);
  });

  it('南宁: a case that has been given to nobody', () => {
    const clerk = person('dutyOfficer');
    const nanning = regulations.nanning!;
    const file = openedIn('nanning', { level: 'general', by: clerk, unit: 'business', people: [] });
    const unassigned = { ...file.state, unit: null };
    const { events } = file.give('03-02 10:00', clerk, instruct('branch'));
    expect(notesOnUnits(nanning, unassigned, events)[0]).toContain('本案尚未转办');
    expect(notesOnUnits(nanning, null, events)).toEqual([]);
  });
});
