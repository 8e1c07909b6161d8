import { useState } from 'preact/hooks';
import type { RosterChangesReply } from '../../../shared/contracts/replies/bureau.ts';
import { now } from '../../api/clock.ts';
import { Fault } from '../../api/fault.ts';
import { read } from '../../api/http.ts';
import { versionWords } from '../../model/roster/history.ts';
import { spoken } from '../../model/spoken.ts';

type Page = Pick<RosterChangesReply, 'versions' | 'next'>;

/** What became of the roster, the newest first; asked for when somebody opens it. */
export const RosterHistory = () => {
  const [page, setPage] = useState<Page>();
  const [fault, setFault] = useState('');
  const ask = async (before?: Page): Promise<void> => {
    setFault('');
    try {
      const cursor = before?.next == null ? '' : `?cursor=${encodeURIComponent(before.next)}`;
      const { versions, next } = await read<RosterChangesReply>(`/v1/roster/changes${cursor}`);
      setPage({ versions: [...(before?.versions ?? []), ...versions], next });
    } catch (error) {
      setFault(error instanceof Fault ? error.message : String(error));
    }
  };
  return (
    <details
      class="pane"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && page === undefined) void ask();
      }}
    >
      <summary>更改经过</summary>
      {fault !== '' && <p class="why">{spoken(fault)}</p>}
      {page === undefined && fault === '' && <p class="soft">正在打开……</p>}
      {page !== undefined && page.versions.length === 0 && <p class="soft">没有更改过。</p>}
      <ul>
        {page?.versions.map((version) => {
          const { head, reason, changes } = versionWords(version, now.value);
          return (
            <li class="row" key={version.version}>
              <p>
                <b>{head}</b>
                {reason !== '' && `，${reason}`}
              </p>
              <ul class="plain">
                {changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
      {page !== undefined && page.next !== null && (
        <p class="acts">
          <button type="button" class="btn" onClick={() => void ask(page)}>
            再看更早的
          </button>
        </p>
      )}
    </details>
  );
};
