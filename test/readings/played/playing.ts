import { loadDefinitions } from '../../../infra/local/definitions/load.ts';
import { type Rehearsed, rehearse } from '../../../infra/local/rehearsal/run.ts';
import { Scenario } from '../../../infra/local/rehearsal/scenario.ts';
import type { LogEntry } from '../../../shared/case/events.ts';
import type { CaseState } from '../../../shared/case/state.ts';
import type { OfficeCommand } from '../../../shared/contracts/commands.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import { at } from '../../support/case-file.ts';
import type { File } from '../given.ts';

type Given = Record<string, unknown>;

/** One step of a situation; `as`: a post, or a post and its unit (`unitHead@food`). Instants are of 2026 in Beijing. */
export const opens = (when: string, as: string, open: Given): Given => ({
  at: at(when),
  as,
  open: { title: '某厂房爆燃,群众来电', sources: [{ kind: 'monitored' }], ...open },
});
/** `refused`: the code of the refusal; playing fails when it is not refused, or refused for something else. */
export const does = (when: string, as: string, command: OfficeCommand | Given, refused?: string): Given => ({
  at: at(when),
  as,
  do: command,
  ...(refused === undefined ? {} : { refused }),
});
/** A post of which the grading table makes 红. */
export const pushes = (when: string, item: Given): Given => ({
  at: at(when),
  push: {
    items: [
      {
        id: 'p1',
        title: '雷州某工厂特种设备爆炸致10人死亡,市场监管局不作为',
        content: '锅炉爆炸 死亡10人 重大事故 境外媒体报道',
        siteName: '央视新闻',
        hotSearch: 'national',
        flags: ['linkedMajorEmergency', 'crossCity', 'centralMedia'],
        metrics: { reposts: 100_000, views: 90_000_000, comments: 50_000, likes: 300_000 },
        unit: 'equipment',
        ...item,
      },
    ],
  },
  case: 'A',
});

/** A text that a leader approves, and that is then published. */
export const approved = { type: 'RecordAction', action: 'statementApproved', text: '情况通报第一稿' };
export const published = (form: string) => ({
  type: 'RecordPublication',
  form,
  title: '情况通报第一稿',
  place: '本局网站',
});
/** A report with all its parts. */
export const report = (kind: string, form: string, to: string[], madeAt?: string) => ({
  type: 'FileReport',
  kind,
  form,
  to,
  spokeTo: '李某',
  post: '值班室',
  summary: '已到现场核查,正在处置',
  text: '情况报告正文',
  reference: '〔2026〕12号',
  signedBy: '主要负责人',
  ...(madeAt === undefined ? {} : { madeAt: at(madeAt) }),
});

/** A text that went out; `to`: the post of whoever got it. */
export interface Texted {
  at: string;
  to: string;
  template: string;
  text: string;
}
export interface Played extends Pick<File, 'log' | 'schedule'> {
  state: CaseState;
  texts: Texted[];
}

const textsIn = (timeline: Rehearsed['timeline']): Texted[] =>
  timeline.flatMap(({ at: when, kind, data, text }) =>
    kind === 'sms'
      ? [
          {
            at: new Date(when).toISOString(),
            to: String(data?.role),
            template: String(data?.template),
            text,
          },
        ]
      : [],
  );

/** Plays a situation with one case through the machines and handlers, on the virtual clock, from its first step on. */
export const play = async (until: string, steps: readonly Given[], bureau = 'leizhou'): Promise<Played> => {
  const scenario = Scenario.parse({
    title: '推演',
    bureau,
    start: steps[0]?.at,
    until: at(until),
    steps,
  });
  const { cases, system, timeline } = await rehearse(scenario, await loadDefinitions(bureau));
  const state = (await system.cases.load(cases.A!))!;
  return {
    log: await system.cases.log(cases.A!),
    state,
    schedule: () => scheduleCase(system.regulation, state),
    texts: textsIn(timeline),
  };
};

/** The texts of a situation that need not come to a case. */
export const textsOf = async (
  from: string,
  until: string,
  steps: readonly Given[],
  bureau = 'leizhou',
  settings: Given = {},
): Promise<Texted[]> => {
  const scenario = Scenario.parse({
    title: '推演',
    bureau,
    settings,
    start: at(from),
    until: at(until),
    steps,
  });
  return textsIn((await rehearse(scenario, await loadDefinitions(bureau))).timeline);
};

/** The entry of the log in which the last command of this kind was taken. */
export const entryOf = ({ log }: { log: readonly LogEntry[] }, command: string): number =>
  log.findLast((entry) => entry.command === command)!.version;
/** What became of a duty, each time that it was owed until now, by its due instant. */
export const historyOf = ({ schedule }: Pick<File, 'schedule'>, duty: string): (string | null)[][] =>
  schedule()
    .duties.filter((each) => each.duty === duty)
    .flatMap(({ history }) => history)
    .map(({ due, outcome }) => [due, outcome]);
/** The steps of the ladder that a duty went through. */
export const chasesOf = ({ log }: { log: readonly LogEntry[] }, duty: string, from = ''): string[] =>
  log.flatMap(({ at: when, events }) =>
    when < from
      ? []
      : events.flatMap((event) => {
          if (!['DutyReminded', 'DutyFellDue', 'DutyOverdue'].includes(event.type) || !('duty' in event))
            return [];
          const also = event.type === 'DutyReminded' ? (event.also ?? []) : [];
          return event.duty === duty || also.some((other) => other.duty === duty) ? [event.type] : [];
        }),
  );
