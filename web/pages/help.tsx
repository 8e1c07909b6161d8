import type { ComponentChildren } from 'preact';
import { config } from '../api/config.ts';
import { isLoggedIn } from '../api/session.ts';
import { Frame } from '../parts/frame.tsx';
import { Accessibility, Browsers, Kept, Mistakes, Phone, Terms, Texts } from './help/sections.tsx';
import { GUIDES } from './help/steps.ts';

interface Chapter {
  id: string;
  name: string;
  body: ComponentChildren;
}

const chapters = (): Chapter[] => [
  ...GUIDES.map(({ id, name, steps }) => ({
    id,
    name,
    body: (
      <ol class="numbered">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    ),
  })),
  { id: 'mistakes', name: '登错了怎么办', body: <Mistakes /> },
  { id: 'texts', name: '短信是什么意思', body: <Texts sign={config().bureau.short} /> },
  { id: 'phone', name: '手机设置', body: <Phone /> },
  { id: 'terms', name: '词语', body: <Terms /> },
  { id: 'kept', name: '设备上保存什么', body: <Kept /> },
  { id: 'browsers', name: '浏览器和时间', body: <Browsers /> },
  { id: 'accessibility', name: '无障碍说明', body: <Accessibility /> },
  {
    id: 'licences',
    name: '第三方许可',
    body: (
      <p>
        值班台使用了开放源代码的软件，许可全文见<a href="/desk/licences.txt">第三方许可</a>。
      </p>
    ),
  },
];

/** How to use the desk; to be read without logging in. */
const HelpPage = () => {
  const all = chapters();
  return (
    <Frame title="说明">
      <section class="broad" aria-label="说明">
        <h1 class="lead">说明</h1>
        {!isLoggedIn() && (
          <p class="pane">
            <a class="btn" href="/desk/duties">
              去登录
            </a>
          </p>
        )}
        <nav class="pane" aria-label="目录">
          <ul class="contents">
            {all.map(({ id, name }) => (
              <li key={id}>
                <a class="line" href={`#${id}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {all.map(({ id, name, body }) => (
          <section class="sect read" key={id}>
            <h2 id={id} tabIndex={-1}>
              {name}
            </h2>
            {body}
          </section>
        ))}
      </section>
    </Frame>
  );
};
export default HelpPage;
