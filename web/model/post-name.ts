import { spoken } from './spoken.ts';

// What a post is called where there is little room.

/** A post without what its name adds in brackets: 局办公室值班员. */
export const shortPost = (name: string): string => spoken(name).replace(/（[^（）]*）$/, '');

/** How the posts of units begin where no unit is named: 责任股室负责人, 应对科室工作人员, 单位主要负责人. */
const OF_SOME_UNIT = /^(?:责任|应对)?(?:主体)?(?:股室|科室|单位)(?=.)/;

/** A post with its unit: 食品安全监管股负责人; one of the whole bureau by its name. */
export const postName = (name: string, unit: { name: string } | null): string =>
  unit === null ? shortPost(name) : `${spoken(unit.name)}${shortPost(name).replace(OF_SOME_UNIT, '')}`;
