import { basename, resolve } from 'node:path';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { type Checked, checkText } from './check-text.ts';
import type { Problem } from './checks/problem.ts';
import { type Folders, isSameData, readText, versionsIn } from './folders.ts';

export interface CheckedFile extends Checked {
  /** The data file as it was read. */
  text: string;
}

/** The text of the regulation that the data quote: the one named, else that of this version, else that of the bureau. */
const sourceFor = ({ texts }: Folders, text: string, named: string | undefined): string | undefined => {
  if (named !== undefined) {
    const source = readText(named);
    if (source === undefined) throw new Error(`读不到原文 ${named};请核对 --text 之后的路径`);
    return source;
  }
  try {
    const { id, version } = JSON.parse(text) as Record<string, unknown>;
    return readText(resolve(texts, `${id}-${version}.txt`)) ?? readText(resolve(texts, `${id}.txt`));
  } catch {
    return undefined;
  }
};

/** A case keeps the version that it was opened under, so a version is one content for ever. */
const takenVersion =
  (folders: Folders, path: string, text: string) =>
  ({ id, version }: Regulation): Problem[] =>
    versionsIn(folders)
      .filter((each) => each.path !== path && each.id === id && each.version === version)
      .filter((each) => !isSameData(each.text, text))
      .map((each) => ({
        path: 'version',
        clauses: [],
        fault: `“${id}”的版本“${version}”已在 bureaus/${basename(each.path)}`,
        mend: '新版本请另取 version;要改正已有版本的,请直接改那个文件',
      }));

/** Checks a data file with everything around it. Throws an Error when it cannot be read. */
export const checkFile = (folders: Folders, file: string, textFile?: string): CheckedFile => {
  const text = readText(file);
  if (text === undefined) throw new Error(`读不到数据文件 ${file};请核对路径`);
  const source = sourceFor(folders, text, textFile);
  const checked = checkText(text, source, takenVersion(folders, resolve(file), text));
  if (source !== undefined || checked.regulation === undefined) return { ...checked, text };
  const where = `docs/regulations/texts/${checked.regulation.id}.txt`;
  const unquoted = `没有找到制度原文,未核对引文;请把原文存为 ${where},或用 --text 指明`;
  return { ...checked, text, hints: [...checked.hints, unquoted] };
};
