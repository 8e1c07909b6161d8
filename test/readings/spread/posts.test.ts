import { describe, expect, it } from 'vitest';
import type { EventOf, ItemReference } from '../../../shared/case/events.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { giversOf } from '../../../shared/regulations/lookup.ts';
import { withSettings } from '../../../shared/regulations/settings.ts';
import { labelOf } from '../../../shared/rules/labels/labels.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, officer, suggestion, system } from '../../support/case-file.ts';
import { type File, type Found, give, open, person, pushed } from '../given.ts';

const RULE = { spreadPosts: '3/PT1H' };
/** What the office sees at each level from which there is one above. */
const LEVELS = {
  leizhou: ['yellow', 'orange'],
  nanning: ['general', 'major'],
  hohhot: ['medium', 'major'],
  petition: ['general', 'larger'],
  yinzhou: ['general', 'larger'],
} as const;

/** A post as it came; `level`: what the table makes of it. */
const post = (
  id: string,
  published: string | undefined,
  more: Partial<ItemReference> & { level?: string } = {},
) => {
  const { level = 'blue', ...rest } = more;
  return {
    type: 'AttachItem' as const,
    item: {
      feed: 'f',
      id,
      title: '转载',
      url: `https://news.example.com/${id}`,
      ...(published === undefined ? {} : { publishedAt: at(published) }),
      ...rest,
    },
    grade: suggestion(level),
    flags: [],
  };
};
const attach = (file: File, when: string, command: ReturnType<typeof post>) =>
  file.give(when, system, {
    ...command,
    item: { arrivedAt: at(when), ...command.item },
  });
const yellow = (found: Found = {}): File =>
  open({ level: 'yellow', when: '03-02 08:00', settings: RULE, ...found });
const questions = ({ log }: File) =>
  log.flatMap(({ events }) =>
    events.filter((event): event is EventOf<'GradeQuestioned'> => event.type === 'GradeQuestioned'),
  );
const texts = ({ log }: File) =>
  log.flatMap(({ events }) =>
    events.flatMap((event) =>
      event.type === 'NoticesMade' ? event.notices.filter(({ template }) => template === 'spread') : [],
    ),
  );

