import { expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import { tasksIn } from '../../../../shared/rules/tasks/tasks-of.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { openedAt, openedIn, person } from '../confirmations/people.ts';

const SELF = '系统自动发短信,不须另办';
it('雷州: what the system tells by itself says in the list that nothing is to be done', () => {
  const file = openedAt('red');
  const own = tasksIn(leizhou, file.state).filter(({ text }) => text.includes(SELF));
  const notices = file
    .schedule()
    .duties.filter(
      ({ isNotice, status, warning }) =>
        isNotice && status === 'open' && (warning === null || warning.isReleased),
    );
  expect(notices.length).toBeGreaterThan(0);
  expect(own.map(({ duty }) => duty).sort()).toEqual(notices.map(({ duty }) => duty).sort());
  for (const { commands } of own) expect(commands).toEqual([]);
});

it('雷州: of a 涉密 case it is told by telephone', () => {
  const file = openedAt('red', { flags: ['secret'] });
  const texts = tasksIn(leizhou, file.state).map(({ text }) => text);
  expect(texts.filter((text) => text.includes(SELF))).toEqual([]);
  expect(texts.filter((text) => text.includes('须电话告知,见“请打电话”')).length).toBeGreaterThan(0);
});

it('南宁: nothing that somebody has to do says so', () => {
  const file = openedIn('nanning', {
    level: 'major',
    by: person('dutyOfficer'),
    unit: 'business',
    people: [],
  });
  for (const { text, commands } of tasksIn(regulations.nanning!, file.state))
    expect([text, text.includes(SELF) && commands.length > 0]).toEqual([text, false]);
});
