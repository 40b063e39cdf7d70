import { mellowSimple } from './mellow.ts';

/** What stands behind pzETH: Renzo's token is a Mellow vault over one Symbiotic vault. */
export const renzoPzeth = mellowSimple({
  id: 'renzo-pzeth',
  symbol: 'pzETH',
  token: '0x8c9532a60E0E7C6BbD2B2c1303F63aCE1c3E9811',
});
