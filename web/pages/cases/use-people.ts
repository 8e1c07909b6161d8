import { useEffect, useState } from 'preact/hooks';
import type { RosterReply } from '../../../shared/contracts/replies/bureau.ts';
import { read } from '../../api/http.ts';
import { may } from '../../api/me.ts';
import { type Choice, peopleOf } from '../../model/search/choices.ts';

/** Whose acts one may look for: the people of the roster, as far as one may read it. */
export const usePeople = (): Choice[] => {
  const [people, setPeople] = useState<Choice[]>([]);
  useEffect(() => {
    if (!may('ReadRoster')) return;
    // Without it the field is empty, and the others serve.
    read<RosterReply>('/v1/roster').then(
      (reply) => setPeople(peopleOf(reply)),
      () => undefined,
    );
  }, []);
  return people;
};
