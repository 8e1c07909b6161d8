import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { NOBODY, type Roster } from '../../../../shared/contracts/roster.ts';
import { addressesOf } from '../../../../shared/notices/addresses.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { consent } from '../../../support/approvals.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, caseFile, chief, head, leader, officer, opening, system } from '../../../support/case-file.ts';
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
        message: '登录的人员不在名册,不能确认(审批、签发);请先在名册中登记',
      });
  });

  it('asks the roster of the approval, and forgets nobody who was one person before', () => {
    expect(approve(leader, rosterOf([head]), both).code).toBe('done');
    expect(approve(leader, both, rosterOf([head])).code).toBe('PERSON_UNKNOWN');
    expect(approve(leader, both, oneNumber()).code).toBe('SECOND_PERSON_REQUIRED');
    expect(approve(leader, oneNumber(), both).code).toBe('SECOND_PERSON_REQUIRED');
  });
});

describe.each(Object.entries(BUREAUS))(
  'who is asked to approve a lowering in %s',
  (bureau, { unit, high, low }) => {
    const regulation = regulations[bureau]!;
    const second: Actor = { id: 'p-head-2', name: '办公室副主任', role: 'officeHead' };
    /** Who gets the text that asks, by id. */
    const asked = (roster: Roster, by: Actor = head): string[] => {
      const file = caseFile(regulation, () => roster);
      file.give('03-02 09:00', head, opening({ level: high, unit }));
      if (file.state.provisional) file.give('03-02 09:30', leader, { type: 'ConfirmGrade', level: high });
      const { events, refusal } = file.give('03-02 10:00', by, change(low));
      expect(refusal).toBeNull();
      const notices = events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));
      return notices
        .filter(({ template }) => template === 'loweringProposed')
        .flatMap((notice) => addressesOf(regulation, { roster, before: [] }, notice)?.addresses ?? [])
        .map(({ person }) => person.id)
        .sort();
    };

    it('is everybody of the posts who can, and not who asks', () => {
      expect(asked(rosterOf([head, leader]))).toEqual([leader.id]);
      expect(asked(rosterOf([head, second, leader]))).toEqual([leader.id, second.id]);
    });

    it('is not who asks in another of his posts, or under another of his ids', () => {
      const both = { ...leader, id: head.id };
      const other: Actor = { id: 'p-deputy-2', name: '另一分管局领导', role: 'deputyLeader' };
      expect(asked(rosterOf([head, both, other]))).toEqual([other.id]);
      const { roles } = rosterOf([head, leader, other, second]);
      const [{ mobile } = { mobile: '' }] = roles.officeHead!;
      const twice = {
        roles: {
          ...roles,
          deputyLeader: roles.deputyLeader!.map((each) =>
            each.id === leader.id ? { ...each, mobile } : each,
          ),
        },
      };
      expect(asked(twice)).toEqual([other.id, second.id]);
    });

    it('is nobody where the roster has nobody else: it waits to be told to the other post', () => {
      expect(asked(rosterOf([head]))).toEqual([]);
    });
  },
);

describe('whoever else is asked for his word', () => {
  /** Who gets the texts of this kind, by id. */
  const askedIn = (file: ReturnType<typeof caseFile>, roster: Roster, template: string): string[] =>
    file.log
      .flatMap(({ events }) => events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : [])))
      .filter((notice) => notice.template === template)
      .flatMap((notice) => addressesOf(leizhou, { roster, before: [] }, notice)?.addresses ?? [])
      .map(({ person }) => person.id)
      .sort();
  const other: Actor = { id: 'p-deputy-2', name: '另一分管局领导', role: 'deputyLeader' };
  /** The head of the office holds a leader's post too. */
  const roster = rosterOf([officer, head, { ...leader, id: head.id }, other, chief]);
  const opened = () => {
    const file = caseFile(leizhou, () => roster);
    const sources = [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') }];
    file.give('03-02 10:30', officer, opening({ level: 'orange', sources }));
    return file;
  };

  it('of a late entry is not who made it in another post of his, also when the clocks ask', () => {
    const file = opened();
    file.runTo('03-02 13:00');
    file.give('03-02 13:10', head, {
      ...{
        type: 'FileReport',
        kind: 'first',
        form: 'telephone',
        to: ['zhanjiang'],
        madeAt: at('03-02 11:00'),
      },
    });
    file.give('03-03 08:00', system, { type: 'AskAgain' });
    expect(askedIn(file, roster, 'lateEntry')).toEqual([chief.id, other.id]);
  });

  it('of what a body outside has agreed to is not who entered it, when it is entered and when it is asked again', () => {
    const file = opened();
    expect(file.give('03-02 11:00', head, consent('superiorConsent', 'zhanjiang')).refusal).toBeNull();
    expect(askedIn(file, roster, 'countersign')).toEqual([chief.id, other.id]);
    file.give('03-03 08:30', system, { type: 'AskAgain' });
    expect(new Set(askedIn(file, roster, 'countersign'))).toEqual(new Set([chief.id, other.id]));
  });

  it('of a conclusion is not who proposes it, but his colleague in the same post', () => {
    const colleague: Actor = { ...head, id: 'p-head-2', name: '办公室副主任' };
    const both = rosterOf([officer, head, colleague, leader]);
    const file = caseFile(leizhou, () => both);
    file.give('03-02 10:30', officer, opening({ level: 'blue' }));
    file.give('03-02 11:00', head, { type: 'Conclude', summary: '误立', mistaken: '与本局职责无关的事项' });
    expect(askedIn(file, both, 'secondPerson')).toEqual([leader.id, colleague.id].sort());
  });
});
