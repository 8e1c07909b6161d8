import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../shared/case/events.ts';
import type { Schedule } from '../../shared/deadlines/schedule.ts';
import type { Fulfilment, Regulation } from '../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import { actorsOf, configuredBureaus, instantAt, type Story, storyOf } from './random-case.ts';
import { tell } from './telling.ts';

const RUNS = 25;
const MINUTE = 60_000;

/** One time that a limit which can be broken was owed, as it stands now. */
interface Owed {
  key: string;
  due: string;
  outcome: string;
  ways: readonly Fulfilment[];
}
const owedIn = ({ duties }: Regulation, schedule: Schedule): Owed[] =>
  schedule.duties.flatMap(({ duty, history, breachable }) => {
    const { fulfilledBy = [], terms = [] } = duties.find(({ id }) => id === duty) ?? {};
    const ways = [...fulfilledBy, ...terms.flatMap((term) => term.fulfilledBy ?? [])];
    return history.flatMap(({ occurrence, due, outcome }) =>
      due === null || !breachable ? [] : [{ key: `${duty}#${occurrence}`, due, outcome, ways }],
    );
  });

/** A story told to its end, and what was missed until some days later. */
const endOf = (regulation: Regulation, story: Story, daysLater: number) => {
  const { file, minutes } = tell(regulation, story, { unit: regulation.units[0]!.id });
  const now = instantAt(minutes + daysLater * 24 * 60);
  file.runTo(now);
  return { file, now };
};

/** What would have met it, said to be done at `madeAt`: in his own name, for a leader, and past the gates. */
const actsFor = (regulation: Regulation, way: Fulfilment, madeAt: string): CaseCommand[] => {
  const { roles, reportKinds, reportForms, publicationForms, documents } = regulation;
  const leader = actorsOf(regulation).find(({ role }) =>
    regulation.authorities.some((each) => each.command === 'Countersign' && each.roles.includes(role)),
  );
  const onBehalf = { person: leader?.id ?? 'nobody', channel: '电话', at: madeAt, text: '正文' };
  switch (way.act) {
    case 'report':
      return [
        {
          type: 'FileReport',
          kind: way.kinds?.[0] ?? reportKinds[0]!.id,
          form: way.forms?.[0] ?? reportForms[0]!.id,
          to: way.to === undefined ? roles.map(({ id }) => id) : [...way.to, ...(way.toAnyOf ?? [])],
          madeAt,
        },
      ];
    case 'publication': {
      const form = way.forms?.[0] ?? publicationForms[0]!.id;
      const publication = { type: 'RecordPublication', form, title: '正文', madeAt } as const;
      return [publication, { ...publication, happened: { reason: '误发' } }];
    }
    case 'action': {
      const action = { type: 'RecordAction', action: way.action, madeAt } as const;
      const { bodies = [] } = regulation.actions.find(({ id }) => id === way.action) ?? {};
      const reference = '通话记录1号';
      return [
        action,
        { ...action, onBehalf },
        ...bodies.map((body) => ({
          ...action,
          outside: { body, who: '值班室', channel: '电话', at: madeAt, reference },
        })),
      ];
    }
    case 'decision': {
      const decision = {
        type: 'RecordDecision',
        decision: way.decision,
        outcome: '决定办理',
        madeAt,
      } as const;
      return [decision, { ...decision, onBehalf }];
    }
    case 'document': {
      const fields = documents.find(({ id }) => id === way.document)?.fields ?? [];
      return [
        {
          type: 'IssueDocument',
          document: way.document,
          fields: Object.fromEntries(fields.map((field) => [field, '已填'])),
          madeAt,
        },
      ];
    }
    case 'meeting':
      return [{ type: 'RecordMeeting', madeAt }];
    case 'calm':
      return [{ type: 'DeclareCalm', reason: '传播已得到控制', calmedAt: madeAt }];
    default:
      return [];
  }
};

/** What became of what was missed, in all bureaus. */
const seen = new Set<string>();

describe.each(configuredBureaus)('%s: acts entered after the limit', (_, regulation) => {
  const makers = actorsOf(regulation);

  it('never make it kept by their maker’s word alone, also when he confirms them himself', () => {
    fc.assert(
      fc.property(
        storyOf(regulation),
        fc.constantFrom<Actor>(...makers),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 14 }),
        (story, maker, daysLater, minutesBefore) => {
          const { file, now } = endOf(regulation, story, daysLater);
          const first = file.state.version + 1;
          const missed = owedIn(regulation, file.schedule()).filter(
            ({ due, outcome }) => due < now && outcome !== 'fulfilled',
          );
          for (const { due, ways } of missed)
            for (const way of ways) {
              // No limit is shorter than a quarter of an hour: he says that he was just in time.
              const madeAt = new Date(Date.parse(due) - minutesBefore * MINUTE);
              for (const command of actsFor(regulation, way, madeAt.toISOString()))
                file.give(now, maker, command);
            }
          for (let act = first, last = file.state.version; act <= last; act += 1)
            file.give(now, maker, { type: 'ConfirmAct', act, agree: true, reference: '收文17号' });
          const after = new Map(
            owedIn(regulation, file.schedule()).map(({ key, due, outcome }) => [`${key} ${due}`, outcome]),
          );
          const made = missed.map(({ key, due }) => `${key} ${due}`);
          for (const key of made) seen.add(after.get(key) ?? 'gone');
          expect(made.filter((key) => after.get(key) === 'fulfilled')).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

it('such acts wait for somebody else’s word', () => expect(seen).toContain('lateEntry'));
