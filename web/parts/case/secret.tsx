import { useEffect, useState } from 'preact/hooks';
import type { ReadsReply } from '../../../shared/contracts/replies/bureau.ts';
import { now } from '../../api/clock.ts';
import { Fault } from '../../api/fault.ts';
import { read } from '../../api/http.ts';
import { may } from '../../api/me.ts';
import { spoken } from '../../model/spoken.ts';
import { momentOf } from '../../model/wall-clock.ts';
import { openSheet } from '../sheet.tsx';

/** Who has looked, of each person the first time on a day; asked for when somebody wants to know. */
const Reads = ({ caseId }: { caseId: string }) => {
  const [reads, setReads] = useState<ReadsReply['reads'] | undefined>(undefined);
  const [fault, setFault] = useState('');
  useEffect(() => {
    read<ReadsReply>(`/v1/cases/${encodeURIComponent(caseId)}/reads`).then(
      (found) => setReads(found.reads),
      (error: unknown) => setFault(error instanceof Fault ? error.message : String(error)),
    );
  }, [caseId]);
  if (fault !== '') return <p class="soft">查阅记录没有读到：{spoken(fault)}</p>;
  if (reads === undefined)
    return (
      <p class="soft" role="status">
        正在读取……
      </p>
    );
  return (
    <ul>
      {reads.map(({ at, id, name, role }) => (
        <li class="row" key={`${at}${id}`}>
          {name}，{spoken(role.name)}
          <br />
          <span class="soft tiny">{momentOf(at, now.peek())}当日首次查阅</span>
        </li>
      ))}
    </ul>
  );
};

/** 涉密: what the reader should know before he reads on. */
export const Secret = ({ caseId }: { caseId: string }) => (
  <div class="said line">
    <p class="grow">
      <b>涉密案卷。</b>查阅会留下记录；本机不保存其中内容，请勿拍照、转发。
    </p>
    {may('ReadSecretCases') && (
      <button
        type="button"
        class="ref"
        aria-haspopup="dialog"
        onClick={() => openSheet('查阅记录', <Reads caseId={caseId} />)}
      >
        查阅记录
      </button>
    )}
  </div>
);
