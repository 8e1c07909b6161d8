import { describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { notesOnOwnTimes } from '../../../shared/rules/acts/found.ts';
import { at, officer } from '../../support/case-file.ts';
import { correct, give, open } from '../given.ts';

// A case that is opened by hand about an item counts from what the item says itself, or earlier; a later time has its own way.

const PUBLISHED = '03-02 08:00';
interface Stated {
  publishedAt?: string;
  eventAt?: string;
}
const BUREAUS = {
  leizhou: { level: 'red', duty: 'publicResponse', due: '03-02 13:00:00', before: '03-02 12:59:59' },
  yinzhou: { level: 'major', duty: 'oralReport', due: '03-02 08:15:00', before: '03-02 08:14:59' },
} as const;
type Bureau = keyof typeof BUREAUS;
const names = Object.keys(BUREAUS) as Bureau[];

const opened = (bureau: Bureau, stated: Stated, own: object = {}, facts: object = {}) =>
  open({
    bureau,
    level: BUREAUS[bureau].level,
    when: '03-02 08:10',
    instants: { ...stated },
    facts: {
      items: [
        {
          feed: 'f',
          id: 'own',
          title: '首帖',
          publishedAt: at(PUBLISHED),
          arrivedAt: at('03-02 08:05'),
          ...own,
        },
      ],
      ...facts,
    },
  });

describe.each(names)('%s: the publication that a person states beside an item', (bureau) => {
  const { duty, due, before } = BUREAUS[bureau];
  it.each([
    ['a second before what the item says', '03-02 07:59:59', before],
    ['as the item says', PUBLISHED, due],
    ['a second later', '03-02 08:00:01', due],
    ['later by what it would take', '03-02 08:09:59', due],
    ['so early that nothing counts from it', '02-02 08:00', due],
  ])('%s', (_, publishedAt, counted) => {
    expect(opened(bureau, { publishedAt }).due(duty)).toBe(at(counted));
  });

  it('an event after it silences nothing that the item says', () => {
    const file = opened(bureau, { publishedAt: '03-02 08:04', eventAt: '03-02 08:03' });
    expect(file.state.doubts).toEqual([]);
    expect(file.state.items[0]?.doubt).toBeUndefined();
    expect(file.due(duty)).toBe(at(due));
  });

  it('of which only the day is stated is that of the item', () => {
    const file = opened(bureau, { publishedAt: '03-03 00:00' }, {}, { dateOnly: ['publishedAt'] });
    expect(file.state).toMatchObject({ instants: { publishedAt: at(PUBLISHED) }, dateOnly: [] });
    expect(file.due(duty)).toBe(at(due));
  });

  it.each([
    ['of an item that says only the day', { dateOnly: true }],
    ['of an item that is an old post', { publishedAt: at('02-02 08:00') }],
  ])('%s counts as it is stated', (_, own) => {
    const file = opened(bureau, { publishedAt: '03-02 08:01' }, own);
    expect(file.state.instants.publishedAt).toBe(at('03-02 08:01'));
  });

  it('is no later by the event that the item says', () => {
    const file = opened(bureau, { eventAt: '03-02 07:59' }, { eventAt: at('03-02 07:50') });
    expect(file.state.instants.eventAt).toBe(at('03-02 07:50'));
  });

  it('is told to whoever stated it, and is put later by who may grant time alone', () => {
    const file = opened(bureau, { publishedAt: '03-02 08:04' });
    const stated = { publishedAt: at('03-02 08:04') };
    expect(notesOnOwnTimes(regulations[bureau]!, { instants: stated }, file.state)).toEqual([
      expect.stringMatching(/填写为3月2日8时4分,与所引用信息自身的时间不符,按3月2日8时计/),
    ]);
    expect(notesOnOwnTimes(regulations[bureau]!, { instants: file.state.instants }, file.state)).toEqual([]);
    expect(give(file, '03-02 08:11', officer, correct('occurredAt', '03-02 08:04'))).toBe('ROLE_NOT_ALLOWED');
  });
});
