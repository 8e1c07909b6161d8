import { useEffect, useState } from 'preact/hooks';
import { isTimeKnown, now } from '../api/clock.ts';
import { config } from '../api/config.ts';
import { keepsAnything } from '../api/device.ts';
import { isUnended, leaveNow, leaving } from '../api/session/leaving.ts';
import { endedBecause, isForgotten, logIn } from '../api/session.ts';
import { spoken } from '../model/spoken.ts';
import { fullMoment, timeAt } from '../model/wall-clock.ts';
import { useTitle } from '../parts/frame.tsx';
import { Alert, Notice } from '../parts/notice.tsx';

/** Somebody as whom an example can be tried. */
interface ExamplePerson {
  id: string;
  name: string;
  posts: string;
}

const useExamplePeople = (): ExamplePerson[] => {
  const [people, setPeople] = useState<ExamplePerson[]>([]);
  useEffect(() => {
    if (!config().isExample) return;
    fetch('/desk/people.json', { cache: 'no-store' })
      .then((answer) => (answer.ok ? answer.json() : []))
      .then(setPeople, () => setPeople([]));
  }, []);
  return people;
};

/** What has become of what he was filling in. */
const keptWords = (): string => {
  if (isForgotten.value) return '本机保存的草稿已一并清除。';
  if (!keepsAnything()) return '本机存不下草稿，没有提交的内容没有保存。';
  return '办理、立案时没有提交的内容已保存在本机，登录后接着填。涉密案卷的内容和名册的改动不保存。';
};
/** How long a login holds. */
const holdsWords = (): string => {
  const { login, shiftHours } = config();
  if (login.exchange === 'none') return '';
  const closed = login.exchange === 'server' ? '关闭浏览器后' : '关闭本页后';
  return `${closed}再用，须重新登录；一次登录最长${shiftHours}小时。`;
};

/** The server has not heard of it yet: nobody is let in as long as it would take him for the one before. */
const NotOut = () => (
  <main id="main" class="login">
    <h1>时限 值班台</h1>
    <Alert>
      <b>没有退出成功，请勿离开本机。</b>系统没有答复，正在再试；退出成功后本页自动转到登录页。
    </Alert>
    <p class="gap">
      <button type="button" class="btn main wide" onClick={leaveNow}>
        再试一次
      </button>
    </p>
  </main>
);

/** Where somebody is let in; `to`: the path of the desk that he wanted; `fault`: why the last try failed. */
export const LoginPage = ({ to, fault = '' }: { to: string; fault?: string }) => {
  useTitle('登录');
  const [why, setWhy] = useState(fault);
  const people = useExamplePeople();
  const begin = (hint?: string): void => {
    setWhy('');
    logIn(to, hint).catch((error: Error) => setWhy(error.message));
  };
  const { bureau, isExample } = config();
  if (leaving.value !== '') return <NotOut />;
  return (
    <main id="main" class="login">
      <h1>时限 值班台</h1>
      <p class="soft">{bureau.name}</p>
      {endedBecause.value !== '' && (
        <Notice>
          <b>{spoken(endedBecause.value)}。</b>
          {keptWords()}
        </Notice>
      )}
      {isUnended() && (
        <Notice>
          <b>上一次退出时统一身份认证没有答复，那里的登录没有结束。</b>下次登录须重新验明身份。
        </Notice>
      )}
      {why !== '' && <Alert>{why}</Alert>}
      <p class="gap">
        <button type="button" class="btn main wide" onClick={() => begin()}>
          {isExample ? '登录' : '用统一身份认证登录'}
        </button>
      </p>
      {isExample && (
        <section class="gap">
          <h2>本机演示：选一个岗位</h2>
          <p class="soft tiny">演示身份，不验证密码，不发真实短信</p>
          <ul>
            {people.map(({ id, name, posts }) => (
              <li class="row line" key={id}>
                <p class="grow">
                  {name}
                  <br />
                  <span class="soft tiny">{posts}</span>
                </p>
                <button type="button" class="btn" onClick={() => begin(id)}>
                  进入<span class="hide">：{name}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="gap soft tiny">
        {isTimeKnown() && `服务器时间 ${fullMoment(timeAt(now.value))}`}
        <br />
        {holdsWords()}
        <br />
        登录不了？请打本局办公室值班电话。
      </p>
    </main>
  );
};