describe('so many different posts of a story within so long', () => {
  it.each([
    // The third an hour after the first: a second before, at, and a second after.
    ['03-02 09:59:59', 1],
    ['03-02 10:00:00', 1],
    ['03-02 10:00:01', 0],
  ])('the third published at %s: asked %i times', (third, times) => {
    const file = yellow();
    attach(file, '03-02 10:05', post('1', '03-02 09:00'));
    attach(file, '03-02 10:06', post('2', '03-02 09:30'));
    expect(questions(file)).toEqual([]);
    attach(file, '03-02 10:07', post('3', third));
    expect(questions(file)).toHaveLength(times);
  });

  it('put the question to whoever determines, say what was counted from when to when, and change nothing', () => {
    const file = yellow();
    for (const [id, published] of [
      ['1', '09:00'],
      ['2', '09:30'],
      ['3', '09:50'],
    ])
      attach(file, '03-02 10:05', post(id!, `03-02 ${published}`));
    const spread = { rule: '3/PT1H', from: at('03-02 09:00'), to: at('03-02 09:50'), posts: 3 };
    expect(questions(file)).toEqual([{ type: 'GradeQuestioned', level: 'orange', spread }]);
    expect(file.state).toMatchObject({ warningLevel: 'yellow', handlingLevel: 'yellow', provisional: false });
    expect(file.state.regrades).toEqual([
      { at: at('03-02 10:05'), level: 'orange', answeredAt: null, spread },
    ]);
    expect(texts(file).map(({ role, variables }) => [role, variables.spread])).toEqual([
      ['dutyOfficer', '3月2日9时至9时50分出现3条不同信息'],
      ['officeHead', '3月2日9时至9时50分出现3条不同信息'],
    ]);
    expect(labelOf(withSettings(leizhou, RULE), questions(file)[0]!)).toBe(
      '3月2日9时至9时50分出现3条不同信息(本局设置的提示条件),请研判保留或升为重大舆情',
    );
    expect(file.duty('reviewGrade')).toMatchObject({ status: 'open' });
  });

  it('count each address once, whichever feed brings it, and an item that comes again not at all', () => {
    const file = yellow();
    attach(file, '03-02 10:00', post('1', '03-02 09:00'));
    attach(file, '03-02 10:01', post('1', '03-02 09:00', { feed: 'g' }));
    attach(
      file,
      '03-02 10:02',
      post('1b', '03-02 09:10', { url: 'http://www.news.example.com/1?utm_source=x' }),
    );
    attach(file, '03-02 10:03', post('1', '03-02 09:00'));
    attach(file, '03-02 10:04', post('2', '03-02 09:20'));
    expect(questions(file)).toEqual([]);
    // Without an address the feed's id tells them apart.
    attach(file, '03-02 10:05', post('3', '03-02 09:30', { url: undefined }));
    expect(questions(file)).toMatchObject([{ spread: { posts: 3 } }]);
  });

  it('go by the arrival where the publication is not known for certain', () => {
    const file = yellow();
    attach(file, '03-02 10:00', post('1', undefined));
    attach(file, '03-02 10:10', post('2', '03-01 23:59:59', { dateOnly: true }));
    attach(file, '03-02 10:20', post('3', '03-02 04:00', { estimated: true }));
    expect(questions(file)).toMatchObject([{ spread: { from: at('03-02 10:00'), to: at('03-02 10:20') } }]);
    const old = yellow();
    for (const [id, published] of [
      ['1', '01:00'],
      ['2', '03:00'],
      ['3', '05:00'],
      ['4', '07:00'],
    ])
      attach(old, '03-02 10:00', post(id!, `03-02 ${published}`));
    // A feed that has caught up brings old posts at once: they did not spread at once.
    expect(questions(old)).toEqual([]);
  });

  it('ask once while nobody has answered, and of new posts alone once somebody has', () => {
    const file = yellow();
    for (const id of ['1', '2', '3', '4', '5', '6', '7']) attach(file, '03-02 10:00', post(id, undefined));
    expect(questions(file)).toHaveLength(1);
    expect(
      give(file, '03-02 10:10', officer, { type: 'ConfirmGrade', level: 'yellow', reason: '均为转载' }),
    ).toBe('done');
    expect(file.state.regrades[0]?.answeredAt).toBe(at('03-02 10:10'));
    for (const [id, when] of [
      ['8', '10:20'],
      ['9', '10:25'],
    ])
      attach(file, `03-02 ${when}`, post(id!, undefined));
    expect(questions(file)).toHaveLength(1);
    attach(file, '03-02 10:30', post('10', undefined));
    expect(questions(file)).toHaveLength(2);
    expect(texts(file)).toHaveLength(4);
    expect(
      give(file, '03-02 10:40', officer, {
        type: 'ChangeLevel',
        level: 'orange',
        reason: '扩散',
        authority: 'change',
        newFact: file.log.length,
      }),
    ).toBe('done');
    expect(file.state.regrades.every(({ answeredAt }) => answeredAt !== null)).toBe(true);
  });

  it('are asked of a proposed level too, and the determination answers', () => {
    const file = pushed({ proposed: 'yellow', when: '03-02 08:00', settings: RULE });
    for (const id of ['1', '2', '3']) attach(file, '03-02 10:00', post(id, undefined));
    expect(questions(file)).toMatchObject([{ level: 'orange' }]);
    expect(file.state).toMatchObject({ warningLevel: 'yellow', provisional: true });
    expect(give(file, '03-02 10:10', officer, { type: 'ConfirmGrade', level: 'yellow' })).toBe('done');
    expect(file.state.regrades[0]?.answeredAt).toBe(at('03-02 10:10'));
    expect(file.duty('reviewGrade')?.status).toBe('fulfilled');
  });

  it('are answered too by the table, where it proposes a higher level itself', () => {
    const file = pushed({ proposed: 'yellow', when: '03-02 08:00', settings: RULE });
    for (const id of ['1', '2', '3']) attach(file, '03-02 10:00', post(id, undefined));
    attach(file, '03-02 10:05', post('4', undefined, { level: 'red' }));
    expect(file.state).toMatchObject({ warningLevel: 'red', provisional: true });
    expect(file.state.regrades).toMatchObject([{ answeredAt: at('03-02 10:05') }]);
  });

  it('ask nothing that the table asks or does already, at the gravest level, or after the end', () => {
    const asked = yellow();
    for (const id of ['1', '2']) attach(asked, '03-02 10:00', post(id, undefined));
    attach(asked, '03-02 10:00', post('3', undefined, { level: 'red' }));
    expect(questions(asked)).toEqual([{ type: 'GradeQuestioned', level: 'red' }]);
    const red = open({ level: 'red', when: '03-02 08:00', settings: RULE });
    for (const id of ['1', '2', '3']) attach(red, '03-02 10:00', post(id, undefined));
    expect(questions(red)).toEqual([]);
  });

  it('ask nothing where the office has set nothing, and nothing of a matter that is no 舆情', () => {
    const none = open({ level: 'yellow', when: '03-02 08:00' });
    for (let id = 0; id < 50; id += 1) attach(none, '03-02 10:00', post(`${id}`, undefined));
    expect(questions(none)).toEqual([]);
    const special = open({
      level: 'specialPeriod',
      when: '03-02 08:00',
      settings: RULE,
      by: person(giversOf(leizhou, 'OpenCase', 'specialPeriod')[0]!),
    });
    for (const id of ['1', '2', '3']) attach(special, '03-02 10:00', post(id, undefined));
    expect(questions(special)).toEqual([]);
  });

  it.each(Object.entries(LEVELS))('at %s', (bureau, [level, next]) => {
    const file = pushed({ bureau, proposed: level, when: '03-02 08:00', settings: RULE });
    for (const id of ['1', '2', '3']) attach(file, '03-02 10:00', post(id, undefined, { level }));
    expect(questions(file)).toMatchObject([{ level: next, spread: { posts: 3 } }]);
    expect(file.state.warningLevel).toBe(level);
    expect(texts(file).length).toBeGreaterThan(0);
  });

  describe('with which a case is opened', () => {
    const opened = (times: string[], found: Found = {}) =>
      yellow({
        when: '03-02 11:00',
        facts: {
          unit: undefined,
          items: times.map((time, index) => post(`${index}`, `03-02 ${time}`).item),
        },
        ...found,
      });

    it.each([
      // The third an hour after the first: a second before, at, and a second after.
      ['09:59:59', 1],
      ['10:00:00', 1],
      ['10:00:01', 0],
    ])('count at once, the third published at %s: asked %i times', (third, times) => {
      const file = opened(['09:00:00', third, '09:30:00']);
      expect(questions(file)).toHaveLength(times);
      expect(texts(file)).toHaveLength(2 * times);
      expect(file.state).toMatchObject({ warningLevel: 'yellow', provisional: false });
    });

    it('are asked of once, and with the next only once somebody has answered', () => {
      const file = opened(['09:00', '09:30', '09:50']);
      expect(file.duty('reviewGrade')).toMatchObject({ status: 'open' });
      attach(file, '03-02 11:05', post('x', '03-02 09:55'));
      expect(questions(file)).toMatchObject([{ level: 'orange', spread: { posts: 3 } }]);
      const kept = { type: 'ConfirmGrade', level: 'yellow', reason: '均为转载' } as const;
      expect(give(file, '03-02 11:10', officer, kept)).toBe('done');
      attach(file, '03-02 11:20', post('y', '03-02 09:56'));
      expect(questions(file)).toHaveLength(1);
    });

    it('are not asked of where there is no higher level, no setting, one post twice, or no 舆情', () => {
      const posts = ['09:00', '09:30', '09:50'];
      expect(questions(opened(posts, { level: 'red' }))).toEqual([]);
      expect(questions(opened(posts, { settings: {} }))).toEqual([]);
      const { item } = post('1', '03-02 09:00');
      expect(questions(yellow({ facts: { items: [item, item, post('2', '03-02 09:10').item] } }))).toEqual(
        [],
      );
      const by = person(giversOf(leizhou, 'OpenCase', 'specialPeriod')[0]!);
      expect(questions(opened(posts, { level: 'specialPeriod', by }))).toEqual([]);
    });

    it.each(Object.entries(LEVELS))('at %s', (bureau, [level, next]) => {
      const by = person(giversOf(regulations[bureau]!, 'OpenCase', level)[0]!);
      expect(questions(opened(['09:00', '09:30', '09:50'], { bureau, level, by }))).toMatchObject([
        { level: next, spread: { posts: 3 } },
      ]);
    });
  });
});
