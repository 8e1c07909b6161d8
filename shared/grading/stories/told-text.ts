import { comparable } from '../../wording/comparable.ts';
import { withFigures } from './numerals.ts';

const LINKS = /https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+/gu;
/** Who is spoken to, and what a page says of its own. */
const ASIDES = /@[\p{L}\p{N}_-]+|\[[\p{L}]{1,4}\]|[【(]?(?:责任)?编辑[:：].*|来源[:：]\S+/gu;
/** A tag under which a place tells of everything: #平阳身边事#, #广西dou知道. */
const COLUMNS =
  /#[^#\s]{0,8}(?:身边|dou|同城|知道|资讯|热点|热搜|头条|爆料|曝光台|打卡|随手拍|那些事|新闻|日常|生活|话题|新鲜事|发布|正能量)[^#\s]{0,6}(?:#|(?=\s|$))/gu;

const ROAD_LETTERS: Readonly<Record<string, string>> = { 国: 'g', 省: 's', 县: 'x' };
/** 国道305线 is G305. */
const withRoadNumbers = (text: string): string =>
  text.replace(
    /([国省县])道\s?[gsx]?(\d{2,4})/gu,
    (_, of: string, number: string) => `${ROAD_LETTERS[of]}${number}`,
  );

/** 科左后旗 is 科尔沁左翼后旗, 土右旗 is 土默特右旗. */
const BANNER = /(\p{sc=Han})\p{sc=Han}{0,3}?([左右])翼([前中后])(?=旗)/gu;
const SIDE_BANNER = /(?:(土)默特|(巴)林|(苏)尼特|(阿)拉善|(新)巴尔虎)(?=[左右]旗)/gu;

const withShortBanners = (text: string): string =>
  text.replace(BANNER, '$1$2$3').replace(SIDE_BANNER, '$1$2$3$4$5');

/** The text as it is compared: one form, figures, without links and whom it calls. Signs stay. */
export const plainTextOf = (text: string): string =>
  withShortBanners(
    withRoadNumbers(
      withFigures(comparable(text).replace(LINKS, ' ').replace(COLUMNS, ' ').replace(ASIDES, ' ')),
    ),
  );
