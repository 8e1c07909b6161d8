import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import {
  at,
  caseFile,
  head,
  liaison,
  officer,
  opening,
  suggestion,
  system,
} from '../../../support/case-file.ts';

const item = (id: string, publishedAt?: string) => ({
  feed: 'f',
  id,
  title: `信息${id}`,
  ...(publishedAt === undefined ? {} : { publishedAt }),
});
const detach = (id: string, more: { destination?: 'case' | 'board'; isClocked?: boolean } = {}) =>
  ({
    type: 'DetachItem',
    feed: 'f',
    id,
    destination: 'case',
    reason: '说的是另一家店铺的事',
    isClocked: true,
    ...more,
  }) as const;

/** A case of two items, of which the second is the older and the graver. */
const ofTwo = (flags: string[] = []) => {
  const file = caseFile();
  file.give('03-02 10:00', officer, opening({ level: 'blue', items: [item('1', at('03-02 09:00'))], flags }));
  file.give('03-02 10:10', system, {
    type: 'AttachItem',
    item: item('2', at('03-02 08:00')),
    grade: suggestion('yellow'),
    flags: [],
  });
  return file;
};

describe('an item that is taken out', () => {
  it('is in the case no more, and no clock of the case gets later by it', () => {
    const file = ofTwo();
    const before = file.schedule().duties.map(({ duty, current }) => [duty, current.due]);
    const { events, refusal } = file.give('03-02 10:20', officer, detach('2'));
    expect(refusal).toBeNull();
    expect(events[0]).toEqual({
      type: 'ItemDetached',
      feed: 'f',
      id: '2',
      title: '信息2',
      to: 'case',
      reason: '说的是另一家店铺的事',
    });
    expect(file.state.items.map(({ id }) => id)).toEqual(['1']);
    expect(file.state.detached).toMatchObject([{ feed: 'f', id: '2', to: 'case', entry: 3, placed: null }]);
    expect(file.schedule().duties.map(({ duty, current }) => [duty, current.due])).toEqual(before);
    expect(file.give('03-02 10:21', officer, detach('2'))).toMatchObject({ events: [], refusal: null });
  });

  it('stands with where it is, once it is there; said twice it is said once', () => {
    const file = ofTwo();
    file.give('03-02 10:20', officer, detach('2'));
    const placed = { type: 'PlaceItem', feed: 'f', id: '2', case: 'LZ2026-0002' } as const;
    expect(file.give('03-02 10:21', system, placed).events).toEqual([
      { type: 'ItemPlaced', feed: 'f', id: '2', case: 'LZ2026-0002' },
    ]);
    expect(file.give('03-02 10:22', system, placed).events).toEqual([]);
    expect(file.state.detached[0]?.placed?.case).toBe('LZ2026-0002');
  });

  it('that is put in again by hand is in the case again', () => {
    const file = ofTwo();
    file.give('03-02 10:20', officer, detach('2'));
    const again: CaseCommand = { type: 'AttachItem', item: item('2'), grade: suggestion('blue'), flags: [] };
    file.give('03-02 10:30', system, again);
    expect(file.state.items.map(({ id }) => id)).toEqual(['1', '2']);
    expect(file.state.detached).toEqual([]);
  });

  it('is not the last one', () => {
    const file = ofTwo();
    file.give('03-02 10:20', officer, detach('2'));
    expect(file.give('03-02 10:30', officer, detach('1')).refusal?.code).toBe('LAST_ITEM');
  });

  it('is one of the case', () => {
    expect(ofTwo().give('03-02 10:20', officer, detach('3')).refusal?.code).toBe('ITEM_NOT_IN_CASE');
  });

  it('goes back on the board only where its own level has no limits', () => {
    const file = ofTwo();
    const toBoard = detach('2', { destination: 'board' });
    expect(file.give('03-02 10:20', officer, toBoard).refusal?.code).toBe('ITEM_NEEDS_CASE');
    const harmless = detach('2', { destination: 'board', isClocked: false });
    expect(file.give('03-02 10:21', officer, harmless).refusal).toBeNull();
    expect(file.state.detached).toMatchObject([{ id: '2', to: 'board' }]);
  });

  it('is not of a 涉密 case, nor taken out by who does not put sources right, nor out of a concluded case', () => {
    const secret = ofTwo();
    secret.give('03-02 10:15', head, { type: 'SetFlags', add: ['secret'], remove: [], reason: '见纸质件' });
    const neutral = { ...detach('2'), reason: '见纸质件' };
    expect(secret.give('03-02 10:20', officer, neutral).refusal?.code).toBe('CASE_SECRET');
    expect(ofTwo().give('03-02 10:20', liaison, detach('2')).refusal?.code).toBe('ROLE_NOT_ALLOWED');
  });
});
