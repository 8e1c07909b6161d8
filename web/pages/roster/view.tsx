import { withoutCountry } from '../../../shared/contracts/roster-table/numbers.ts';
import { groupsOf } from '../../model/roster/groups.ts';
import type { Line } from '../../model/roster/lines.ts';
import { unitName } from '../../model/roster/names.ts';
import { type BureauNames, dialled, isWhole } from './names.ts';

const Number_ = ({ number, name }: { number: string; name: string }) =>
  isWhole(number) ? (
    <a class="line nowrap" href={dialled(number)}>
      {withoutCountry(number)}
      <span class="hide">，拨打{name}</span>
    </a>
  ) : (
    <span class="soft nowrap">{number}</span>
  );

const PersonRow = ({ names, line }: { names: BureauNames; line: Line }) => {
  const { unit, name, mobile, landline, available } = line;
  return (
    <li class="row line">
      <p class="grow">
        <b>{name}</b>
        {!available && <span class="warn">（不在岗）</span>}
        {unit !== '' && (
          <>
            <br />
            <span class="soft tiny">{unitName(names, unit)}</span>
          </>
        )}
      </p>
      <div>
        <Number_ number={mobile} name={name} />
        {landline !== '' && <Number_ number={landline} name={name} />}
      </div>
    </li>
  );
};

/** Who holds what, post by post. `isWhole`: whether the reader sees all lines, so that a post without any is empty. */
export const RosterView = ({
  names,
  lines,
  isWhole: seesAll,
}: {
  names: BureauNames;
  lines: readonly Line[];
  isWhole: boolean;
}) => (
  <>
    {groupsOf(names, lines)
      .filter((group) => seesAll || group.lines.length > 0)
      .map(({ role, name, lines: people }) => (
        <section class="read" key={role}>
          <h2 class="group">{name}</h2>
          {people.length === 0 ? (
            <p class="row warn">无人</p>
          ) : (
            <ul>
              {people.map((line) => (
                <PersonRow key={line.key} names={names} line={line} />
              ))}
            </ul>
          )}
        </section>
      ))}
  </>
);
