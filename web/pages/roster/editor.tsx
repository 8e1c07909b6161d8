import { useState } from 'preact/hooks';
import type { RosterReply } from '../../../shared/contracts/replies/bureau.ts';
import { withoutCountry } from '../../../shared/contracts/roster-table/numbers.ts';
import { added, changed, removed } from '../../model/roster/edit.ts';
import { groupsOf, type PostGroup } from '../../model/roster/groups.ts';
import type { Line } from '../../model/roster/lines.ts';
import { unitName } from '../../model/roster/names.ts';
import { spoken } from '../../model/spoken.ts';
import { LineForm, type Take } from './line-form.tsx';
import type { BureauNames } from './names.ts';
import { SaveBar } from './save-bar.tsx';
import { Upload } from './upload.tsx';
import { type Editing, useEditing } from './use-editing.ts';

let lastKey = 0;
/** Of a line that was not there. */
const newKey = (): string => {
  lastKey += 1;
  return `new-${lastKey}`;
};

interface LineProps {
  names: BureauNames;
  line: Line;
  mark: string;
  why: string | undefined;
  onEdit: () => void;
}
const LineRow = ({ names, line, mark, why, onEdit }: LineProps) => (
  <li class={`row line${why === undefined ? '' : ' bad'}`}>
    <p class="grow">
      <b>{line.name}</b>
      {!line.available && <span class="warn">（不在岗）</span>}
      {mark !== '' && <span class="warn">（{mark}）</span>}
      <br />
      <span class="soft tiny">
        {line.unit !== '' && `${unitName(names, line.unit)}，`}
        {withoutCountry(line.mobile)}
        {line.landline !== '' && `，${line.landline}`}
      </span>
      {why !== undefined && (
        <>
          <br />
          <span class="why">{spoken(why)}</span>
        </>
      )}
    </p>
    <button type="button" class="btn" onClick={onEdit}>
      更改<span class="hide">：{line.name}</span>
    </button>
  </li>
);

interface PostProps {
  names: BureauNames;
  group: PostGroup;
  editing: Editing;
  /** Which line is open, or the post to which somebody is added. */
  open: string;
  setOpen: (open: string) => void;
  hold: (take: Take | undefined) => void;
}
const PostEditor = ({ names, group, editing, open, setOpen, hold }: PostProps) => {
  const { role, name, lines: people } = group;
  const { base, lines, setLines, diff, places } = editing;
  const why = places.posts[role];
  const markOf = ({ key }: Line): string => {
    if (!base.some((line) => line.key === key)) return '新增';
    return diff.some((each) => each.key === key) ? '已改' : '';
  };
  const take = (next: Line[]): Line[] => {
    setLines(next);
    setOpen('');
    return next;
  };
  const blank = { role, unit: '', name: '', mobile: '', landline: '', available: true };
  return (
    <section>
      <h2 class="group">{name}</h2>
      {why !== undefined && <p class="row why">{spoken(why)}</p>}
      <ul>
        {people.map((line) =>
          open === line.key ? (
            <LineForm
              key={line.key}
              id={`line-${line.key}`}
              names={names}
              line={line}
              title={`更改${line.name}`}
              onDone={(fields) => take(changed(lines, line.key, fields, newKey()))}
              hold={hold}
              onCancel={() => setOpen('')}
              onRemove={() => take(removed(lines, line.key))}
            />
          ) : (
            <LineRow
              key={line.key}
              names={names}
              line={line}
              mark={markOf(line)}
              why={places.lines[line.key]}
              onEdit={() => setOpen(line.key)}
            />
          ),
        )}
        {open === `add ${role}` && (
          <LineForm
            id={`add-${role}`}
            names={names}
            line={blank}
            title={`在${name}增加一人`}
            onDone={(fields) => take(added(lines, fields, newKey()))}
            hold={hold}
            onCancel={() => setOpen('')}
          />
        )}
      </ul>
      {open !== `add ${role}` && (
        <p class="row">
          <button type="button" class="btn quiet" onClick={() => setOpen(`add ${role}`)}>
            增加一人<span class="hide">：{name}</span>
          </button>
        </p>
      )}
    </section>
  );
};

interface Props {
  names: BureauNames;
  roster: RosterReply;
  onSaved: (saved: RosterReply) => void;
  onLeave: () => void;
}
/** The roster to be changed: person by person, or by a table; saved as one change with its reason. */
export const RosterEditor = ({ names, roster, onSaved, onLeave }: Props) => {
  const editing = useEditing(names, roster, onSaved);
  const [open, setOpen] = useState('');
  const [held, setHeld] = useState<{ take: Take }>();
  const hold = (take: Take | undefined): void => setHeld(take && { take });
  return (
    <>
      <p class="pane soft">
        改好以后一并保存，保存前不生效。换人的，把姓名和号码都改掉；请假的，改为不在岗。改动会用短信告诉本人。
      </p>
      <Upload names={names} editing={editing} newKey={newKey} />
      {groupsOf(names, editing.lines).map((group) => (
        <PostEditor
          key={group.role}
          names={names}
          group={group}
          editing={editing}
          open={open}
          setOpen={setOpen}
          hold={hold}
        />
      ))}
      <SaveBar editing={editing} take={held?.take} isFirst={roster.version === 0} onLeave={onLeave} />
    </>
  );
};
