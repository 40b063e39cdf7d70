export { backingGap, solvency } from './backing.ts';
export { beaconSlash } from './beacon-slash.ts';
export { timeText, wholeDays, wholeMonths } from './calendar.ts';
export { coverRatio, netLoss } from './cover.ts';
export { exitWindow, type SecsRange } from './exit-window.ts';
export { pegDiscount, sellCost } from './market.ts';
