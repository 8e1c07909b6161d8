import { useEffect, useRef, useState } from 'preact/hooks';
import type { LogReply } from '../../../shared/contracts/replies/log.ts';
import { now } from '../../api/clock.ts';
import { read } from '../../api/http.ts';
import { refresh } from '../../api/live.ts';
import { me } from '../../api/me.ts';
import type { LogEntry } from '../../model/forms/case-lists.ts';
import { meanwhile } from '../../model/forms/guide/meanwhile.ts';

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
/** What the clocks enter of themselves: that they reminded somebody, and whom. */
const isOfClocks = ({ actor }: LogEntry): boolean => actor.role === SYSTEM;
const SYSTEM = 'system';
/** So many are read before one decides; the log has all of them. */
const MOST = 8;

/**
 * The case has changed while somebody filled in a form, and nothing has been entered. What others have done he sees, and decides; where
 * only the clocks went on, there is nothing to decide, and it is sent once more.
 */
export const Conflict = ({
  caseId,
  version,
  type,
  offered,
  did,
  goOn,
  resend,
}: {
  caseId: string;
  version: number;
  /** The command. */
  type: string;
  /** The entries that its fields let one choose. */
  offered: readonly string[];
  /** 登记. */
  did: string;
  goOn: () => void;
  resend: (on: number) => void;
}) => {
  const box = useRef<HTMLDivElement>(null);
  const entries = useSince(caseId, version);
  useEffect(() => {
    box.current?.focus();
    void refresh();
  }, []);
  const byOthers = entries?.filter((entry) => !isOurs(entry) && !isOfClocks(entry)) ?? [];
  const { about, others } = meanwhile(byOthers, type, offered, now.value);
  const last = entries?.[entries.length - 1];
  useEffect(() => {
    if (last !== undefined && entries?.every(isOfClocks)) resend(last.version);
  }, [entries]);
  return (
    <div class="alert" role="alert" tabIndex={-1} ref={box}>
      <p>
        <b>填写期间案卷有了新情况，尚未{did}</b>
      </p>
      {entries === undefined && <p>正在查看……</p>}
      <ul class="plain">
        {about.slice(-MOST).map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
      {about.length > MOST && <p>此前还有{about.length - MOST}条，见日志。</p>}
      {others !== '' && <p class="soft">{others}</p>}
      {entries !== undefined && byOthers.length === 0 && <p>案卷在填写期间有变动，请先看一下案卷。</p>}
      <p class="acts">
        <a class="btn" href={`/desk/cases/${caseId}#log`}>
          {byOthers.length > 0 ? '看他的登记' : '看案卷'}
        </a>
        <button type="button" class="btn" onClick={goOn}>
          看过了，继续办理
        </button>
      </p>
    </div>
  );
};
