import { describe, expect, it } from 'vitest';
import { ACTS } from '../../../../shared/case/events/acts.ts';
import type { CaseEvent } from '../../../../shared/case/events.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { labelOf } from '../../../../shared/rules/labels/labels.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, leader } from '../../../support/case-file.ts';
import { open } from '../commands/given.ts';
import { lastSaid } from './given.ts';

const MADE = '03-02 10:40';
const SAID = '3月2日10时40分';
const instruction: CaseCommand = {
  type: 'RecordInstruction',
  from: 'bureau',
  text: '速办',
  madeAt: at(MADE),
};
const decision: CaseCommand = {
  type: 'RecordDecision',
  decision: 'reportUp',
  outcome: '不上报',
  madeAt: at(MADE),
};

describe('a 批示 or a decision that is entered long after it was given', () => {
  it.each([
    ['a 批示', instruction, '本局领导批示:速办'],
    ['a decision', decision, '决定“'],
  ])('%s: the file has both times, half an hour after still only its own', (_, command, words) => {
    const file = open('orange');
    expect(file.give('03-02 11:10', leader, command).refusal).toBeNull();
    expect(lastSaid(file)).toContain(`${SAID}${words}`);
    const late = open('orange');
    late.give('03-02 15:00', leader, command);
    expect(lastSaid(late)).toContain(`${SAID}(3月2日15时补录)${words}`);
  });

  it('before anything that is known of the case it is asked about', () => {
    const file = open('orange');
    file.give('03-02 11:00', leader, { ...instruction, madeAt: at('03-01 10:00') });
    expect(lastSaid(file)).toContain('(早于案卷最早时点,请核对)');
  });
});

describe('every act that has an instant of its own', () => {
  const dated = ACTS.filter(({ shape }) => 'madeAt' in shape).map(({ shape }) => shape.type.def.values[0]!);
  /** Enough of any act for its label. */
  const acted = {
    from: 'bureau',
    to: [],
    parts: [],
    fields: {},
    madeAt: at(MADE),
    enteredAt: at('03-02 15:00'),
  };

  it.each(dated)('%s: the file has it, and when it was entered', (type) => {
    expect(dated.length).toBeGreaterThan(6);
    const event = { ...acted, type } as unknown as CaseEvent;
    expect(labelOf(leizhou, event)).toContain(`${SAID}(3月2日15时补录)`);
  });
});
