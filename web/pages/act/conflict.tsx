import { useEffect, useRef, useState } from 'preact/hooks';
import type { LogReply } from '../../../shared/contracts/replies/log.ts';
import { now } from '../../api/clock.ts';
import { read } from '../../api/http.ts';
import { refresh } from '../../api/live.ts';
import { me } from '../../api/me.ts';
import { entryWords, type LogEntry } from '../../model/forms/case-lists.ts';

/** What has been entered since a version by others; undefined: not known yet. */
const useSince = (caseId: string, version: number): readonly LogEntry[] | undefined => {
  const [entries, setEntries] = useState<readonly LogEntry[]>();
  useEffect(() => {
    read<LogReply>(`/v1/cases/${caseId}/log?after=${version}`).then(
      (reply) => setEntries(reply.entries),
      () => setEntries([]),
    );
  }, [caseId, version]);
  return entries;
};

const isOurs = ({ actor }: LogEntry): boolean =>
  actor.person === me.value?.person || actor.id === me.value?.person;

/** Others have acted while somebody filled in a form: he sees what, and decides. Nothing has been entered. */
export const Conflict = ({
  caseId,
  version,
  did,
  goOn,
}: {
  caseId: string;
  version: number;
  /** 登记. */
  did: string;
  goOn: () => void;
}) => {
  const box = useRef<HTMLDivElement>(null);
  const entries = useSince(caseId, version);
  useEffect(() => {
    box.current?.focus();
    void refresh();
  }, []);
  const byOthers = entries?.filter((entry) => !isOurs(entry)) ?? [];
  return (
    <div class="alert" role="alert" tabIndex={-1} ref={box}>
      <p>
        <b>填写期间案卷有了新情况，尚未{did}</b>
      </p>
      {entries === undefined && <p>正在查看……</p>}
      <ul class="plain">
        {byOthers.map((entry) => (
          <li key={entry.version}>{entryWords(entry, now.value)}</li>
        ))}
      </ul>
      {entries !== undefined && byOthers.length === 0 && <p>案卷在填写期间有变动，请先看一下案卷。</p>}
      <p class="acts">
        <a class="btn" href={`/desk/cases/${caseId}#log`}>
          {byOthers.length > 0 ? '看他的登记' : '看案卷'}
        </a>
        <button type="button" class="btn" onClick={goOn}>
          仍要{did}
        </button>
      </p>
    </div>
  );
};
