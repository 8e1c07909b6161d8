import type { Call } from '../../model/duties/task.ts';
import { spoken } from '../../model/spoken.ts';

export const postOf = ({ role, unit }: Call): string =>
  spoken(unit === null ? role.name : `${unit.name}${role.name}`);

/** A number to tap; one that is not to be seen says where it can be asked for. */
export const Dial = ({ call, onDial }: { call: Call; onDial?: () => void }) =>
  call.masked ? (
    <span class="soft">请到办公室查号</span>
  ) : (
    <a class="btn" href={`tel:${call.mobile}`} onClick={onDial}>
      拨打<span class="hide">{postOf(call)}</span>
    </a>
  );

/** People with their numbers. */
export const CallList = ({ call }: { call: readonly Call[] }) => (
  <ul>
    {call.map((each) => (
      <li class="row line" key={`${each.name}${each.role.id}`}>
        <p class="grow">
          <b>{postOf(each)}</b> <span class="nowrap">{each.name}</span>
          <span class="of">
            {each.mobile}
            {each.landline !== null && `，座机${each.landline}`}
          </span>
        </p>
        <Dial call={each} />
      </li>
    ))}
  </ul>
);
