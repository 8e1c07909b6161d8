import { config } from '../../api/config.ts';

/** The picture of a level's workflow, as it was drawn when the desk was built, in the desk's colours. Throws where there is none. */
export const loadPicture = async (level: string): Promise<Element> => {
  const path = config().files.pictures[level];
  if (path === undefined) throw new Error(`no picture of ${level}`);
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const { documentElement } = new DOMParser().parseFromString(await answer.text(), 'image/svg+xml');
  const picture = document.importNode(documentElement, true);
  picture.setAttribute('class', 'flow');
  picture.removeAttribute('width');
  picture.removeAttribute('height');
  return picture;
};
