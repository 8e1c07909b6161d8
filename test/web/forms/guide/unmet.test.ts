import { describe, expect, it } from 'vitest';
import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { doneWords } from '../../../../web/model/forms/guide/done-words.ts';
import { otherNotes, unmetBy, unmetWords } from '../../../../web/model/forms/guide/meant.ts';
import { NOW } from '../bureau-forms.ts';

// An act that does not meet what it was opened for is entered, and not called done.

const duty = {
  ...{ duty: 'tell', name: '电话报告上级', occurrence: '1', status: 'open', outcome: 'open' },
  ...{ due: '2026-03-03T01:50:00+08:00', limitKind: 'within', history: [], missingReceivers: [] },
  start: { name: '收到', at: '2026-03-02T22:50:00+08:00', estimated: false },
};
const openedFor = (more: object = {}) => ({
  open: { duties: [{ ...duty, ...more }] } as unknown as CaseReply,
  meant: { duty: 'tell', occurrence: '1' },
  ...{ meets: ['tell'], carried: {}, fields: [] },
});
const tried = (...limits: object[]) => ({ wouldBe: 'done', limits, toConfirm: [] }) as unknown as TriedReply;
const EARLY = { madeAt: '2026-03-02T22:40:00+08:00' };

describe('an act that does not meet what it was opened for', () => {
  it('is entered, and the heading says what it does not settle', () => {
    const unmet = unmetBy(openedFor(), EARLY, tried(), NOW);
    expect(unmet?.why).toEqual([expect.stringContaining('早于起算时间')]);
    expect(doneWords('登记电话报告', tried(), unmet)).toBe('已登记：登记电话报告，不算办结“电话报告上级”');
  });

  it('that also waits for another’s word says both', () => {
    const word = { text: '请确认以你名义代录的事项', roles: [], person: '乙', nobody: false };
    expect(doneWords('登记电话报告', { toConfirm: [word] }, { name: '电话报告上级' })).toBe(
      '已登记：登记电话报告，待乙确认，不算办结“电话报告上级”',
    );
  });

  it('is done where it meets it, and where a warning is met by the texts that follow', () => {
    const met = tried({ duty: 'tell', occurrence: '1', what: 'fulfilled' });
    expect(doneWords('登记电话报告', met, unmetBy(openedFor(), {}, met, NOW))).toBe('已办：登记电话报告');
    const warning = openedFor({ warningDraft: [] });
    expect(unmetBy(warning, {}, tried(), NOW)).toBeUndefined();
    expect(unmetWords(warning, {}, tried(), NOW)).toContain('短信提交网关');
  });

  it('is not told the same twice: what the try says of that duty gives way, of another it stays', () => {
    const of = (name: string) => `所填时间3月2日22时40分早于起算时间3月2日22时50分,不算办结“${name}”`;
    const notes = [of('电话报告上级'), of('核实情况'), '本案尚未转办'];
    const unmet = unmetWords(openedFor(), EARLY, tried(), NOW);
    expect(otherNotes(notes, unmet)).toEqual(notes.slice(1));
    expect(otherNotes(notes, undefined)).toEqual(notes);
  });
});
