import { useEffect, useState } from 'preact/hooks';
import { isTimeKnown, now } from '../api/clock.ts';
import { config } from '../api/config.ts';
import { endedBecause, logIn } from '../api/session.ts';
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
  return (
    <main id="main" class="login">
      <h1>时限 值班台</h1>
      <p class="soft">{bureau.name}</p>
      {endedBecause.value !== '' && (
        <Notice>
          <b>{spoken(endedBecause.value)}。</b>没有提交的内容已保存在本机，登录后接着填（涉密案卷除外）。
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
        登录不了？请打本局办公室值班电话。
      </p>
    </main>
  );
};
