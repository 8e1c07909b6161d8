import type { RosterChangesReply } from '../../../../shared/contracts/replies/bureau.ts';
import type { Person, Roster } from '../../../../shared/contracts/roster.ts';
import { postsOf } from '../../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { masked } from '../../../../shared/rules/reading/roster.ts';
import { createReplyParts } from '../../../reply-parts.ts';

type Change = RosterChangesReply['versions'][number]['changes'][number];
type Field = Change['fields'][number]['field'];

const WHAT = { added: '增加', removed: '移除', changed: '更改' } as const;
const FIELDS: Readonly<Record<Field, string>> = {
  name: '姓名',
  mobile: '手机号',
  landline: '固定电话',
  available: '在岗',
};
const fields = Object.keys(FIELDS) as Field[];

/** A field as it is shown. */
const shown = (person: Person, field: Field): string | null =>
  field === 'available' ? (person.available ? '在岗' : '不在岗') : (masked(person)[field] ?? null);

/** A person in a post. */
interface Line {
  role: string;
  person: Person;
}
const linesIn = ({ roles }: Roster): Map<string, Line> =>
  new Map(
    Object.entries(roles).flatMap(([role, people]) =>
      people.map((person) => [`${role}#${person.unit ?? ''}#${person.id}`, { role, person }] as const),
    ),
  );

/** What differs between two rosters, line by line: first what is there now, then what is gone. Numbers are compared whole and shown masked. */
export const changesBetween = (regulation: Regulation, before: Roster, after: Roster): Change[] => {
  const { named } = createReplyParts(regulation);
  const [was, is] = [linesIn(before), linesIn(after)];
  const change = (what: Change['what'], { role, person }: Line, old?: Person): Change => ({
    what,
    whatText: WHAT[what],
    role: named(postsOf(regulation), role),
    unit: person.unit === undefined ? null : named(regulation.units, person.unit),
    id: person.id,
    name: person.name,
    fields:
      old === undefined
        ? []
        : fields
            .filter((field) => old[field] !== person[field])
            .map((field) => ({
              field,
              fieldText: FIELDS[field],
              before: shown(old, field),
              after: shown(person, field),
            })),
  });
  const there = [...is].flatMap(([key, line]) => {
    const old = was.get(key)?.person;
    if (old === undefined) return [change('added', line)];
    const changed = change('changed', line, old);
    return changed.fields.length === 0 ? [] : [changed];
  });
  const gone = [...was].filter(([key]) => !is.has(key)).map(([, line]) => change('removed', line));
  return [...there, ...gone];
};
