import { useComputed } from '@preact/signals';
import { useRoute } from 'preact-iso';
import type { ClocksReply, ExecutionReply } from '../../shared/contracts/replies/clocks.ts';
import type { ScheduleReply } from '../../shared/contracts/replies/duty.ts';
import { now } from '../api/clock.ts';
import { isUnheard, useLive } from '../api/live.ts';
import { UNHEARD } from '../model/clocks/health.ts';
import { historyOf } from '../model/clocks/history.ts';
import { type Lane, lanesOf, runningIn, type Step, URGED } from '../model/clocks/lanes.ts';
import { casePath } from '../model/duties/act-label.ts';
import { spoken } from '../model/spoken.ts';
import { momentOf, secondOf, timeAt } from '../model/wall-clock.ts';
import { whyNotRead } from '../parts/case/states.tsx';
import { Offline } from '../parts/duty-list/around.tsx';

import { Frame } from '../parts/frame.tsx';
import { LevelTag } from '../parts/level-tag.tsx';
import { Notice } from '../parts/notice.tsx';
import { Flow } from './clocks/flow.tsx';

const classOf = ({ name, state }: Step): string => {
  if (state === 'past') return 'past';
  return state === 'here' && name === URGED ? 'soon' : '';
};

const LaneRow = ({ lane: { name, text, differs, isLate, steps } }: { lane: Lane }) => (
  <li class="row lane">
    <p>
      <b>{name}</b>
      <span class="of">{text}</span>
      {differs !== null && <span class={`tiny ${isLate ? 'late' : 'soft'}`}>{spoken(differs)}</span>}
    </p>
    <ol class="steps">
      {steps.map((step) => (
        <li key={step.name} class={classOf(step)} aria-current={step.state === 'here' ? 'step' : undefined}>
          {step.name}
        </li>
      ))}
    </ol>
  </li>
);

const Execution = ({ execution }: { execution: ExecutionReply }) => {
  const { generation, level, statusText, status, startedAt, stoppedAt, error, console: link } = execution;
  const bad = status === 'FAILED' || status === 'TIMED_OUT';
  return (
    <li class="row line">
      <p class="grow">
        <b>第{generation}次</b> <LevelTag level={level} />
        <span class="of">
          {startedAt !== null && `${momentOf(startedAt, now.value)}起`}
          {stoppedAt !== null && `，${momentOf(stoppedAt, now.value)}止`}
        </span>
        {error !== null && <span class="late tiny">{spoken(error)}</span>}
        {link !== null && (
          <a href={link} target="_blank" rel="noreferrer">
            在云控制台查看
          </a>
        )}
      </p>
      <p class={`left ${bad ? 'late' : ''}`}>{spoken(statusText)}</p>
    </li>
  );
};

const Unattended = ({ waits }: { waits: ClocksReply['unattended'] }) =>
  waits.length === 0 ? null : (
    <div class="alert" role="alert">
      <b>下列时点没有时钟在等：</b>
      <ul class="plain">
        {waits.map(({ duty, at, stageText }) => (
          <li key={`${duty.id}${at}`}>
            {momentOf(at, now.value)}
            {spoken(stageText)}：{duty.name}
          </li>
        ))}
      </ul>
    </div>
  );

const History = ({ execution }: { execution: ExecutionReply }) => (
  <section class="sect">
    <h2>经过</h2>
    <ol class="log">
      {historyOf(execution.events).map(({ id, at, text, error }) => (
        <li key={id}>
          <time dateTime={at}>{momentOf(at, now.value)}</time>
          <p>
            {text}
            {error !== null && <span class="late">：{spoken(error)}</span>}
          </p>
        </li>
      ))}
    </ol>
  </section>
);

/** The clocks of one case: which executions there are, where the one that runs stands, and what it has done. */
const CaseClocksPage = () => {
  const { case: id = '' } = useRoute().params;
  const live = useLive<ClocksReply>(`/v1/cases/${id}/clocks`);
  const { body: clocks, fault, at } = live.value;
  const isUnknown = useComputed(() => isUnheard(live.value, now.value)).value;
  const { body: schedule } = useLive<ScheduleReply>(`/v1/cases/${id}/schedule`).value;
  const running = clocks === undefined ? undefined : runningIn(clocks);
  const shown = running ?? clocks?.executions[clocks.executions.length - 1];
  const isStill = clocks?.state === 'stalled' || clocks?.state === 'stopped';
  const line = isUnknown
    ? UNHEARD
    : { text: clocks === undefined ? '时钟' : spoken(clocks.stateText), isBad: isStill };
  return (
    <Frame title={`时钟 ${id}`} back={{ path: `/desk/cases/${id}`, name: id }}>
      <div class="broad">
        <h1 class="pane">
          <span class={line.isBad ? 'late' : ''}>{line.text}</span>
        </h1>
        <p class="pane pconly">
          <a href={casePath(id)}>回到案卷{id}</a>
        </p>
        {clocks === undefined && fault !== undefined && <Notice>{whyNotRead(fault, id)}</Notice>}
        <Offline key={id} live={live} goesOn="" />
        {clocks !== undefined && (
          <>
            <p class="pane soft tiny">{secondOf(timeAt(at))}核对</p>
            <Unattended waits={clocks.unattended} />
            <section class="sect">
              <h2>{id}的执行</h2>
              {clocks.executions.length === 0 && <p class="soft">没有时钟在运行，也不需要。</p>}
              <ul>
                {[...clocks.executions].reverse().map((execution) => (
                  <Execution key={execution.name} execution={execution} />
                ))}
              </ul>
            </section>
            {running !== undefined && (
              <section class="sect">
                <h2>现在停在哪里</h2>
                <ul class="lanes">
                  {lanesOf(running, schedule?.duties ?? [], now.value).map((lane) => (
                    <LaneRow key={lane.key} lane={lane} />
                  ))}
                </ul>
              </section>
            )}
            {shown !== undefined && (
              <>
                <section class="sect">
                  <h2>流程图</h2>
                  <p class="soft tiny">
                    深色为现在停留的状态，灰底为已走过。<span class="phone">可左右拖动。</span>
                  </p>
                  <Flow execution={shown} />
                </section>
                <History execution={shown} />
              </>
            )}
          </>
        )}
      </div>
    </Frame>
  );
};
export default CaseClocksPage;
