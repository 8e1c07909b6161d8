import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isNews } from '../../../../shared/contracts/desk/news.ts';
import { now } from '../../../api/clock.ts';
import { refresh } from '../../../api/live.ts';
import { me } from '../../../api/me.ts';
import type { LogEntry } from '../../../model/forms/case-lists.ts';
import { meanwhile } from '../../../model/forms/guide/meanwhile.ts';
import { undoneWords } from '../../../model/forms/titles.ts';
import { wholeLog } from './whole-log.ts';

/** What has been entered since a version. */
const useSince = (caseId: string, version: number) => {
  const [entries, setEntries] = useState<readonly LogEntry[]>();
  const [isUnread, setUnread] = useState(false);
  const readAgain = (): void => {
    setUnread(false);
    wholeLog(caseId, version).then(setEntries, () => setUnread(true));
  };
  useEffect(readAgain, [caseId, version]);
  return { entries, isUnread, readAgain };
};

const isOurs = ({ actor }: LogEntry): boolean =>
  actor.person === me.value?.person || actor.id === me.value?.person;
/** So many are read at a glance; those before them are folded. */
const MOST = 8;

const Entries = ({ those }: { those: readonly { key: number; text: string }[] }) => (
  <ul class="plain">
    {those.map(({ key, text }) => (
      <li key={key}>{text}</li>
    ))}
  </ul>
);

/** All that has to be known, the last of it at a glance. */
const News = ({
  news,
  type,
  offered,
}: {
  news: readonly LogEntry[];
  type: string;
  offered: readonly string[];
}) => {
  const { about, others } = meanwhile(news, type, offered, now.value);
  const before = about.slice(0, -MOST);
  return (
    <>
      {before.length > 0 && (
        <details>
          <summary>此前还有{before.length}条</summary>
          <Entries those={before} />
        </details>
      )}
      <Entries those={about.slice(-MOST)} />
      {others !== '' && <p class="soft">{others}</p>}
    </>
  );
};

/**
 * The case has changed while somebody filled in a form, and nothing has been entered. What others have done he sees, and goes on with
 * just that: what is entered after it is shown in its turn.
 */
export const Conflict = ({
  caseId,
  version,
  type,
  offered,
  did,
  goOn,
}: {
  caseId: string;
  /** On which it was decided. */
  version: number;
  /** The command. */
  type: string;
  /** The entries that its fields let one choose. */
  offered: readonly string[];
  /** 登记. */
  did: string;
  goOn: (seen: number) => void;
}) => {
  const box = useRef<HTMLDivElement>(null);
  const { entries, isUnread, readAgain } = useSince(caseId, version);
  useLayoutEffect(() => {
    box.current?.focus();
    void refresh();
  }, []);
  const news = entries?.filter(isNews) ?? [];
  const seen = entries?.[entries.length - 1]?.version ?? version;
  return (
    <div class="alert" role="alert" tabIndex={-1} ref={box}>
      <p>
        <b>填写期间案卷有了新情况，{undoneWords(did)}</b>
      </p>
      {isUnread && <p>新情况没有读到，看到以后才能继续办理。</p>}
      {!isUnread && entries === undefined && <p>正在查看……</p>}
      <News news={news} type={type} offered={offered} />
      {entries !== undefined && news.length === 0 && <p>案卷在填写期间有变动，请先看一下案卷。</p>}
      <p class="acts">
        <a class="btn" href={`/desk/cases/${caseId}#log`}>
          {news.some((entry) => !isOurs(entry)) ? '看他的登记' : '看案卷'}
        </a>
        {isUnread && (
          <button type="button" class="btn" onClick={readAgain}>
            再读一次
          </button>
        )}
        {entries !== undefined && (
          <button type="button" class="btn" onClick={() => goOn(seen)}>
            看过了，继续办理
          </button>
        )}
      </p>
    </div>
  );
};
