import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { calendar } from '../shared/deadlines/days/lists.ts';
import { regulationInForce, regulations } from '../shared/regulations/index.ts';
import { hintsOf } from './regulation-check/checks/hints.ts';
import { calendarWarning } from './settings/calendar-gate.ts';
import { checkTarget } from './settings/deployment-target.ts';
import { chosenSettings } from './settings/desk-address.ts';
import { deskHint } from './settings/desk-place.ts';
import { exampleValuesIn } from './settings/example-settings.ts';
import { DeploymentRefused, readSettings, type Settings } from './settings/settings.ts';
import { ShixianStack } from './shixian-stack.ts';

/** The settings of this deployment; a refusal is one readable text on the console and not a stack trace. */
const settingsFor = (path: string): Settings => {
  try {
    const settings = readSettings(path);
    const { CDK_DEFAULT_REGION: region, CDK_DEFAULT_ACCOUNT: account } = process.env;
    checkTarget(settings, { region, account });
    const warning = calendarWarning(regulations[settings.regulation]!, new Date(), calendar);
    if (warning !== '') console.error(warning);
    return settings;
  } catch (error) {
    if (!(error instanceof DeploymentRefused)) throw error;
    console.error(error.message);
    process.exit(1);
  }
};

const app = new App({ analyticsReporting: false });
const contextOf = (name: string): string | undefined => {
  const value: unknown = app.node.tryGetContext(name);
  return value === undefined ? undefined : String(value);
};
const settings = settingsFor(contextOf('deployment') ?? 'deployment.json');
for (const path of exampleValuesIn(settings))
  console.error(`注意:部署设置 ${path} 仍是示例值,部署后将不可用`);
const hint = deskHint(settings);
if (hint !== undefined) console.error(`提示:${hint}`);
for (const { fault, mend } of hintsOf(regulationInForce(settings.regulation, chosenSettings(settings))))
  console.error(`提示:${fault};${mend}`);
// Without account and Region the template names neither, and is the same wherever the settings are.
new ShixianStack(app, `shixian-${settings.bureau}`, { settings });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
