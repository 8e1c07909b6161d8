import type { Call } from '../../../shared/contracts/replies/parts.ts';
import { postName } from '../../model/post-name.ts';

export const postOf = ({ role, unit }: Call): string => postName(role.name, unit);

/** Of a number that is not to be seen. */
export const ASK_FOR_IT = '请到办公室查号';

/** A number as people here read it out. */
export const numberText = (mobile: string): string => mobile.replace(/^\+86/, '');

/** A number to tap, where it is to be seen. */
export const Dial = ({ call, onDial }: { call: Call; onDial?: () => void }) =>
  call.masked ? null : (
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
            {numberText(each.mobile)}
            {each.landline !== null && `，座机${each.landline}`}
            {each.masked && `，${ASK_FOR_IT}`}
          </span>
        </p>
        <Dial call={each} />
      </li>
    ))}
  </ul>
);
