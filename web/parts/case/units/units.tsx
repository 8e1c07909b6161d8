import type { ActsReply } from '../../../../shared/contracts/replies/acts.ts';
import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import type { DutyReply } from '../../../../shared/contracts/replies/duty.ts';
import { now } from '../../../api/clock.ts';
import { forms } from '../../../api/forms.ts';
import { me } from '../../../api/me.ts';
import { figuresOf } from '../../../model/case/limits.ts';
import type { Entry } from '../../../model/case/log.ts';
import { saidAt } from '../../../model/case/matter.ts';
import { actsOnCase, actsOnUnit, type UnitAct } from '../../../model/case/units/acts.ts';
import { dutyKey } from '../../../model/case/units/names.ts';
import {
  dutiesOf,
  type FormerUnit,
  formerUnits,
  keptText,
  unitText,
} from '../../../model/case/units/units.ts';
import { textOf } from '../../../model/duration.ts';
import { actPath } from '../../../model/duties/act-label.ts';
import { spoken } from '../../../model/spoken.ts';
import { openLimit } from '../../limit-sheet.tsx';
import { hour } from '../hour.ts';

/** What a unit owes, or has done: which, until when, and how that stands; a tap tells how the limit came about. */
const Owed = ({ duty }: { duty: DutyReply }) => {
  const isBegun = duty.status !== 'notStarted';
  const { left, due, tone } = figuresOf(duty, now.value);
  return (
    <li>
      <button type="button" class="ref line" aria-haspopup="dialog" onClick={() => openLimit(duty)}>
        <span class="grow">{spoken(duty.name)}</span>
        <span class={isBegun ? tone : 'soft'}>
          {isBegun ? `${textOf(left)}${due === '' ? '' : `，${due}`}` : '未起算'}
        </span>
      </button>
    </li>
  );
};
const Duties = ({ duties }: { duties: readonly DutyReply[] }) =>
  duties.length === 0 ? null : (
    <ul class="small">
      {duties.map((duty) => (
        <Owed key={dutyKey(duty)} duty={duty} />
      ))}
    </ul>
  );

const ActLinks = ({ found, acts }: { found: CaseReply; acts: readonly UnitAct[] }) =>
  acts.length === 0 ? null : (
    <p class="acts">
      {acts.map(({ name, of, ...command }) => (
        <a class="btn" key={name} href={actPath(found.case, command, found.secret)}>
          {name}
          {of !== '' && <span class="hide">：{of}</span>}
        </a>
      ))}
    </p>
  );

interface Props {
  found: CaseReply;
  entries: readonly Entry[];
  acts: ActsReply | undefined;
}
const Unit = ({ found, entries, acts, of }: Props & { of: CaseReply['units'][number] }) => {
  const say = saidAt(hour.value);
  const { unit, partText, acknowledgedAt, returned } = of;
  const kept = returned === null ? keptText(of, entries, say) : '';
  return (
    <li class="row">
      <h3>
        {partText}：{spoken(unit.name)}
      </h3>
      <p class={acknowledgedAt === null ? 'warn tiny' : 'soft tiny'}>{unitText(of, say)}</p>
      {returned !== null && (
        <p class="warn small">
          {say(returned.at)}
          {spoken(returned.by)}退回，待办公室决定，时限照常计算：{returned.reason}
        </p>
      )}
      {kept !== '' && <p class="small">{kept}</p>}
      <Duties duties={dutiesOf(found, of, forms.value?.unitPosts ?? [])} />
      <ActLinks found={found} acts={actsOnUnit(of, acts?.acts ?? [], me.value?.post?.unit?.id)} />
    </li>
  );
};

/** A unit that has the case no more: how that came, and what it did. */
const Former = ({ found, former }: { found: CaseReply; former: FormerUnit }) => {
  const name = forms.value?.lists.unit?.find(({ id }) => id === former.id)?.name ?? former.id;
  const duties = dutiesOf(found, { unit: { id: former.id, name }, part: null }, []);
  return (
    <li class="row">
      <h3>曾承办：{spoken(name)}</h3>
      <p class="soft tiny">{former.left}</p>
      <Duties duties={duties} />
      {former.did.length === 0 ? (
        <p class="soft tiny">承办期间没有办理记录。</p>
      ) : (
        <details>
          <summary>承办期间办理{former.did.length}件</summary>
          <ul class="plain tiny">
            {former.did.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
};

/** 承办单位: 主办 and 会办, each with since when, its own 签收, what it owes and has done, and what one may do about it. */
export const Units = ({ found, entries, acts }: Props) => {
  const say = saidAt(hour.value);
  const former = forms.value === undefined ? [] : formerUnits(found, entries, say);
  const [lead] = found.units;
  return (
    <section class="sect" id="units">
      <h2 tabIndex={-1}>承办单位</h2>
      {lead === undefined && <p class="soft">尚未转办。</p>}
      <ul>
        {found.units.map((of) => (
          <Unit key={of.unit.id} found={found} entries={entries} acts={acts} of={of} />
        ))}
      </ul>
      <ActLinks found={found} acts={actsOnCase(found, acts?.acts ?? [])} />
      {former.length > 0 && (
        <ul>
          {former.map((each) => (
            <Former key={each.id} found={found} former={each} />
          ))}
        </ul>
      )}
    </section>
  );
};
