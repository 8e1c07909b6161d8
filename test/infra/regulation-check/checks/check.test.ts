import { describe, expect, it } from 'vitest';
import { loadRegulation } from '../../../../infra/regulation-check/checks/load.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { dutyOf, fileAfter, forbid, termOf } from '../../../support/data-faults.ts';
import { water } from '../../../support/sixth-bureau.ts';

describe('loadRegulation', () => {
  const complaint = (change: (copy: Regulation) => void): string => {
    try {
      loadRegulation(JSON.parse(fileAfter(change)));
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('takes a sound regulation', () => {
    expect(complaint(() => undefined)).toBe('');
    expect(loadRegulation(structuredClone(water))).toEqual(water);
  });

  it('names all problems at once', () => {
    const message = complaint((copy) => {
      dutyOf(copy, 'dailyReport').ladder = 'rope';
      copy.gates[0]!.steps!.push(['blessed']);
      forbid(copy, 'AnswerNotice');
    });
    expect(message.split('\n')[0]).toBe('制度“water”有 3 处问题:');
    for (const each of ['rope', 'blessed', 'AnswerNotice']) expect(message).toContain(each);
  });

  it('names the form first, and nothing else until it is right', () => {
    const message = complaint((copy) => {
      dutyOf(copy, 'dailyReport').ladder = 'rope';
      termOf(copy, 'dailyReport').cite = [];
    });
    expect(message).toContain('duties[dailyReport].terms[0].cite:没有写条款');
    expect(message).not.toContain('rope');
  });
});
