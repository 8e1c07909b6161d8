import { useComputed } from '@preact/signals';
import type { CaseListReply } from '../../shared/contracts/replies/case.ts';
import type { StatusReply } from '../../shared/contracts/replies/health.ts';
import { now } from '../api/clock.ts';
import { isUnheard, useLive } from '../api/live.ts';
import { may } from '../api/me.ts';
import { healthFacts, healthLine, UNHEARD } from '../model/clocks/health.ts';
import { spoken } from '../model/spoken.ts';
import { momentOf, secondOf, timeAt } from '../model/wall-clock.ts';
import { Offline } from '../parts/duty-list/around.tsx';
import { Frame } from '../parts/frame.tsx';
import { LevelTag } from '../parts/level-tag.tsx';
import { Notice } from '../parts/notice.tsx';

const Facts = ({ status }: { status: StatusReply }) => (
  <dl class="facts pane">
    {healthFacts(status, now.value).map(({ name, text, isBad }) => [
      <dt key={name}>{name}</dt>,
      <dd key={`${name}:`} class={isBad ? 'late' : ''}>
        {spoken(text)}
      </dd>,
    ])}
  </dl>
);

const Feeds = ({ feeds }: Pick<StatusReply, 'feeds'>) => (
  <section class="sect">
    <h2>监测系统</h2>
    {feeds.length === 0 && <p class="soft">还没有推送过。</p>}
    <ul>
      {feeds.map(({ feed, accepted, refused }) => (
        <li class="row" key={feed}>
          <b>{feed}</b>
          <p class="soft">
            {accepted === null
              ? '还没有接收过'
              : `${momentOf(accepted.at, now.value)}接收${accepted.items}条`}
          </p>
          {refused !== null && (
            <p class="warn">
              {momentOf(refused.at, now.value)}未接收：{spoken(refused.message)}
            </p>
          )}
        </li>
      ))}
    </ul>
  </section>
);

/** The open cases, each with the way to its own clocks. */
const Cases = () => {
  const { body } = useLive<CaseListReply>('/v1/cases?limit=200').value;
  if (body === undefined) return null;
  return (
    <section class="sect">
      <h2>处置中案卷的时钟</h2>
      {body.cases.length === 0 && <p class="soft">目前没有处置中的案卷。</p>}
      <ul>
        {body.cases.map(({ case: id, title, handlingLevel, provisional, next }) => (
          <li class="row line" key={id}>
            <p class="grow">
              <LevelTag level={handlingLevel} isGuess={provisional} /> <span class="nowrap">{id}</span>
              <span class="of">{title}</span>
              {next !== null && (
                <span class="of">
                  {momentOf(next.at, now.value)}
                  {spoken(next.stageText)}：{next.name}
                </span>
              )}
            </p>
            <a class="btn" href={`/desk/cases/${id}/clocks`}>
              看时钟<span class="hide">：{id}</span>
            </a>
          </li>
        ))}
      </ul>
      {body.next !== null && <p class="soft">只列出最近的200个；其余的请从案卷里看。</p>}
    </section>
  );
};

/** 时钟: whether somebody looks after the limits, for the office and the administrator. */
const ClocksPage = () => {
  const live = useLive<StatusReply>('/v1/status');
  const { body: status, fault, at } = live.value;
  const isUnknown = useComputed(() => isUnheard(live.value, now.value)).value;
  const line = isUnknown ? UNHEARD : status === undefined ? undefined : healthLine(status);
  return (
    <Frame title={line?.text ?? '时钟'}>
      <div class="broad">
        <h1 class="lead">
          <span class={line?.isBad === true ? 'late' : ''}>{line?.text ?? '时钟'}</span>
        </h1>
        {status === undefined && fault !== undefined && <Notice>{spoken(fault.message)}</Notice>}
        <Offline live={live} goesOn="" />
        {status !== undefined && (
          <>
            <p class="pane soft tiny">{secondOf(timeAt(at))}核对</p>
            <Facts status={status} />
            <Feeds feeds={status.feeds} />
          </>
        )}
        {may('ReadCases') && <Cases />}
      </div>
    </Frame>
  );
};
export default ClocksPage;
