import { useEffect, useState } from 'preact/hooks';
import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import type { LogReply } from '../../../../shared/contracts/replies/log.ts';
import { now } from '../../../api/clock.ts';
import { read } from '../../../api/http.ts';
import { may } from '../../../api/me.ts';
import { contentOf, type Names } from '../../../model/case/content.ts';
import { earlierFacts, goneBefore, limitFacts } from '../../../model/case/late-entry.ts';
import { type Entry, entriesOf } from '../../../model/case/log.ts';
import { actPath } from '../../../model/duties/act-label.ts';
import { spoken } from '../../../model/spoken.ts';
import { momentOf } from '../../../model/wall-clock.ts';
import { CaseName } from '../../../parts/case/rearranged/case-name.tsx';

interface Props {
  /** The command that the form is for. */
  type: string;
  open: CaseReply;
  /** The log entry that it confirms, or signs; empty: none is chosen. */
  act: string;
  /** What is called how in the log. */
  names: Names;
}

/** An entry of another's, as the log has it: what he is said to have done, when, and who says so; with what was filled in since. */
const Record = ({ open, act, names }: Props) => {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [before, setBefore] = useState<readonly Entry[]>([]);
  useEffect(() => {
    setEntries([]);
    setBefore([]);
    if (act === '') return;
    const entriesAfter = async (version: number, limit = '') =>
      (await read<LogReply>(`/v1/cases/${open.case}/log?after=${version}${limit}`)).entries;
    entriesAfter(Number(act) - 1).then(
      (found) => setEntries(entriesOf(found, Number(act))),
      () => undefined,
    );
    Promise.all(goneBefore(open, Number(act)).map((each) => entriesAfter(each - 1, '&limit=1'))).then(
      (found) => setBefore(found.reduce((all, each) => all.concat(each), [])),
      () => undefined,
    );
  }, [open.case, act]);
  const [entry] = entries;
  if (entry === undefined) return null;
  const said = spoken(entry.labels[0] ?? '');
  return (
    <dl class="facts">
      <dt>录入</dt>
      <dd>
        {entry.actor.name}，{momentOf(entry.localTime, now.value)}
      </dd>
      <dt>内容</dt>
      <dd class="written">{said}</dd>
      {[
        ...limitFacts(open, Number(act), now.value),
        ...earlierFacts(open, Number(act), before, now.value),
        ...entries.flatMap((each) => contentOf(each, names, said)),
      ].map(({ name, text }) => (
        <>
          <dt key={`${name}${text}`}>{name}</dt>
          <dd class="written">{text}</dd>
        </>
      ))}
    </dl>
  );
};

const Conclusion = ({ open: { awaitingConclusion } }: Props) => {
  if (awaitingConclusion === null) return null;
  const { summary, unmet, mistaken, by, at } = awaitingConclusion;
  return (
    <dl class="facts">
      <dt>提出</dt>
      <dd>
        {spoken(by)}，{momentOf(at, now.value)}
      </dd>
      <dt>处置情况</dt>
      <dd class="written">{summary}</dd>
      {unmet.map(({ duty, occurrence, name, reason }) => (
        <>
          <dt key={`${duty}/${occurrence}`}>未办</dt>
          <dd class="written">
            {spoken(name)}：{reason}
          </dd>
        </>
      ))}
      {mistaken !== null && (
        <>
          <dt>误立的理由</dt>
          <dd class="written">{mistaken}</dd>
        </>
      )}
    </dl>
  );
};

const Lowering = ({ type, open }: Props) => {
  const { awaitingSecondPerson: asked, handlingLevel } = open;
  if (asked === null) return null;
  const other = type === 'ApproveLevelChange' ? 'RejectLevelChange' : 'ApproveLevelChange';
  return (
    <>
      <dl class="facts">
        <dt>申请</dt>
        <dd>
          {spoken(asked.by)}，{momentOf(asked.at, now.value)}
        </dd>
        <dt>降级</dt>
        <dd>
          由{spoken(handlingLevel.name)}降为{spoken(asked.to.name)}
        </dd>
        <dt>理由</dt>
        <dd class="written">{asked.reason}</dd>
      </dl>
      {may(other) && (
        <p>
          <a class="btn quiet" href={actPath(open.case, { type: other, carries: {} }, open.secret)}>
            {other === 'RejectLevelChange' ? '不同意降级' : '同意的，去批准'}
          </a>
        </p>
      )}
    </>
  );
};

const Merging = ({ type, open }: Props) => {
  const { awaitingMerge: asked } = open;
  if (asked === null) return null;
  const opposite = type === 'ApproveMerge' ? 'RejectMerge' : 'ApproveMerge';
  return (
    <>
      <dl class="facts">
        <dt>提出</dt>
        <dd>
          {spoken(asked.by)}，{momentOf(asked.at, now.value)}
        </dd>
        <dt>并入</dt>
        <dd>
          <CaseName caseId={asked.into} />
        </dd>
        <dt>理由</dt>
        <dd class="written">{asked.reason}</dd>
      </dl>
      {may(opposite) && (
        <p>
          <a class="btn quiet" href={actPath(open.case, { type: opposite, carries: {} }, open.secret)}>
            {opposite === 'RejectMerge' ? '不同意并案' : '同意的，去同意并案'}
          </a>
        </p>
      )}
    </>
  );
};

/** What is about one entry of the log. */
const OF_ENTRY: readonly string[] = ['ConfirmAct', 'ConfirmRelease', 'SignSupervisionOrder'];

const askedIn = (props: Props) => {
  if (OF_ENTRY.indexOf(props.type) >= 0) return <Record {...props} />;
  if (props.type === 'ApproveConclusion') return <Conclusion {...props} />;
  if (props.type === 'ApproveLevelChange' || props.type === 'RejectLevelChange')
    return <Lowering {...props} />;
  if (props.type === 'ApproveMerge' || props.type === 'RejectMerge') return <Merging {...props} />;
  return null;
};

/** Whose word is wanted sees what it is that was asked for, and why; nothing where a form answers nothing. */
export const Asked = (props: Props) => {
  const asked = askedIn(props);
  return asked === null ? null : <div class="field">{asked}</div>;
};
