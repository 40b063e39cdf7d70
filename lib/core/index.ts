export { type Address, type Hex, isAddress, sameAddress } from './address.ts';
export { GuardError } from './errors.ts';
export { known, type Reading, unknown, type UnknownReason } from './reading.ts';
export { max, min, mulDivDown, mulDivUp, WAD, type Wad, type Wei } from './units.ts';
