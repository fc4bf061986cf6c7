import type { Suite } from '../cases.js';
import { autofillCases } from './autofill.js';
import { axeCases } from './axe.js';
import { controlCases } from './controls.js';
import { cspCases } from './csp.js';
import { defectCases } from './defects.js';
import { flows } from './flows.js';
import { focusCases } from './focus.js';
import { interruptionCases } from './interruptions.js';
import { lookCases } from './looks.js';
import { networkCases } from './network.js';
import { pickerCases } from './picker.js';
import { pixelCases } from './pixels.js';
import { saidCases } from './said.js';
import { timeCases } from './time.js';
import { twoTabCases } from './two-tabs.js';

const a11yCases = [...axeCases, ...saidCases, ...focusCases, ...pickerCases, ...lookCases, ...pixelCases];

export const suites: ReadonlyMap<string, Suite> = new Map([
  ['flows', flows],
  ['faults', { cases: [...networkCases, ...interruptionCases, ...twoTabCases] }],
  ['time', { cases: timeCases }],
  ['autofill', { cases: autofillCases }],
  ['controls', { cases: controlCases }],
  ['csp', { cases: cspCases }],
  ['a11y', { cases: a11yCases }],
  ['defects', { cases: defectCases(a11yCases), engines: ['chromium'] }],
]);
