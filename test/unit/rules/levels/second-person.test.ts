import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { NOBODY, type Roster } from '../../../../shared/contracts/roster.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { caseFile, head, leader, opening } from '../../../support/case-file.ts';
import { rosterOf } from '../../../support/roster.ts';
import { change } from './given.ts';

/** Both posts with one telephone. */
const oneNumber = (): Roster => {
  const { roles } = rosterOf([head, leader]);
  const [{ mobile } = { mobile: '' }] = roles.officeHead ?? [];
  return { roles: { ...roles, deputyLeader: roles.deputyLeader!.map((each) => ({ ...each, mobile })) } };
};
const BUREAUS = {
  leizhou: { unit: 'food', high: 'red', low: 'orange' },
  nanning: { unit: 'business', high: 'major', low: 'general' },
  yinzhou: { unit: 'welfareHome', high: 'major', low: 'larger' },
};

describe.each(Object.entries(BUREAUS))('a lowering in %s', (bureau, { unit, high, low }) => {
  /** The head of the office proposes it; `then` and `now`: the roster at that moment and at the approval. */
  const approve = (approver: Actor, then: Roster, now = then) => {
    let roster = then;
    const file = caseFile(regulations[bureau]!, () => roster);
    expect(file.give('03-02 09:00', head, opening({ level: high, unit })).refusal).toBeNull();
    // 鄞州 四(一): there the leader in charge has to determine it first.
    if (file.state.provisional)
      expect(file.give('03-02 09:30', leader, { type: 'ConfirmGrade', level: high }).refusal).toBeNull();
    const proposed = file.give('03-02 10:00', head, change(low)).refusal;
    if (proposed !== null) return { code: proposed.code, message: proposed.message, file };
    expect(file.state.lowering).not.toBeNull();
    roster = now;
    const { refusal } = file.give('03-02 10:01', approver, { type: 'ApproveLevelChange' });
    return { code: refusal?.code ?? 'done', message: refusal?.message, file };
  };
  const both = rosterOf([head, leader]);

  it('is approved by another person of the roster, and the log has both persons', () => {
    const { code, file } = approve(leader, both);
    expect(code).toBe('done');
    const { actor, events } = file.log.at(-1)!;
    expect(actor).toEqual({ ...leader, person: leader.id });
    expect(events[0]).toMatchObject({ type: 'LevelChanged', proposedBy: { ...head, person: head.id } });
  });

  it('is not approved by the proposer in another post or under a second id with the same number', () => {
    expect(approve({ ...leader, id: head.id }, both).code).toBe('SECOND_PERSON_REQUIRED');
    const alone = approve(leader, oneNumber());
    expect(alone).toMatchObject({
      code: 'SECOND_PERSON_REQUIRED',
      message: '降级须由申请人以外的第二人审批',
    });
    expect(alone.file.state).toMatchObject({ lowering: { to: low }, warningLevel: high });
  });

  it('is not approved by a token whose person is not in the roster', () => {
    for (const roster of [rosterOf([head]), NOBODY])
      expect(approve(leader, roster)).toMatchObject({
        code: 'PERSON_UNKNOWN',
        message: '令牌中的人员不在名册,不能确认(审批、签发);请先在名册中登记',
      });
  });

  it('asks the roster of the approval, and forgets nobody who was one person before', () => {
    expect(approve(leader, rosterOf([head]), both).code).toBe('done');
    expect(approve(leader, both, rosterOf([head])).code).toBe('PERSON_UNKNOWN');
    expect(approve(leader, both, oneNumber()).code).toBe('SECOND_PERSON_REQUIRED');
    expect(approve(leader, oneNumber(), both).code).toBe('SECOND_PERSON_REQUIRED');
  });
});
