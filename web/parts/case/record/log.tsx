import { useEffect, useState } from 'preact/hooks';
import { forms, loadForms } from '../../../api/forms.ts';
import { contentOf } from '../../../model/case/content.ts';
import { type Entry, inOneLine, shortHash, shortSentencesOf, verdictOf } from '../../../model/case/log.ts';
import { spoken } from '../../../model/spoken.ts';
import { clockOf } from '../../../model/wall-clock.ts';
import { Alert } from '../../notice.tsx';
import { Rest } from '../rest.tsx';
import type { Log as Entries, Read } from '../use-pages.ts';
import { Written } from './written.tsx';

/** What the system itself wrote, people need less. */
const SYSTEM = 'system';

/** The day of a time, as a line above the first entry of that day: 3月2日. */
const dayOf = (time: string): string => {
  const [, month = '', day = ''] = /^\d+-(\d+)-(\d+)/.exec(time) ?? [];
  return `${Number(month)}月${Number(day)}日`;
};

const Line = ({ entry, isNewDay }: { entry: Entry; isNewDay: boolean }) => {
  const said = inOneLine(shortSentencesOf(entry));
  return (
    <>
      {isNewDay && (
        <li class="day">
          <h3>{dayOf(entry.localTime)}</h3>
        </li>
      )}
      <li>
        <time dateTime={entry.localTime}>{clockOf(entry.localTime)}</time>
        <div>
          <p>
            {spoken(entry.actor.name)}：{said}
          </p>
          <Written lines={contentOf(entry, forms.value?.log, said)} isFolded={entry.actor.role === SYSTEM} />
          <p class="soft tiny">
            第{entry.version}条，哈希{shortHash(entry.hash)}
          </p>
        </div>
      </li>
    </>
  );
};

/** What does not fit together, now or at any time. */
const Findings = ({ log }: { log: Entries }) => (
  <>
    {log.findings.length > 0 && (
      <Alert>
        <b>日志核验不符，请报系统运维和保密部门：</b>
        <ul class="plain">
          {log.findings.map(({ entry, text, kind }) => (
            <li key={`${kind}${entry}`}>
              第{entry}条：{spoken(text)}
            </li>
          ))}
        </ul>
      </Alert>
    )}
    {log.earlier.length > 0 && (
      <details>
        <summary>以前发现过的不符{log.earlier.length}处</summary>
        <ul class="plain tiny">
          {log.earlier.map(({ entry, text, at }) => (
            <li key={`${at}${entry}${text}`}>
              {dayOf(at)}
              {clockOf(at)}，第{entry}条：{spoken(text)}
            </li>
          ))}
        </ul>
      </details>
    )}
  </>
);

const AT_FIRST = 8;
const MORE = 200;
/** 日志: everything that happened, the newest first. */
export const Log = ({ log }: { log: Read<Entries> }) => {
  const [count, setCount] = useState(AT_FIRST);
  const { body, fault } = log;
  useEffect(() => {
    loadForms();
  }, []);
  const newest = [...(body?.entries ?? [])].reverse();
  const rest = newest.length - count;
  return (
    <section class="sect" id="log">
      <h2 tabIndex={-1}>
        日志 <span class="soft">{verdictOf(body, newest.length)}</span>
      </h2>
      {body?.intact === true && (
        <p class="soft tiny">链条完整：每条都记着前一条的校验值（哈希），前后相符，没有改动，也没有缺少。</p>
      )}
      {body !== undefined && <Findings log={body} />}
      {body === undefined && fault === undefined && <p class="soft">正在读取……</p>}
      {fault !== undefined && <p class="soft">日志没有读到：{spoken(fault.message)}</p>}
      <ol class="log">
        {newest.slice(0, count).map((entry, index) => (
          <Line
            key={entry.version}
            entry={entry}
            isNewDay={dayOf(entry.localTime) !== dayOf(newest[index - 1]?.localTime ?? '')}
          />
        ))}
      </ol>
      <Rest count={rest} onMore={() => setCount(count + MORE)} />
    </section>
  );
};
