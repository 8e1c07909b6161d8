import { DeploymentRefused, type Settings } from './settings.ts';

/**
 * The CDK CLI tells an app where it is about to deploy (CDK_DEFAULT_REGION, CDK_DEFAULT_ACCOUNT). Throws
 * DeploymentRefused when that is not where the settings say. Without credentials there is no account, and the Region is
 * only the CLI's guess.
 */
export const checkTarget = (
  settings: Settings,
  target: { region?: string | undefined; account?: string | undefined },
): void => {
  const wrong = (name: string, told: string, actual: string): never => {
    throw new DeploymentRefused(`部署设置的 ${name} 是 ${told},而当前凭据指向 ${actual}:请核对,未部署`);
  };
  if (target.account === undefined) return;
  if (target.region !== undefined && target.region !== settings.region)
    wrong('region', settings.region, target.region);
  if (settings.account !== undefined && target.account !== settings.account)
    wrong('account', settings.account, target.account);
};
