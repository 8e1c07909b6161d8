import { describe, expect, it } from 'vitest';
import { ownPart } from '../../../../shared/notices/compose.ts';
import { partOf } from '../../../../shared/notices/words.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { giversOf, isPerUnit, receiversOf } from '../../../../shared/regulations/lookup.ts';
import { type File, open, person, UNITS } from '../../../readings/given.ts';
import { officer, system } from '../../../support/case-file.ts';
import { A, B, merge, openedAs, proposing } from './two-cases.ts';

/** The texts by which units hear that their case goes on here. */
const told = ({ log }: Pick<File, 'log'>) =>
  log.flatMap(({ events }) =>
    events.flatMap((event) =>
      event.type === 'NoticesMade' ? event.notices.filter(({ template }) => template === 'takenOver') : [],
    ),
  );

describe('the units of a case that ended', () => {
  it('hear once where it goes on, each by its own posts; those of the other hear nothing', () => {
    const into = openedAs(A, 'yellow', { unit: 'food' });
    const from = openedAs(B, 'yellow', { unit: 'drugs' });
    expect(merge(from, into, '03-02 10:30')).toBeUndefined();
    expect(told(from)).toEqual([]);
    expect(
      told(into)
        .map(({ role, unit }) => `${role} ${unit}`)
        .sort(),
    ).toEqual(['unitHead drugs', 'unitLiaison drugs']);
  });

  it('hear so too where the other case is theirs already, and nothing where none had it', () => {
    const into = openedAs(A, 'yellow', { unit: 'food' });
    expect(merge(openedAs(B, 'yellow', { unit: 'food' }), into, '03-02 10:30')).toBeUndefined();
    expect(told(into).map(({ unit }) => unit)).toEqual(['food', 'food']);
    const other = openedAs(A, 'yellow', { unit: 'food' });
    expect(merge(openedAs(B, 'yellow', { unit: undefined }), other, '03-02 10:30')).toBeUndefined();
    expect(told(other)).toEqual([]);
  });

  it('do not hear it again when what has come in since is taken over too; a unit that came since does', () => {
    const into = openedAs(A, 'yellow', { unit: 'food' });
    const from = openedAs(B, 'yellow', { unit: 'drugs' });
    from.give('03-02 10:30', officer, proposing(into.state));
    const takeOver = () => ({ type: 'TakeOver' as const, from: from.state });
    into.give('03-02 10:31', person('deputyLeader'), takeOver());
    from.give('03-02 10:32', officer, { type: 'AssignUnit', unit: 'price', part: 'joint' });
    into.give('03-02 10:33', person('deputyLeader'), takeOver());
    expect(told(into).map(({ unit }) => unit)).toEqual(['drugs', 'drugs', 'price', 'price']);
  });

  it('are not woken by it: by night it waits for the morning', () => {
    const into = openedAs(A, 'yellow', { unit: 'food' }, '03-02 21:00');
    const from = openedAs(B, 'yellow', { unit: 'drugs' }, '03-02 21:00');
    expect(merge(from, into, '03-02 23:30')).toBeUndefined();
    expect(told(into).map(({ notBefore }) => notBefore !== undefined)).toEqual([true, true]);
  });
});

describe.each(Object.keys(UNITS))('at %s', (bureau) => {
  it('the text names the number that it had and the one under which it goes on, in one message', () => {
    const regulation = regulations[bureau]!;
    const level = {
      leizhou: 'yellow',
      nanning: 'major',
      hohhot: 'major',
      petition: 'larger',
      yinzhou: 'larger',
    }[bureau]!;
    const by = person(
      giversOf(regulation, 'AssignUnit').find((role) =>
        giversOf(regulation, 'OpenCase', level).includes(role),
      )!,
    );
    const opened = (caseId: string) => open({ bureau, level, by, facts: { caseId } });
    const [into, from] = [opened('XX2026-0001'), opened('XX2026-0002')];
    const [first] = giversOf(regulation, 'MergeCase');
    expect(from.give('03-02 10:30', person(first!), proposing(into.state, 'XX2026-0001')).refusal).toBeNull();
    const takeOver = { type: 'TakeOver', from: from.state } as const;
    expect(into.give('03-02 10:31', system, takeOver).refusal).toBeNull();
    const posts = receiversOf(regulation, 'assigned').filter((role) => isPerUnit(regulation, role));
    expect(posts.length).toBeGreaterThan(0);
    expect(
      told(into)
        .map(({ role }) => role)
        .sort(),
    ).toEqual(posts.toSorted());
    const [notice] = told(into);
    const { text } = ownPart(regulation, partOf(regulation, into.state, notice!, { now: into.state.lastAt }));
    expect(text).toMatch(/^【.+】XX2026-0001\(.+\)原案卷XX2026-0002已并入,你.+请改在本案办理。/);
    expect(text.length).toBeLessThanOrEqual(70);
  });
});
