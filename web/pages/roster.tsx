import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { RosterReply } from '../../shared/contracts/replies/bureau.ts';
import { now } from '../api/clock.ts';
import { refresh, useLive } from '../api/live.ts';
import { may } from '../api/me.ts';
import { useRegulation } from '../api/regulation.ts';
import { emptyWords } from '../model/roster/groups.ts';
import { isMasked, linesOf } from '../model/roster/lines.ts';
import { namesOf } from '../model/roster/names.ts';
import { tableOf } from '../model/roster/table.ts';
import { spoken } from '../model/spoken.ts';
import { momentOf, timeAt } from '../model/wall-clock.ts';
import { Frame } from '../parts/frame.tsx';
import { Alert, Notice } from '../parts/notice.tsx';
import { RosterEditor } from './roster/editor.tsx';
import { RosterHistory } from './roster/history.tsx';
import type { BureauNames } from './roster/names.ts';
import { RosterView } from './roster/view.tsx';

const HERE = '/desk/roster';

/** Which roster is shown: that of now, or the one that held at a time. */
const AtForm = ({ at }: { at: string }) => {
  const { route } = useLocation();
  return (
    <details class="pane" open={at !== ''}>
      <summary>看某一时刻的名册</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const time = String(new FormData(event.currentTarget).get('at') ?? '');
          route(time === '' ? HERE : `${HERE}?at=${encodeURIComponent(time)}`);
        }}
      >
        <div class="field">
          <label for="at">时刻</label>
          <input id="at" name="at" type="datetime-local" defaultValue={at} placeholder="2026-03-01T09:00" />
        </div>
        <p class="acts">
          <button type="submit" class="btn">
            看那时的
          </button>
          {at !== '' && (
            <a class="btn quiet" href={HERE}>
              看现在的
            </a>
          )}
        </p>
      </form>
    </details>
  );
};

const save = (names: BureauNames, roster: RosterReply): void => {
  const address = URL.createObjectURL(new Blob([tableOf(names, roster)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `名册${timeAt(now.value).slice(0, 10)}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

interface ShownProps {
  names: BureauNames;
  roster: RosterReply;
  at: string;
  onEdit: () => void;
}
const Shown = ({ names, roster, at, onEdit }: ShownProps) => {
  const lines = linesOf(roster.roles);
  const empty = emptyWords(roster);
  const { changed, version } = roster;
  const mayEdit = at === '' && (may('EditRoster') || (version === 0 && may('WriteFirstRoster')));
  const masked = isMasked(lines);
  const writer = lines.find(({ id }) => id === changed?.by)?.name;
  return (
    <>
      {empty !== '' && (
        <p class="said">
          <b>无人在岗：</b>
          {empty}。发给这些岗位的短信会改发上一级。
        </p>
      )}
      <p class="pane soft">
        {version === 0
          ? '还没有名册。'
          : changed !== null &&
            `${at === '' ? '' : `${at.replace('T', ' ')}时的名册，`}${momentOf(changed.at, now.value)}${writer === undefined ? '' : `由${writer}`}改定${changed.reason === null ? '' : `，理由：${changed.reason}`}`}
      </p>
      <div class="pane">
        <p class="acts">
          {mayEdit && !masked && (
            <button type="button" class="btn main" onClick={onEdit}>
              {version === 0 ? '写第一份名册' : '更改名册'}
            </button>
          )}
          {lines.length > 0 && (
            <button type="button" class="btn" onClick={() => save(names, roster)}>
              导出表格
            </button>
          )}
        </p>
      </div>
      {mayEdit && masked && <p class="pane soft">你看不到完整的号码，所以不能更改名册。</p>}
      <AtForm at={at} />
      <RosterHistory />
      <RosterView names={names} lines={lines} isWhole={may('EditRoster') || roster.emptyRoles.length > 0} />
    </>
  );
};

const Page = ({ at, onEditing }: { at: string; onEditing: (isEditing: boolean) => void }) => {
  const { view, fault: textFault } = useRegulation();
  const path = at === '' ? '/v1/roster' : `/v1/roster?at=${encodeURIComponent(at)}`;
  const { body, fault } = useLive<RosterReply>(path, { isPolled: at === '' }).value;
  const [edited, setEdited] = useState<RosterReply>();
  const [said, setSaid] = useState('');
  const leave = (words: string): void => {
    setEdited(undefined);
    onEditing(false);
    setSaid(words);
    window.scrollTo(0, 0);
  };
  const [problem] = fault?.problems ?? [];
  const wrong = problem === undefined ? (fault?.message ?? textFault) : `时刻${problem.message}`;
  if (wrong !== '' && (body === undefined || view === null))
    return (
      <div class="pane">
        <Alert>
          {spoken(wrong)}
          <p class="acts">
            <a class="btn" href={HERE}>
              看现在的名册
            </a>
          </p>
        </Alert>
      </div>
    );
  if (body === undefined || view === null) return <p class="pane soft">正在打开……</p>;
  const names = namesOf(view);
  if (edited !== undefined)
    return (
      <RosterEditor
        names={names}
        roster={edited}
        onLeave={() => leave('')}
        onSaved={() => void refresh().then(() => leave('名册已保存，有变动的人会收到短信。'))}
      />
    );
  return (
    <>
      {said !== '' && <Notice>{said}</Notice>}
      <Shown
        names={names}
        roster={body}
        at={at}
        onEdit={() => {
          setEdited(body);
          onEditing(true);
          setSaid('');
        }}
      />
    </>
  );
};

/** Who holds what post, at which numbers; whoever may changes it here. */
const RosterPage = () => {
  const { query } = useLocation();
  const [isEditing, setEditing] = useState(false);
  return (
    <Frame title="名册">
      <section class="broad" aria-label="名册">
        <h1 class="lead">{isEditing ? '更改名册' : '名册'}</h1>
        <Page key={query.at ?? ''} at={query.at ?? ''} onEditing={setEditing} />
      </section>
    </Frame>
  );
};
export default RosterPage;
