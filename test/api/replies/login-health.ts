import { createLambdas } from '../../../infra/local/embedded/lambdas.ts';
import { DEFAULT_CLAIMS } from '../../../shared/contracts/environment.ts';
import { createOffice } from '../../support/office.ts';
import type { Told } from '../../support/told.ts';

/** The health of a bureau that asks the office's issuer itself, which answers or not. */
export const healthWithLogin = async (isUp: boolean): Promise<Told> => {
  const office = await createOffice({
    create: (bureau, system, feeds) =>
      createLambdas(bureau, system, feeds, {
        claims: DEFAULT_CLAIMS,
        rosterOnly: true,
        isIssuerUp: async () => isUp,
      }),
  });
  return office.http({ method: 'GET', path: '/v1/health' });
};
