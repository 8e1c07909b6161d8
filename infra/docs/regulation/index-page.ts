import * as z from 'zod/mini';
import { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { GENERATED, markdownTable } from './markdown.ts';

const levelsText = ({ scales }: RegulationView): string =>
  (scales[0]?.levels ?? [])
    .map(
      ({ name, clocked, basis }) =>
        `${name}${clocked ? '' : '(不计时)'}${basis === 'bureau' ? '(本局设置)' : ''}`,
    )
    .join('、');
const countText = ({ duties, ownPrompts }: RegulationView): string => {
  const numeric = duties.filter(({ limit }) => limit.isNumeric).length;
  return `${duties.length} 条,其中有时限 ${numeric} 条;另有本局提示 ${ownPrompts.length} 条`;
};
const missingText = ({ missing }: RegulationView): string =>
  missing.map(({ id, name }) => `${name}(\`${id}\`)`).join('、') || '—';

const bureauTable = (views: readonly RegulationView[]): string =>
  markdownTable(
    ['局', '制度', '版本', '级别(由低到高)', '职责', '须填写而未填'],
    views.map((view) => [
      `[${view.bureau}](${view.id}.md)`,
      view.title,
      view.version,
      levelsText(view),
      countText(view),
      missingText(view),
    ]),
  );

const keyTable = (): string =>
  markdownTable(
    ['键', '内容'],
    Object.entries(RegulationView.shape).map(([key, schema]) => [
      `\`${key}\``,
      z.globalRegistry.get(schema)?.description ?? '',
    ]),
  );

/** The page that lists the bureaus and says how to see each in the terminal, and what `--json` prints. */
export const indexPage = (views: readonly RegulationView[]): string =>
  [
    GENERATED,
    '# 各局制度一览',
    '由 `shared/regulations/bureaus/` 的数据生成。每页有各级别的时限图、职责表(起算、责任、报送、条款)、审批、定级、设置和条款原文;每条原文之下是以它为依据的规则、推演和测试。',
    bureauTable(views),
    '## 在终端查看',
    [
      '```sh',
      `npm run regulation -- ${views[0]?.id}                       # 全部`,
      `npm run regulation -- ${views[0]?.id} --level ${views[0]?.scales[0]?.levels.at(-1)?.id}         # 一个级别(代号、名称或简称)`,
      `npm run regulation -- leizhou --clause "办法 第十七条 ②"   # 一条条款:规则、代码、命令、推演、测试`,
      `npm run regulation -- ${views[0]?.id} --set 名称=值         # 换一种设置来看`,
      `npm run regulation -- ${views[0]?.id} --svg <文件夹>        # 每个级别一张时限图`,
      `npm run --silent regulation -- ${views[0]?.id} --json       # 供程序读取`,
      '```',
    ].join('\n'),
    '## `--json` 的内容',
    '每条规则带 `clauses`:`[{"clause": 条款, "quote": 全文}]`。时长为 ISO 8601(`PT3H`、`P1W`),工作日写作 `5WD`。各键的类型见 `shared/contracts/regulation-view/view.ts`;加 `--clause` 时为 `infra/docs/clauses/clause-index.ts` 的 `ClauseEntry`。',
    keyTable(),
    '',
  ].join('\n\n');
