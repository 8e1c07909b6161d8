import { describe, expect, it } from 'vitest';
import { walk } from '../../../../infra/regulation-check/checks/walk.ts';
import { grade } from '../../../../shared/grading/grade.ts';
import { withSettings } from '../../../../shared/regulations/settings.ts';
import { at, chief, officer } from '../../../support/case-file.ts';
import { assign, circular, levels, openFile, petition, statusOf } from './petition-file.ts';

describe('every clause', () => {
  const carried = new Set(
    [...walk(petition)].flatMap(({ key, value }) =>
      key === 'cite' && typeof value === 'string' ? [value] : [],
    ),
  );

  it('is one of 20', () => expect(Object.keys(petition.clauses)).toHaveLength(20));

  it.each(Object.keys(petition.clauses))('%s is carried by a rule', (clause) => {
    expect(carried.has(clause)).toBe(true);
  });

  it('that is ambiguous is read or can be chosen: X2, X41, X42, X30', () => {
    const entries = [
      ...petition.readings.map(({ id }) => id),
      ...petition.settings.map(({ register }) => register).filter((register) => register !== 'bureau'),
    ];
    expect([...new Set(entries)].sort()).toEqual(['X2', 'X30', 'X41', 'X42']);
  });
});

describe('petition D 第六条 ①: grading', () => {
  const suggested = (text: string, flags: string[] = []) =>
    grade(petition, { text, counters: {}, observations: [], observedAt: at('03-02 09:00'), flags });

  it('has no score and no criteria: words only say that the bureau is concerned', () => {
    expect(suggested('某路口交通拥堵')).toMatchObject({ level: 'pending', score: null, flags: [] });
    const found = suggested('在信访局反映问题两个月没有答复');
    expect(found).toMatchObject({ level: 'general', score: null, flags: ['concernsBureau'] });
    expect(JSON.stringify(found.reasons)).toContain('须由领导小组办公室确认');
  });

  it('never goes above 一般 by itself', () => {
    expect(
      petition.grading.floors.every(({ atLeast, candidate }) => atLeast === 'general' && candidate),
    ).toBe(true);
    expect(
      suggested('信访局门口大规模集体上访,全网刷屏', ['sensitive', 'onlineSudden', 'otherAgencies']).level,
    ).toBe('general');
  });

  it('marks the words as an assumption', () => {
    for (const { reason } of petition.grading.floors) expect(reason).not.toContain('假设');
  });

  it('leaves an item that waits for judgement without clocks', () => {
    expect(petition.scales[0]!.levels[0]).toMatchObject({ id: 'pending', clocked: false, basis: 'bureau' });
  });
});

describe('what has no number', () => {
  it.each(levels)('is listed and never rings at %s', (level) => {
    const file = openFile({ level, flags: ['sensitive', 'onlineSudden'] });
    file.give('03-02 09:06', officer, circular());
    file.give('03-02 09:07', chief, assign);
    expect(file.runTo('06-02 09:00').filter((line) => !line.includes('tellLeadingGroup'))).toEqual([]);
    for (const duty of ['contactPersons', 'verifyFacts', 'handleProblem', 'submitInfo', 'guideUnits'])
      expect(statusOf(file, duty)).toBe('listed');
  });

  it('rings with a target of the office’s own, and is chased, never overdue', () => {
    const file = openFile({ regulation: withSettings(petition, { targetAssignUnit: 'PT10M' }) });
    const lines = file.runTo('03-02 12:00').filter((line) => line.includes('assignUnit'));
    expect(lines).toEqual([
      '03-02 09:10 assignUnit#1 remind0',
      '03-02 09:15 assignUnit#1 due0',
      '03-02 10:15 assignUnit#1 remind1',
      '03-02 11:15 assignUnit#1 remind2',
    ]);
  });
});
