import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointUnits } from '../../../../shared/case/units.ts';
import { giversOf, isStanding, openableLevels } from '../../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { tasksIn } from '../../../../shared/rules/tasks/tasks-of.ts';
import { actsFor, waysOf } from '../../../properties/meeting.ts';
import {
  actorsOf,
  configuredBureaus,
  instantAt,
  openerOf,
  storyOf,
} from '../../../properties/random-case.ts';
import { tell } from '../../../properties/telling.ts';
import { caseFile, opening } from '../../../support/case-file.ts';
import { rosterOf } from '../../../support/roster.ts';

// Every approval that a bureau's data know is asked for by somebody's list, of a post that may give it; so is every second person's word.

type File = ReturnType<typeof caseFile>;

/** What the lists of a case ask for: each action, where the post may record it; each command. */
const askedIn = (regulation: Regulation, { state }: File): string[] =>
  tasksIn(regulation, state).flatMap(({ to, commands }) =>
    commands.flatMap(({ type, carries }) => {
      const { by } = regulation.actions.find(({ id }) => id === carries.action) ?? {};
      const may = giversOf(regulation, type, state.handlingLevel);
      const isHis = to.posts.some(
        ({ role }) => may.includes(role) && (by === undefined || by.includes(role)),
      );
      return to.people.length > 0 || isHis
        ? [type, ...(carries.action === undefined ? [] : [`${carries.action}`])]
        : [];
    }),
  );

/** Everything that is owed is done, one thing after another, and what is asked meanwhile collected. */
const walk = (regulation: Regulation, file: File, asked: Set<string>): void => {
  const people = actorsOf(regulation);
  let minutes = 1;
  const look = (): void => {
    for (const each of askedIn(regulation, file)) asked.add(each);
  };
  look();
  const approvals = regulation.actions.filter(({ approval }) => approval !== undefined);
  const doIt = (way: Parameters<typeof actsFor>[1], isDone: () => boolean): void => {
    for (const command of actsFor(regulation, way, instantAt(minutes)))
      for (const actor of people) {
        if (isDone()) return;
        minutes += file.give(instantAt(minutes), actor, command).refusal === null ? 1 : 0;
        look();
      }
  };
  for (const { id } of regulation.duties)
    for (const way of waysOf(regulation, id))
      doIt(way, () => file.duty(id) === undefined || file.duty(id)!.status === 'fulfilled');
  for (const { id } of approvals)
    doIt({ act: 'action', action: id }, () => file.state.actions.some((act) => act.id === id));
};

/** Cases of each level with clocks, with nothing said of them and with everything that can be; of the gravest also with each thing. */
const casesOf = function* (regulation: Regulation): Generator<File> {
  const flags = regulation.flags.map(({ id }) => id).filter((id) => id !== 'secret');
  const everybody = rosterOf(actorsOf(regulation));
  const levels = openableLevels(regulation).filter(
    ({ id, clocked }) => clocked && !isStanding(regulation, id),
  );
  for (const level of levels)
    for (const marked of level === levels.at(-1)
      ? [[], ...flags.map((each) => [each]), flags]
      : [[], flags]) {
      const file = caseFile(regulation, () => everybody);
      const facts = {
        ...{ level: level.id, flags: marked, unit: undefined },
        sources: [{ kind: regulation.sources[0]!.id, receivedAt: instantAt(0) }],
        instants: { detectedAt: instantAt(0) },
      };
      file.give(instantAt(0), openerOf(regulation, level.id), opening(facts));
      expect(file.log, level.id).toHaveLength(1);
      for (const actor of actorsOf(regulation)) {
        if (file.state.unit === null)
          file.give(instantAt(0), actor, { type: 'AssignUnit', unit: regulation.units[0]!.id });
        // Of what can be said, too, that it is several units'.
        if (file.state.unit !== null && marked.length > 0 && jointUnits(file.state).length === 0)
          file.give(instantAt(0), actor, {
            ...{ type: 'AssignUnit', unit: regulation.units[1]!.id, part: 'joint' },
          });
        file.give(instantAt(0), actor, { type: 'ConfirmGrade', level: level.id });
        for (const { id, levels: ratings } of regulation.scales.filter(({ use }) => use === 'rating'))
          file.give(instantAt(0), actor, {
            ...{ type: 'RateCase', scale: id, level: ratings.at(-1)!.id, reason: '研判' },
          });
      }
      yield file;
    }
};

/**
 * What is asked of nobody by itself. Nothing that is owed waits for it: it stands before what nobody has to do (an interview, a
 * warning to the public, a 热点舆情报告), or is one of two of which the other is asked for; or nothing that a case knows says whether it
 * is owed (whether several units share a case), or only the bureau's own setting asks for it.
 */
const NEVER_OWED: Readonly<Record<string, readonly string[]>> = {
  leizhou: ['responseSchemeApproved', 'interviewApproved', 'publicWarningApproved', 'hotReportChecked'],
  nanning: ['interviewAuthorised', 'replyAuthorised'],
};

describe.each(configuredBureaus)('%s', (bureau, regulation) => {
  it('every approval that something owed waits for is asked for, of somebody who may give it', () => {
    const asked = new Set<string>();
    for (const file of casesOf(regulation)) walk(regulation, file, asked);
    const never = regulation.actions
      .filter(({ id, approval }) => approval !== undefined && !asked.has(id))
      .map(({ id }) => id);
    expect(never).toEqual(NEVER_OWED[bureau] ?? []);
  });
});

it('the word of every second person is asked for', () => {
  const asked = new Set<string>();
  for (const [, regulation] of configuredBureaus)
    for (const story of fc.sample(storyOf(regulation), { numRuns: 150, seed: 1 })) {
      const { file } = tell(regulation, story);
      for (const each of askedIn(regulation, file)) asked.add(each);
    }
  expect([...asked]).toEqual(
    expect.arrayContaining([
      ...['ApproveLevelChange', 'RejectLevelChange', 'ApproveConclusion', 'ConfirmAct', 'ConfirmRelease'],
      ...['SignSupervisionOrder', 'ReleaseWarning', 'StartPlan', 'EndPlan'],
    ]),
  );
});
