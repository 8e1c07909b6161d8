import { type Mapping, readMapping } from '../../shared/intake/mapping/mapping.ts';
import { isMappingName, MAPPING_NAMES, mappingNamed } from '../../shared/intake/mappings.ts';
import { lineAndColumn, readTextFile } from '../read-json.ts';
import { readDataFile } from '../regulation-check/data-file.ts';

/** A mapping with all that is wrong with it, a line each. */
export type Checked = { mapping: Mapping; text: string } | { faults: string[] };

/** The mapping in a file. */
export const checkMappingFile = (path: string): Checked => {
  const text = readTextFile(path);
  const { data, problems } = readDataFile(text);
  // A name that stands twice would be read once, in silence.
  if (problems.length > 0)
    return {
      faults: problems.map(({ fault, mend, offset }) => `${lineAndColumn(text, offset)} ${fault};${mend}`),
    };
  const read = readMapping(data);
  return 'faults' in read
    ? { faults: read.faults.map(({ place, message }) => `${place}:${message}`) }
    : { mapping: read.mapping, text };
};

/** A mapping by its name, or in a file. Throws in Chinese with all that is wrong. */
export const findMapping = (given: string): Mapping => {
  if (isMappingName(given)) return mappingNamed(given);
  if (!given.endsWith('.json'))
    throw new Error(`没有字段对应“${given}”;可用:${MAPPING_NAMES.join('、')},或一个 .json 文件`);
  const checked = checkMappingFile(given);
  if ('faults' in checked)
    throw new Error(`${given} 有误:\n${checked.faults.map((line) => `  ${line}`).join('\n')}`);
  return checked.mapping;
};
