import { useEffect, useState } from 'preact/hooks';
import type { DutyReply, ScheduleReply } from '../../shared/contracts/replies/duty.ts';
import { now } from '../api/clock.ts';
import { Fault } from '../api/fault.ts';
import { read } from '../api/http.ts';
import { dutyName } from '../model/case/units/names.ts';
import { limitRows } from '../model/limit.ts';
import { Grounds } from './clause.tsx';
import { openSheet } from './sheet.tsx';

/** How a duty's limit came about. It is told as of when it is opened, and does not tick. */
export const LimitFacts = ({ duty }: { duty: DutyReply }) => (
  <dl class="facts gap">
    {limitRows(duty, now.peek()).map(({ label, text }) => (
      <>
        <dt key={label}>{label}</dt>
        <dd>{text}</dd>
      </>
    ))}
  </dl>
);

/** Its words as a clause may have them. */
export const limitWords = (limitText: string | null): { text: string; word: null } | undefined =>
  limitText === null ? undefined : { text: limitText, word: null };

/** Clause, beginning, limit and sum of a duty that is known in full. */
export const openLimit = (duty: DutyReply): void =>
  openSheet(
    dutyName(duty),
    <Grounds clauses={duty.clauses} limit={limitWords(duty.limitText)}>
      <LimitFacts duty={duty} />
    </Grounds>,
  );

interface Of {
  caseId: string;
  duty: string;
  occurrence?: string | undefined;
}
const fetchDuty = async ({ caseId, duty, occurrence }: Of): Promise<DutyReply | null> => {
  const { duties } = await read<ScheduleReply>(`/v1/cases/${encodeURIComponent(caseId)}/schedule`);
  const same = duties.filter((each) => each.duty === duty);
  return same.find((each) => each.occurrence === occurrence) ?? same[0] ?? null;
};

/** The same of a duty of which only its name is known: it is asked for when somebody wants to know. */
export const LimitOf = (of: Of) => {
  const [found, setFound] = useState<DutyReply | null | undefined>(undefined);
  const [fault, setFault] = useState('');
  useEffect(() => {
    fetchDuty(of).then(setFound, (error: unknown) =>
      setFault(error instanceof Fault ? error.message : String(error)),
    );
  }, [of.caseId, of.duty, of.occurrence]);
  if (fault !== '') return <p class="soft">算法没有读到：{fault}</p>;
  if (found === undefined)
    return (
      <p class="soft" role="status">
        正在读取算法……
      </p>
    );
  return found === null ? <p class="soft">这一事项已经变化，算法请看案卷</p> : <LimitFacts duty={found} />;
};
