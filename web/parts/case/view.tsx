import type { ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ActsReply } from '../../../shared/contracts/replies/acts.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { TextListReply } from '../../../shared/contracts/replies/registers.ts';
import type { DutyListReply } from '../../../shared/contracts/replies/task.ts';
import { type Live, useLive } from '../../api/live.ts';
import { dropDraftsOf } from '../../api/me.ts';
import { groupsOf } from '../../model/case/limits.ts';
import { saidAt } from '../../model/case/matter.ts';
import { toldOf } from '../../model/case/told.ts';
import { OtherCases } from '../alike/of-case.tsx';
import { Offline } from '../duty-list/around.tsx';
import { Head } from './head.tsx';
import { hour } from './hour.ts';
import { Jump, type Place } from './jump.tsx';
import { Limits } from './limits.tsx';
import { Matter } from './matter.tsx';
import { Next } from './next.tsx';
import { Papers } from './papers.tsx';
import { Which } from './rearranged/which.tsx';
import { Log } from './record/log.tsx';
import { Secret } from './secret.tsx';
import { NotRead, useDraftsGone } from './states.tsx';
import { Told } from './told.tsx';
import { Units } from './units/units.tsx';
import { useLog, usePages } from './use-pages.ts';

interface Props {
  found: CaseReply;
  /** Beside a list, which has the page's heading. */
  isBeside: boolean;
  live: ReadonlySignal<Live<CaseReply>>;
}
/** A case that has been read. */
const Found = ({ found, isBeside, live }: Props) => {
  useEffect(() => {
    if (found.secret) dropDraftsOf(found.case);
  }, [found.case, found.secret]);
  const path = `/v1/cases/${encodeURIComponent(found.case)}`;
  const mine = useLive<DutyListReply>(`/v1/duties?case=${encodeURIComponent(found.case)}`).value;
  const acts = useLive<ActsReply>(`${path}/acts`).value.body;
  const texts = usePages<TextListReply>(`${path}/texts`, found.version);
  const log = useLog(found.case, found.version);
  const entries = log.body?.entries ?? [];
  const told = toldOf(texts.body?.flatMap((page) => page.texts) ?? [], saidAt(hour.value)).length;
  const open = groupsOf(found.duties).open.length;
  const places: Place[] = [
    { id: 'limits', name: '时限', count: open === 0 ? '' : `${open}项未办` },
    {
      id: 'units',
      name: '承办',
      count: found.units.length > 1 ? `${found.units.length}个` : '',
    },
    { id: 'matter', name: '事情', count: '' },
    {
      id: 'told',
      name: '通知',
      count: told + found.telephoneTasks.length === 0 ? '' : String(told + found.telephoneTasks.length),
    },
    { id: 'log', name: '日志', count: log.body === undefined ? '' : String(entries.length) },
    { id: 'papers', name: '文书', count: '' },
  ];
  return (
    <>
      <Offline live={live} />
      {found.secret && <Secret caseId={found.case} />}
      <Head found={found} isBeside={isBeside} />
      <Which found={found} />
      <Next found={found} tasks={mine.body?.duties ?? []} acts={acts} />
      <OtherCases found={found} acts={acts} />
      <Jump places={places} />
      <Limits found={found} entries={entries} />
      <Units found={found} entries={entries} acts={acts} />
      <Matter found={found} entries={entries} />
      <Told found={found} texts={texts} entries={entries} />
      <Log log={log} />
      <Papers found={found} entries={entries} acts={acts} />
    </>
  );
};

/** A case as it stands: next step, limits, matter, texts, log, papers. Opening it posts nothing: reading is no 签收. */
export const CaseView = ({ case: caseId, isBeside = false }: { case: string; isBeside?: boolean }) => {
  const live = useLive<CaseReply>(`/v1/cases/${encodeURIComponent(caseId)}`);
  const { body, fault } = live.value;
  useDraftsGone(caseId, fault);
  if (body === undefined) return <NotRead caseId={caseId} live={live.value} />;
  return <Found key={caseId} found={body} isBeside={isBeside} live={live} />;
};
