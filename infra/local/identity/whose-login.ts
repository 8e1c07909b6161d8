import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'issuer';
/** Where the machine's own provider lets the example people in. */
const OWN = 'example';

const noted = (folder: string): string | undefined => {
  const path = join(folder, FILE);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() || undefined : undefined;
};

/** Whose tokens a folder's cases believe; undefined where they are the machine's own. */
export const loginOf = (folder: string): string | undefined => {
  const known = noted(folder);
  return known === OWN ? undefined : known;
};

/**
 * Decides once and for all whose tokens a folder's cases believe: a machine that issues its own must not open what the office's login
 * guards, nor may example people stay in its roster. Throws in Chinese. `isNew`: nobody has started there yet.
 */
export const settleLogin = (folder: string, isNew: boolean, issuer: string | undefined): void => {
  const known = noted(folder) ?? (isNew ? undefined : OWN);
  const wanted = issuer ?? OWN;
  if (known === undefined) writeFileSync(join(folder, FILE), `${wanted}\n`);
  if (known === undefined || known === wanted) return;
  if (known === OWN)
    throw new Error(`数据目录 ${folder} 里是演示人员和演示案卷,不能改用 --issuer,请用 --data 另选目录`);
  throw new Error(
    `数据目录 ${folder} 的登录由 ${known} 认证,请用 --issuer ${known} 启动;统一身份认证确已更换的,先改正该目录下的 ${FILE} 文件`,
  );
};
