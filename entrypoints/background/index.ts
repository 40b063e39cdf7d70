import { defineBackground } from 'wxt/utils/define-background';

import { startBackground } from '../../lib/platform/index.ts';
import { judging } from './judging.ts';

export default defineBackground(() => startBackground(judging));
