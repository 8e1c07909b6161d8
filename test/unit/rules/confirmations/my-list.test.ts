import { expect, it } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { identified, rolesOf } from '../../../../shared/rules/persons.ts';
import { tasksOf } from '../../../../shared/rules/tasks/tasks-of.ts';
import { confirm, consent, enteredFor } from '../../../support/approvals.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, chief, head, leader, officer } from '../../../support/case-file.ts';
import { openedAt, roster } from './people.ts';

const asked = (file: ReturnType<typeof openedAt>, actor: Actor): (number | undefined)[] =>
  tasksOf(
    { actor: identified(roster, actor), posts: rolesOf(roster, actor.id) },
    [{ regulation: leizhou, state: file.state }],
    { roster, now: file.state.lastAt },
  )
    .filter(({ kind }) => kind === 'confirm')
    .map(({ act }) => act);

it('names what waits for the word of this person, and of nobody else', () => {
  const file = openedAt('red', {
    sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 09:00') }],
  });
  file.give('03-02 09:40', officer, enteredFor(leader, '03-02 09:30', 'statementApproved'));
  const word = file.state.version;
  expect([officer, head, leader, chief].map((actor) => asked(file, actor))).toEqual([[], [], [word], []]);
  file.give('03-02 09:50', officer, consent('superiorConsent', 'zhanjiang', '03-02 09:45'));
  const outside = file.state.version;
  expect(asked(file, chief)).toEqual([outside]);
  file.give('03-02 13:00', officer, {
    type: 'FileReport',
    kind: 'first',
    form: 'telephone',
    to: ['zhanjiang'],
    madeAt: at('03-02 11:00'),
  });
  const late = file.state.version;
  expect([officer, head].map((actor) => asked(file, actor))).toEqual([[], [late]]);
  file.give('03-02 13:10', leader, confirm(word));
  file.give('03-02 13:10', chief, confirm(outside));
  file.give('03-02 13:11', head, { ...confirm(late), reference: '收文17号' });
  expect([officer, head, leader, chief].flatMap((actor) => asked(file, actor))).toEqual([]);
});
