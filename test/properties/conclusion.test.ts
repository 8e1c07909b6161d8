import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../shared/case/events.ts';
import { type ScheduledDuty, scheduleCase } from '../../shared/deadlines/schedule.ts';
import { isOutside } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { caseFile } from '../support/case-file.ts';
import { concluding } from '../support/conclude.ts';
import { configuredBureaus, instantAt, openerOf, type Story, storyOf } from './random-case.ts';

const RUNS = 300;
const actor = (role: string) => ({ id: `p-${role}`, name: role, role });

/** Tells the story, then concludes as best one can: calm, the plan over, every reason given, a second person. */
const endOf = (regulation: Regulation, { opening, steps }: Story) => {
  const file = caseFile(regulation);
  expect(file.give(instantAt(0), openerOf(regulation, opening.level!), opening).refusal).toBeNull();
  let minutes = 0;
  for (const { afterMinutes, actor: who, command } of steps) {
    minutes += afterMinutes;
    file.give(instantAt(minutes), who, command);
  }
  const before = scheduleCase(regulation, file.state).duties;
  const give = (role: string, command: Parameters<typeof file.give>[2]) =>
    file.give(instantAt(minutes), actor(role), command);
  if (file.state.status === 'open') {
    give('leadingGroup', { type: 'DeclareCalm', reason: '随机' });
    give('leadingGroup', { type: 'EndPlan', reason: '随机' });
    give('deputyLeader', concluding(file.schedule().duties));
    give('chiefLeader', { type: 'ApproveConclusion' });
  }
  return { file, before };
};

const isOwedInNumbers = (
  regulation: Regulation,
  { basis, limit, receivers, start }: ScheduledDuty,
): boolean =>
  basis === 'law' &&
  start !== null &&
  ['within', 'every', 'external'].includes(limit.kind) &&
  receivers.some((role) => isOutside(regulation, role));

describe.each(configuredBureaus)('the end of random cases of %s', (_, regulation) => {
  const stories = storyOf(regulation);

  it('leaves nothing that a body outside is owed in numbers unmet and unreleased', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { file } = endOf(regulation, story);
        if (file.state.status === 'open') return;
        const ended = scheduleCase(regulation, file.state)
          .duties.filter((each) => isOwedInNumbers(regulation, each))
          .filter(({ status, current, duty }) => {
            const isReleased = file.state.releases.some(
              (each) => each.duty === duty && each.confirmed !== null,
            );
            // A series ends with 结报: what had not fallen due by then was never owed.
            const wasNeverDue = current.due === null || current.due > file.state.concludedAt!;
            const isSeries = current.outcome === 'ended' || current.outcome === 'missed';
            return (
              status === 'ended' &&
              !isReleased &&
              !(isSeries && (wasNeverDue || current.outcome === 'missed'))
            );
          });
        expect(ended.map(({ duty, current }) => `${duty} ${current.due} ${current.outcome}`)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('never comes while the level is undetermined, and never by one person with something undone', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { file } = endOf(regulation, story);
        let isProvisional = true;
        for (const { events, actor: by } of file.log) {
          for (const event of events as CaseEvent[]) {
            if (event.type === 'CaseGraded') isProvisional = event.provisional;
            if (event.type === 'GradeConfirmed') isProvisional = false;
            if (event.type === 'LevelChanged' && event.authority !== 'reference') isProvisional = false;
            if (event.type !== 'CaseConcluded') continue;
            expect(isProvisional).toBe(false);
            if (event.unmet.length > 0) expect(event.proposedBy?.id).not.toBe(by.id);
            if (event.unmet.length > 0) expect(event.proposedBy).toBeDefined();
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});
