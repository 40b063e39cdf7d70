export { askBackground, onReviewUpdate } from './ask-background.ts';
export { learn, type Learnt, loadLearnt } from './learnt-store.ts';
export { type LoadedSettings, loadSettings } from './settings-store.ts';
export { type Judging, startBackground } from './start-background.ts';
