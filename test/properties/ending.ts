import fc from 'fast-check';
import type { Regulation } from '../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import { concluding } from '../support/conclude.ts';
import { actorsOf, giversOf, instantAt, type Story, storyOf } from './random-case.ts';
import { tell } from './telling.ts';

/** How somebody who wants the end goes about it. */
export interface Ending {
  story: Story;
  /** Whether he has the level determined first, or leaves that. */
  grading: 'determined' | 'left';
  /** 误立 instead of a summary of what was done. */
  mistaken: boolean;
  /** When, if ever, the bodies outside let the bureau off. */
  released: 'before' | 'after' | 'never';
}
export const endingOf = (regulation: Regulation): fc.Arbitrary<Ending> =>
  fc.record({
    story: storyOf(regulation),
    grading: fc.constantFrom('determined', 'left', 'left'),
    mistaken: fc.integer({ min: 0, max: 3 }).map((each) => each === 0),
    released: fc.constantFrom('before', 'after', 'never'),
  });

const MISTAKEN = '本案系同一事项重复立案';

/** Tells the story, then concludes as best one can: every word given, calm, the plan over, every reason, a second person. */
export const endOf = (regulation: Regulation, { story, grading, mistaken, released }: Ending) => {
  const { file, minutes } = tell(regulation, story);
  const give = (role: string, command: CaseCommand) =>
    file.give(instantAt(minutes), actorsOf(regulation).find((each) => each.role === role)!, command);
  const release = (): void => {
    for (const { duty, current, isOutside, status } of file.schedule().duties) {
      if (!isOutside || status !== 'open') continue;
      const { occurrence } = current;
      give('officeHead', { type: 'ReleaseDuty', duty, occurrence, document: '〔2026〕1号', reason: '随机' });
      give('chiefLeader', { type: 'ConfirmRelease', act: file.state.releases.at(-1)?.entry ?? 1 });
    }
  };
  const { status, warningLevel: level, provisional, confirmations } = file.state;
  if (status === 'open') {
    if (grading === 'determined' && provisional) {
      give('chiefLeader', { type: 'RejectLevelChange', reason: '随机' });
      give(giversOf(regulation, 'ConfirmGrade', level)[0]!.role, { type: 'ConfirmGrade', level });
    }
    for (const [act, { of, role, answer }] of Object.entries(confirmations)) {
      const asked = of === 'outside' ? 'chiefLeader' : role;
      if (answer === null) give(asked, { type: 'ConfirmAct', act: Number(act), agree: true });
    }
    const awaited = regulation.gates.filter(({ on }) => on.includes('Conclude'));
    for (const action of awaited.flatMap(({ needs = [], steps = [] }) => [...needs, ...steps.flat()])) {
      const { by = ['officeHead'] } = regulation.actions.find(({ id }) => id === action)!;
      give(by[0]!, { type: 'RecordAction', action });
    }
    if (released === 'before') release();
    give('leadingGroup', { type: 'DeclareCalm', reason: '随机' });
    give('leadingGroup', { type: 'EndPlan', reason: '随机' });
    const ending = concluding(file.schedule().duties);
    give('deputyLeader', mistaken ? { ...ending, mistaken: MISTAKEN } : ending);
    give('chiefLeader', { type: 'ApproveConclusion' });
  }
  if (released === 'after') release();
  return file;
};
