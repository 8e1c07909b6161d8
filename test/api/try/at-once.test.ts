import { describe, expect, it } from 'vitest';
import { personFor } from '../../../infra/local/people.ts';
import type { OpeningTriedReply } from '../../../shared/contracts/replies/try.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { giversOf, isPerUnit, nameIn, openableLevels } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { openBureau } from '../../desk/support/bureau.ts';

// What the clocks tell as soon as a case stands is told before it is opened: nobody gets a text whom the try has not named.

const levels = Object.values(regulations).flatMap((regulation) =>
  openableLevels(regulation).map(({ id, name }) => ({ bureau: regulation.id, regulation, id, name })),
);

/** A post that may open a case at a level, and hand it to a unit. */
const openerOf = (regulation: Regulation, level: string): string =>
  giversOf(regulation, 'OpenCase', level).find(
    (role) => !isPerUnit(regulation, role) && giversOf(regulation, 'AssignUnit', level).includes(role),
  )!;

describe.each(levels)('an opening: $bureau $name', ({ bureau: id, regulation, id: level }) => {
  it.each([false, true])(
    'names everybody who then gets a text, and nobody else; by a unit: %s',
    async (isOfUnit) => {
      const bureau = await openBureau({ bureau: id, at: '2026-03-02T10:50:00+08:00' });
      const opener = openerOf(regulation, level);
      const unit = isOfUnit ? { unit: regulation.units[0]!.id } : {};
      const given = { title: '某厂', text: '网帖', sources: [{ kind: 'monitored' }], level, ...unit };
      const token = await bureau.issuer.issue(personFor(bureau.roster, opener, undefined));
      const answer = await fetch(`${bureau.url}/v1/cases?try`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(given),
      });
      const tried = (await answer.json()) as OpeningTriedReply;
      expect(bureau.texts).toEqual([]);
      await bureau.open(opener, given);
      const told = [...tried.texts.filter(({ notBefore }) => notBefore === null), ...tried.textsAtOnce];
      const named = told.flatMap(({ to, instead, toText }) =>
        (bureau.roster.roles[(instead ?? to).id] ?? [])
          // Of a unit's post only those of the unit that it names.
          .filter(
            (person) => person.unit === undefined || toText.includes(nameIn(regulation.units, person.unit)),
          )
          .map(({ mobile }) => mobile),
      );
      expect([...new Set(bureau.texts.map(({ to }) => to))].sort()).toEqual([...new Set(named)].sort());
      await bureau.close();
    },
  );
});
