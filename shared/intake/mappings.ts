import type { Mapping } from './mapping/mapping.ts';
import { mappingFiles } from './mapping-files.ts';

/** Every mapping that a feed may be given, by the name of its file. A test checks each, so that none is checked at run time. */
export type MappingName = keyof typeof mappingFiles;
export const MAPPING_NAMES = Object.keys(mappingFiles) as MappingName[];

/** That of a feed for which none was chosen: our own form. */
export const OWN_MAPPING: MappingName = 'shixian';

export const isMappingName = (name: string): name is MappingName => Object.hasOwn(mappingFiles, name);
export const mappingNamed = (name: MappingName): Mapping => mappingFiles[name] as Mapping;

/** Feed → the mapping that was chosen for it; our own form where none was. Throws when one is chosen that there is not. */
export const mappingsFor = (chosen: Readonly<Record<string, string>>): ((feed: string) => Mapping) => {
  const named = new Map(
    Object.entries(chosen).map(([feed, name]) => {
      if (!isMappingName(name)) throw new Error(`没有字段对应“${name}”;可用:${MAPPING_NAMES.join('、')}`);
      return [feed, mappingNamed(name)] as const;
    }),
  );
  return (feed) => named.get(feed) ?? mappingNamed(OWN_MAPPING);
};
