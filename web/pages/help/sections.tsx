import { MISTAKES, TERMS } from './steps.ts';
import { TEXT_GROUPS } from './texts.ts';

/** What each kind of text means. */
export const Texts = ({ sign }: { sign: string }) => (
  <>
    <p>
      短信以“【{sign}
      】”开头，接着是案卷编号，括号里是级别。写着“初判”的级别还没有定，写着“暂定”的时刻还可能变。时刻后面括号里是依据的条款。短信一般不写案情，详情登录后看。
    </p>
    {TEXT_GROUPS.map(({ title, texts }) => (
      <section class="gap" key={title}>
        <h3>{title}</h3>
        <ul>
          {texts.map(({ says, means }) => (
            <li class="row" key={says[0]}>
              {says.map((said) => (
                <p class="soft tiny" key={said}>
                  {said}
                </p>
              ))}
              <p>{means}</p>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>
);

const Pairs = ({ pairs }: { pairs: typeof TERMS }) => (
  <dl class="terms">
    {pairs.map(([term, means]) => (
      <div class="row" key={term}>
        <dt>{term}</dt>
        <dd>{means}</dd>
      </div>
    ))}
  </dl>
);

export const Terms = () => <Pairs pairs={TERMS} />;
/** 登错了怎么办. */
export const Mistakes = () => <Pairs pairs={MISTAKES} />;

export const Phone = () => (
  <>
    <p>手机静音或勿扰时，短信不响，夜里的时限就会错过。请这样设：</p>
    <ol class="numbered">
      <li>
        看收到的时限短信是从哪个号码发来的，不清楚的问办公室。把它存成联系人，例如叫“时限短信”；有几个号码的，存在同一个联系人里。
      </li>
      <li>
        苹果手机：打开这个联系人，点“编辑”，进入短信的提示音，打开最上面的开关，让它在静音和专注模式时也响。再到“设置”的“专注模式”里，把它列为允许的人。
      </li>
      <li>
        安卓、鸿蒙手机：各品牌叫法不同。把这个联系人收藏（加星标），再在“设置”里找“勿扰”或“免打扰”，允许收藏的联系人的短信。
      </li>
      <li>装有拦截短信的软件的，把这个号码加入不拦截的名单（白名单）。</li>
      <li>设好以后，把手机放在夜里用的状态，等下一条短信，确认真的会响。换手机、升级系统以后再试一次。</li>
    </ol>
    <p>系统不打电话。短信没有送达的，由值班员打电话告知。</p>
  </>
);

export const Kept = () => (
  <>
    <p>值班台在这台设备上保存：</p>
    <ul class="plain">
      <li>
        办理、立案时没有提交的草稿，和最近一次看到的待办，断网时能看。退出登录就删除；在您之后登录的人退出，也一并删除。
      </li>
      <li>登录凭据：只在这个标签页里，关闭标签页、到值班时段结束或者退出登录就没有了，再用须重新登录。</li>
      <li>大字、响铃的设置，和值班台自己的程序文件，不含案情。</li>
    </ul>
    <p>
      名册的改动不存草稿。涉密案卷的内容不保存在设备上，也不写进网页地址和标题。公用的电脑，用完请退出登录：点右上角的姓名，手机上在“更多”里。
    </p>
  </>
);

export const Browsers = () => (
  <>
    <p>
      用Chrome 80、Edge 80、Firefox 78、Safari
      13（苹果手机系统13）或更新的版本。360、奇安信等浏览器请用新版本的极速模式。IE不能用。
    </p>
    <p>值班台用服务器的时间，不用手机、电脑自己的时间；右上角就是服务器时间。</p>
  </>
);

export const Accessibility = () => (
  <>
    <p>
      值班台按《网页内容无障碍指南》（WCAG）2.2的AA级制作：全部操作可以只用键盘完成；文字和底色的对比度不低于4.5比1；能读屏；放到“大字”或浏览器放大到400%不用左右滚动；不闪动。
    </p>
    <p>
      怎样检查：每个页面在手机、电脑、大字、深色四种情况下用axe程序检查，用键盘走查一遍。程序检查不能代替所有人的使用。
    </p>
    <p>已知的不足：</p>
    <ul class="plain">
      <li>“制度”里的各级流程图是图片，要左右滚动；同样的内容在该级别的各项时限里有文字。</li>
      <li>打印的公文按公文格式排版，没有为读屏另做标记；内容在案卷页里都能读到。</li>
      <li>没有请残障人士逐页试用过。</li>
    </ul>
    <p>用起来有障碍的，请告诉本局办公室；急事请直接打办公室值班电话，不要等改好。</p>
  </>
);
