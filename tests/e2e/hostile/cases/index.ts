import type { Case } from './case.ts';
import { frames } from './frames.ts';
import { life } from './life.ts';
import { messages } from './messages.ts';
import { methods } from './methods.ts';
import { realm } from './realm.ts';
import { ways } from './ways.ts';

/** Every way that is tried, by what the attacker does. */
export const cases: readonly Case[] = [...ways, ...methods, ...frames, ...realm, ...messages, ...life];
