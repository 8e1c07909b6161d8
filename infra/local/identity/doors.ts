import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import type { DeskPeople } from '../../../shared/contracts/desk/config.ts';
import type { ClaimNames } from '../../../shared/contracts/environment.ts';
import { type Rosters, rosterIn } from '../../../shared/records/roster.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { Payload } from '../../../shared/rules/identity/claims.ts';
import { createIssuer, issuedBy } from './issuer.ts';
import { createOfficeIssuer } from './office-issuer.ts';
import { deskPeople, peopleOf } from './provider/people.ts';

/** The office's own issuer, in the place of the machine's. */
export interface OfficeLogin {
  issuer: string;
  audience: string;
  claims: ClaimNames;
  /** As what the desk in the browser is registered there; nobody can come in at it where it is not. */
  client?: string | undefined;
}

type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
/** Who lets people in. */
export interface Doors {
  /** The payload of a valid token; undefined for any other. Rejects with ISSUER_UNREACHABLE. */
  verify: (authorization: string | undefined) => Promise<Payload | undefined>;
  /** Answers what lies under MOUNTED_AT, where the provider is this machine's own. */
  serveLogin?: Serve;
  /** The origin at which it answers. */
  issuedAt?: string;
  /** Who can be chosen there, for the desk's login page. */
  people?: () => Promise<DeskPeople>;
}

interface OwnDoors {
  url: string;
  key: JWK;
  regulation: Regulation;
  rosters: Pick<Rosters, 'read'>;
}
/** The machine's own provider: its tokens are known by its key; its pages are loaded when somebody first comes to them. */
const openOwnDoors = ({ url, key, regulation, rosters }: OwnDoors): Doors => {
  const issued = issuedBy(url, regulation.id);
  let serving: Promise<Serve> | undefined;
  const load = async (): Promise<Serve> => {
    const { createProvider } = await import('./provider/provider.ts');
    const people = async () => peopleOf(rosterIn(await rosters.read()));
    return createProvider({ issued, key, regulation, people });
  };
  return {
    verify: createIssuer(key, issued).verify,
    issuedAt: new URL(issued.issuer).origin,
    people: async () => deskPeople(regulation, peopleOf(rosterIn(await rosters.read()))),
    serveLogin: async (request, response) => {
      serving ??= load();
      return (await serving)(request, response);
    },
  };
};

/** The doors at `url`, and whether the office's issuer, where it has one, answers. */
export const createDoors = (office: OfficeLogin | undefined) => {
  const outside = office && createOfficeIssuer({ issuer: office.issuer, audience: [office.audience] });
  return {
    at: (own: OwnDoors): Doors => outside ?? openOwnDoors(own),
    ...(outside === undefined ? {} : { isIssuerUp: outside.isUp }),
  };
};
