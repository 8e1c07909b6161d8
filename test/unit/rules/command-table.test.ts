import { describe, expect, it } from 'vitest';
import { foresee } from '../../../shared/case/evolve.ts';
import { OfficeCommand } from '../../../shared/contracts/commands.ts';
import { NOBODY } from '../../../shared/contracts/roster.ts';
import { RULES } from '../../../shared/rules/commands.ts';
import { type CaseCommand, decide } from '../../../shared/rules/decide.ts';
import { isRefusal } from '../../../shared/rules/refusal.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, caseFile, head, opening, system } from '../../support/case-file.ts';

const types = Object.keys(RULES) as CaseCommand['type'][];
const now = at('03-02 12:00');
/** 雷州 rates on no further scale, so nobody there may. */
const authorities = [...leizhou.authorities, { command: 'RateCase', roles: [head.role], cite: ['测试'] }];
const regulation = { ...leizhou, authorities };

/** A case of 雷州 that was concluded at noon. */
const concluded = () => {
  const file = caseFile();
  file.give('03-02 10:00', head, opening());
  return foresee(file.state, [{ type: 'CaseConcluded', summary: '已处置', unmet: [] }], {
    at: now,
    actor: head,
    version: 9,
  });
};
/** What a concluded case answers to a bare command of whoever may give it. */
const answered = (type: CaseCommand['type']): string => {
  const { by } = RULES[type];
  const role = authorities.find(({ command }) => command === type)?.roles[0] ?? 'officeHead';
  const unit = leizhou.roles.find(({ id }) => id === role)?.perUnit ? { unit: 'food' } : {};
  const actor = by === 'person' ? { ...head, role, ...unit } : system;
  const decision = decide({ regulation, now, actor, roster: NOBODY }, concluded(), { type } as CaseCommand);
  return isRefusal(decision) ? decision.code : `${decision.length} events`;
};

describe('the table of commands', () => {
  it('has every command that a person may send', () => {
    const sent = OfficeCommand.def.options.flatMap(({ shape }) => shape.type.def.values);
    expect(sent.filter((type) => !types.includes(type as CaseCommand['type']))).toEqual([]);
    expect(sent.filter((type) => RULES[type as CaseCommand['type']].by === 'system')).toEqual([]);
  });

  it.each(types.filter((type) => RULES[type].afterConclusion === 'refused'))(
    'a concluded case refuses %s',
    (type) => {
      expect(answered(type)).toBe('CASE_CONCLUDED');
    },
  );

  it.each(types.filter((type) => RULES[type].afterConclusion === 'ignored'))(
    'a concluded case has nothing left to do for %s',
    (type) => {
      expect(answered(type)).toBe('0 events');
    },
  );

  it('a concluded case still takes what completes its file', () => {
    expect(types.filter((type) => RULES[type].afterConclusion === 'taken').sort()).toEqual([
      'AnswerNotice',
      'ApproveMerge',
      'Archive',
      'AskAgain',
      'CompleteAct',
      'ConfirmAct',
      'ConfirmRelease',
      'FileReview',
      'PlaceItem',
      'PurgeContent',
      'RecordAction',
      'RecordFault',
      'RecordHandOvers',
      'RecordTextReceipt',
      'RejectMerge',
      'ReleaseDuty',
      'Reopen',
      'TakeBack',
      'VoidOrder',
    ]);
  });

  it.each(types.filter((type) => RULES[type].by !== 'system'))(
    'a person’s authority is asked for %s',
    (type) => {
      const context = { regulation, now, actor: { ...head, role: 'mayor' }, roster: NOBODY };
      expect(decide(context, concluded(), { type } as CaseCommand)).toMatchObject({ code: 'ROLE_UNKNOWN' });
    },
  );
});
