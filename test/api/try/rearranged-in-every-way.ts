import type { TriedReply } from '../../../shared/contracts/replies/try.ts';
import { giversOf, isPerUnit, openableLevels } from '../../../shared/regulations/lookup.ts';
import { concludeByDesk } from '../../support/conclude.ts';
import { grave, plain } from '../../support/office.ts';
import { triedIn } from '../../support/told.ts';
import type { Trying } from './trying.ts';

type Trial = Pick<Trying, 'office' | 'attempt' | 'both' | 'opened'>;
const REASON = '与该案卷说的是同一件事';
const MINUTE = 60_000;

/** Of two cases at each two levels of the bureau what a merge of either into the other would do. */
export const playMerges = async ({ office, attempt, opened }: Trial): Promise<TriedReply[]> => {
  const { regulation } = office.system;
  const cases: { caseId: string; level: string }[] = [];
  const whoIn = (role: string, unit: string) => ({ role, ...(isPerUnit(regulation, role) && { unit }) });
  for (const { id: level } of openableLevels(regulation)) {
    const openers = giversOf(regulation, 'OpenCase', level);
    const graders = giversOf(regulation, 'ConfirmGrade', level);
    const role = openers.findLast((each) => graders.includes(each)) ?? openers.at(-1)!;
    for (const unit of regulation.units.slice(0, 2).map(({ id }) => id)) {
      const body = { title: '某事项', sources: [{ kind: 'monitored' }], level, unit };
      cases.push({ caseId: await opened(whoIn(role, unit), body), level });
      office.pass(MINUTE);
    }
  }
  const tried: TriedReply[] = [];
  for (const { caseId, level } of cases)
    for (const { caseId: into } of cases) {
      const [role] = giversOf(regulation, 'MergeCase', level);
      if (role === undefined || into === caseId) continue;
      const merge = { type: 'MergeCase', into, reason: REASON };
      tried.push(triedIn(await attempt(role, `/v1/cases/${caseId}/commands`, merge)));
    }
  return tried;
};

const opening = { title: '某事项', sources: [{ kind: 'monitored' }], level: 'orange' };
/** Two cases of which each has done what the other owes, the one merged into the other. */
const playAnswers = async ({ office, attempt, both, opened }: Trial): Promise<void> => {
  const from = await opened('officeHead', opening);
  const into = await opened('officeHead', { ...opening, title: '另一件' });
  await both('officeHead', into, { type: 'AssignUnit', unit: 'food' });
  const told = { type: 'FileReport', kind: 'first', form: 'telephone', to: ['chiefLeader', 'deputyLeader'] };
  await both('officeHead', from, told);
  office.pass(MINUTE);
  const reversed = { type: 'MergeCase', into: from, reason: REASON };
  await attempt('officeHead', `/v1/cases/${into}/commands`, reversed);
  await both('officeHead', from, { type: 'MergeCase', into, reason: REASON });
  await both('chiefLeader', from, { type: 'ApproveMerge' });
};
/** Two cases of two units that have signed for them: each owes its own report. */
const playUnits = async ({ both, opened }: Trial): Promise<void> => {
  const cases: string[] = [];
  for (const unit of ['food', 'quality']) {
    const caseId = await opened('officeHead', { ...opening, title: unit, unit });
    await both('officeHead', caseId, { type: 'ConfirmGrade', level: 'orange' });
    await both({ role: 'unitLiaison', unit }, caseId, { type: 'Acknowledge' });
    cases.push(caseId);
  }
  const [from, into] = cases;
  await both('officeHead', from!, { type: 'MergeCase', into: into!, reason: REASON });
};

/** One in which a limit was missed before it was lowered, and one that had begun a day before it was found. */
const playLate = async ({ office, both, opened }: Trial): Promise<void> => {
  const red = { ...opening, level: 'red', unit: 'food' };
  const from = await opened('officeHead', red);
  office.pass(25 * 60 * MINUTE);
  const lower = { type: 'ChangeLevel', level: 'orange', reason: '趋缓', authority: 'change' };
  await both('officeHead', from, lower);
  await both('chiefLeader', from, { type: 'ApproveLevelChange' });
  const occurredAt = new Date(Date.parse(office.now()) - 30 * 60 * MINUTE).toISOString();
  const into = await opened('officeHead', { ...red, title: '另一件', instants: { occurredAt } });
  await both('officeHead', from, { type: 'MergeCase', into, reason: REASON });
  await both('chiefLeader', from, { type: 'ApproveMerge' });
};

const detach = (id: string, destination: 'case' | 'board') => ({
  ...{ type: 'DetachItem', feed: 'demo', id, destination },
  reason: '说的是另一家店铺的事',
});
/** An item into a case of its own, into one that there is, and onto the board. */
const playDetaching = async ({ office, attempt, both }: Trial): Promise<void> => {
  await office.push([grave('a'), plain('p')]);
  const caseId = (await office.system.items.find('demo', 'a'))!.caseId!;
  await both('officeHead', caseId, { type: 'AttachItem', feed: 'demo', id: 'p' });
  const path = `/v1/cases/${caseId}/commands`;
  for (const destination of ['case', 'board'] as const)
    await attempt('officeHead', path, detach('p', destination));
  await attempt('officeHead', path, detach('a', 'case'));
};

const playReopening = async ({ office, both, opened }: Trial): Promise<void> => {
  const caseId = await opened('officeHead', { ...opening, unit: 'food' });
  await both('chiefLeader', caseId, { type: 'DeclareCalm', reason: '平息' });
  await concludeByDesk(office, caseId);
  office.pass(3 * 24 * 60 * MINUTE);
  await both('officeHead', caseId, { type: 'Reopen', reason: '结报后当事人提出新的证据' });
};

/** 并案, 移出信息, 恢复办理: all that a try can say of them. */
export const tryRearranging = async (trial: Trial): Promise<void> => {
  await playAnswers(trial);
  await playUnits(trial);
  await playLate(trial);
  await playDetaching(trial);
  await playReopening(trial);
};
