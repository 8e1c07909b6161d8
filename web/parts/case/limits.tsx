import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { DutyReply } from '../../../shared/contracts/replies/duty.ts';
import { now } from '../../api/clock.ts';
import { me } from '../../api/me.ts';
import { type Axis, axisOf, barsOf } from '../../model/case/axis.ts';
import {
  earlierOf,
  figuresOf,
  groupsOf,
  isOver,
  notesOf,
  tallyOf,
  timesOf,
  wholeResultOf,
} from '../../model/case/limits.ts';
import { doerOf, type Entry } from '../../model/case/log.ts';
import { dutyKey, dutyName } from '../../model/case/units/names.ts';
import { postName } from '../../model/post-name.ts';
import { spoken } from '../../model/spoken.ts';
import { momentOf, timeAt } from '../../model/wall-clock.ts';
import { ClauseRef } from '../clause.tsx';
import { limitWords, openLimit } from '../limit-sheet.tsx';
import { Runs } from '../time.tsx';
import { Bars, Scale } from './axis.tsx';
import { hour, hourEnd } from './hour.ts';

/** By which clause: duties that are called alike differ in it. */
const Ground = ({ clauses: [first, ...others] }: DutyReply) =>
  first === undefined ? null : (
    <span class="whole">
      {spoken(first.short)}
      {others.length > 0 && '等'}
    </span>
  );

/** By whom, or by whom it is to be; `unit`: that has the case. */
const whoOf = (duty: DutyReply, entries: readonly Entry[], unit: string | undefined): string => {
  const current = duty.history.find(({ occurrence }) => occurrence === duty.occurrence);
  const by =
    isOver(duty) && current !== undefined ? doerOf(entries, { ...current, duty: duty.duty }) : undefined;
  const post = me.value?.post;
  const owes = duty.unit?.id ?? unit;
  const isHis = post?.role.id === duty.responsible.id && (post.unit === null || post.unit.id === owes);
  const isMine = by === undefined && isHis;
  return `${by === undefined ? postName(duty.responsible.name, duty.unit) : spoken(by)}${isMine ? '（你）' : ''}`;
};

const Earlier = ({ duty }: { duty: DutyReply }) => {
  const earlier = earlierOf(duty);
  if (earlier.length === 0) return null;
  return (
    <details class="across">
      <summary>
        以前{earlier.length}次：{tallyOf(duty, earlier)}
      </summary>
      <ul class="plain">
        {earlier.map((each) => (
          <li key={each.occurrence}>
            {each.due === null ? '' : `应于${momentOf(each.due, now.value, true)}前，`}
            {each.completedAt === null ? '' : `${momentOf(each.completedAt, now.value)}办理，`}
            {wholeResultOf(duty, each, (time) => momentOf(time, now.value))}
          </li>
        ))}
      </ul>
    </details>
  );
};

interface RowProps {
  duty: DutyReply;
  axis: Axis;
  entries: readonly Entry[];
  unit: string | undefined;
}
const Row = ({ duty, axis, entries, unit }: RowProps) => {
  const { left, due, tone } = figuresOf(duty, now.value);
  const times = timesOf(duty, now.value);
  const notes = notesOf(duty, now.value);
  return (
    <li class={isOver(duty) ? 'done' : ''}>
      <p class="name">{dutyName(duty)}</p>
      <p class="who">
        {whoOf(duty, entries, unit)}，<Ground {...duty} />
      </p>
      <button type="button" class="ref sum" aria-haspopup="dialog" onClick={() => openLimit(duty)}>
        <span class={`left ${tone}`}>
          <Runs runs={left.map(({ text }) => ({ text, isCount: false }))} />
        </span>
        <span class="due">{due}</span>
        <span class="hide">，{dutyName(duty)}的时限依据</span>
      </button>
      {times !== null && <Bars axis={axis} bars={barsOf(times, now.value)} due={times.due} now={now.value} />}
      {notes.length > 0 && <p class="across warn tiny">{notes.join('；')}</p>}
      <Earlier duty={duty} />
    </li>
  );
};

/** Without a number, not begun, or no longer owed: said, and folded. */
const Without = ({ duties }: { duties: readonly DutyReply[] }) => (
  <ul>
    {duties.map((duty) => (
      <li class="row line" key={dutyKey(duty)}>
        <p class="grow">
          {dutyName(duty)}
          <br />
          <span class="soft tiny">
            {postName(duty.responsible.name, duty.unit)}，
            {spoken(duty.status === 'listed' ? duty.limitText : (duty.reason ?? ''))}
          </span>
        </p>
        <ClauseRef clauses={duty.clauses} of={dutyName(duty)} limit={limitWords(duty.limitText)} />
      </li>
    ))}
  </ul>
);

/** Which instant the axis begins with. */
const beginning = (duties: readonly DutyReply[], axis: Axis): string => {
  const first = duties.find(({ start }) => start !== null && Date.parse(start.at) === axis.from)?.start;
  const name = spoken(first?.name ?? '起算');
  const at = momentOf(timeAt(axis.from), hour.value);
  return `横轴为${name}（${at}${first?.estimated === true ? '，暂定' : ''}）后的小时数${axis.steps.some((step) => step > 48) ? '和天数' : ''}，竖线为现在。`;
};

/** 时限: what is owed until when, upon one axis. */
export const Limits = ({ found, entries }: { found: CaseReply; entries: readonly Entry[] }) => {
  const { open, done, unset, notStarted } = groupsOf(found.duties);
  const shown = [...open, ...done];
  const times = shown.flatMap((duty) => timesOf(duty, hour.value) ?? []);
  const ends = times.flatMap(({ due, done: end }) => [due, end].filter((at): at is number => at !== null));
  const axis = axisOf(
    times.map(({ start }) => start),
    open.length > 0 ? [...ends, hourEnd.value] : ends,
  ) ?? { from: hour.value, steps: [0, 48] };
  const folded = [
    ...(unset.length > 0 ? [`未定时限${unset.length}`] : []),
    ...(notStarted.length > 0 ? [`未起算${notStarted.length}`] : []),
  ];
  return (
    <section class="sect" id="limits">
      <h2 tabIndex={-1}>时限</h2>
      {found.withoutLimit !== null && <p class="soft">{spoken(found.withoutLimit)}</p>}
      {found.duties.length === 0 && <p class="soft">本级别没有职责时限。</p>}
      {shown.length > 0 && (
        <>
          <p class="soft tiny">{beginning(shown, axis)}</p>
          <ol class="axis">
            <li aria-hidden="true">
              <Scale axis={axis} />
            </li>
            {shown.map((duty) => (
              <Row key={dutyKey(duty)} duty={duty} axis={axis} entries={entries} unit={found.unit?.id} />
            ))}
          </ol>
        </>
      )}
      {folded.length > 0 && (
        <details>
          <summary>{folded.join('，')}</summary>
          <Without duties={[...unset, ...notStarted]} />
        </details>
      )}
      {found.cancelled.length > 0 && (
        <details>
          <summary>不再适用{found.cancelled.length}</summary>
          <ul>
            {found.cancelled.map(({ duty, name, reason, clauses }) => (
              <li class="row line" key={duty}>
                <p class="grow">
                  {spoken(name)}
                  <br />
                  <span class="soft tiny">{spoken(reason)}</span>
                </p>
                <ClauseRef clauses={clauses} of={name} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
