import { describe, expect, it } from 'vitest';
import { at } from '../support/case-file.ts';
import { type Bureau, changeLevel, type Facts, openCase, rate, removeFlag, setFlags } from './bureau-case.ts';

const received = (kind: string): Facts => ({ opened: '03-02 10:30', sources: { [kind]: '03-02 10:00' } });

describe('P13 conditional duty on attributes of the case', () => {
  it.each<[string, Facts['settings'], string | undefined]>([
    ['zhanjiang-assigned', {}, at('03-02 13:00')],
    ['zhanjiang-prompted', {}, at('03-02 13:00')],
    ['zhanjiang-prompted', { promptCountsAsAssigned: false }, undefined],
    ['city-prompted', {}, undefined],
    ['bureau-instruction', {}, undefined],
  ])('雷州: the report to 湛江 by the source %s, with %o', (kind, settings, due) => {
    expect(openCase('leizhou', 'orange', { ...received(kind), settings }).due('zhanjiangTelephone')).toBe(
      due,
    );
  });

  it('雷州: of what the office found itself only where it chooses so (X10)', () => {
    expect(openCase('leizhou', 'orange').duty('zhanjiangTelephone')).toBeUndefined();
    const settings = { receiptLimitsForSelfFound: true };
    expect(openCase('leizhou', 'orange', { settings }).due('zhanjiangTelephone')).toBe(at('03-02 11:00'));
  });

  it.each<[Bureau, string, string, string[]]>([
    ['nanning', 'general', 'settledReply', ['netizenPost', 'byProcedure']],
    ['hohhot', 'medium', 'publicResponse', ['highAttention']],
    ['petition', 'major', 'consult', ['sensitive']],
    ['leizhou', 'blue', 'factVerification', ['specificFacts']],
  ])('%s at %s: %s is owed with the flags %o and not without', (bureau, level, duty, flags) => {
    const opened = openCase(bureau, level);
    for (const flag of flags) {
      expect(opened.duty(duty)).toBeUndefined();
      expect(opened.give('03-02 09:00', 'officeHead', setFlags(flag))).toBe('done');
    }
    expect(opened.duty(duty)).toBeDefined();
    expect(opened.give('03-02 09:10', 'chiefLeader', removeFlag(flags.at(-1)!))).toBe('done');
    expect(opened.duty(duty)).toBeUndefined();
  });

  it('by a rating: exactly this one, or this one and above', () => {
    const opened = openCase('nanning', 'general');
    const owed = () =>
      ['reportImportant', 'reportGrave', 'informDepartments'].map((duty) => opened.duty(duty) !== undefined);
    expect(owed()).toEqual([false, false, false]);
    opened.give('03-02 08:10', 'officeHead', rate('sensitivity', 'important'));
    expect(owed()).toEqual([true, false, false]);
    opened.give('03-02 08:20', 'officeHead', rate('sensitivity', 'grave'));
    expect(owed()).toEqual([false, true, true]);
    const warned = openCase('hohhot', 'medium');
    expect(warned.duty('issueWarning')).toBeUndefined();
    warned.give('03-02 08:10', 'commandGroup', rate('warning', 'orange'));
    expect(warned.duty('issueWarning')).toBeDefined();
  });
});

describe('P14 handling by reference, with override', () => {
  it.each<[string, string, string, string | null]>([
    ['bureau-instruction', 'routine', 'blue', '办法 第二十一条(一)②'],
    ['superior-instruction', 'routine', 'blue', '办法 第二十二条(二)蓝/批办'],
    ['zhanjiang-prompted', 'blue', 'yellow', '办法 第二十一条(三)'],
    ['city-prompted', 'routine', 'yellow', '办法 第二十一条(三)'],
    ['city-prompted', 'orange', 'orange', null],
    ['monitored', 'routine', 'routine', null],
  ])('雷州: %s of %s is handled as %s', (kind, level, handling, clause) => {
    const { state } = openCase('leizhou', level, received(kind)).file;
    expect([state.warningLevel, state.handlingLevel, state.byReference?.cite[0] ?? null]).toEqual([
      level,
      handling,
      clause,
    ]);
  });

  it('雷州: a prompter who himself regards it as 常规 raises nothing (X7); a later one who does not, does', () => {
    const opened = openCase('leizhou', 'routine');
    const prompt = (kind: string, regardedAs?: string) =>
      opened.give('03-02 09:00', 'dutyOfficer', {
        type: 'AddSource',
        source: { kind, ...(regardedAs === undefined ? {} : { regardedAs }) },
      });
    expect(prompt('zhanjiang-prompted', 'routine')).toBe('done');
    expect(opened.file.state.handlingLevel).toBe('routine');
    expect(prompt('city-prompted')).toBe('done');
    expect(opened.file.state.handlingLevel).toBe('yellow');
  });

  it('雷州: the office may decide otherwise, upwards at once, downwards with a second person', () => {
    const up = openCase('leizhou', 'routine', received('city-prompted'));
    expect(up.give('03-02 11:00', 'dutyOfficer', changeLevel('routine', 'orange'))).toBe('done');
    expect(up.file.state).toMatchObject({ warningLevel: 'routine', handlingLevel: 'orange' });
    const down = openCase('leizhou', 'routine', received('city-prompted'));
    expect(down.give('03-02 11:00', 'dutyOfficer', changeLevel('routine', 'blue'))).toBe('done');
    expect(down.file.state.handlingLevel).toBe('yellow');
    expect(down.give('03-02 11:10', 'officeHead', { type: 'ApproveLevelChange' })).toBe('done');
    expect(down.file.state.handlingLevel).toBe('blue');
  });

  it('南宁: a netizen’s post that nobody has judged runs on the clocks of 一般', () => {
    const { state } = openCase('nanning', 'pending', { flags: ['netizenPost'] }).file;
    expect([state.warningLevel, state.handlingLevel]).toEqual(['pending', 'general']);
  });
});
