import type { ClocksReply, ExecutionReply } from '../../../shared/contracts/replies/clocks.ts';
import { time } from './lines.ts';

const SHOWN_EVENTS = 10;

const activeLine = ({ state, since, until, differsText }: ExecutionReply['active'][number]): string =>
  `    ${state}  ${until === null ? `${time(since)}起` : `等到${time(until)}`}${differsText === null ? '' : `(${differsText})`}`;

const executionLines = (execution: ExecutionReply): string[] => {
  const { generation, level, statusText, startedAt, stoppedAt, console: page } = execution;
  const { active, events } = execution;
  const times = [
    ...(startedAt === null ? [] : [`${time(startedAt)}起`]),
    ...(stoppedAt === null ? [] : [`${time(stoppedAt)}止`]),
  ];
  return [
    `第${generation}次 ${level.name} ${statusText}  ${times.join(',')}`.trimEnd(),
    ...(active.length === 0 ? [] : ['  现在停在:', ...active.map(activeLine)]),
    ...(events.length === 0
      ? []
      : ['  经过:', ...events.slice(-SHOWN_EVENTS).map(({ at, text }) => `    ${time(at)} ${text}`)]),
    ...(page === null ? [] : [`  控制台:${page}`]),
  ];
};

/** The clocks of a case for the console: whether they run, the newest execution first, what nobody waits for. */
export const printClocks = ({
  case: id,
  state,
  stateText,
  watch,
  executions,
  unattended,
}: ClocksReply): string =>
  [
    `${id} ${stateText}`,
    ...(watch === null || state === 'notOwed'
      ? []
      : [
          `按案卷日志第${watch.version}条排期(${time(watch.registeredAt)})${watch.current ? '' : ',此后案卷已有变更'}`,
        ]),
    ...executions.toReversed().flatMap(executionLines),
    ...(unattended.length === 0
      ? []
      : [
          '无人等候:',
          ...unattended.map(({ duty, at, stageText }) => `  ${duty.name} ${time(at)} ${stageText}`),
        ]),
  ].join('\n');
