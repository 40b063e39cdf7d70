import { known, type Reading, unknown } from '../../core/index.ts';

import type { Answers } from '../answers.ts';
import type { SetInfo } from '../exposure.ts';
import type { Raw } from '../request.ts';
import { addressAt, dataOf, value0, word } from '../words.ts';
import { networkOf, type PoolWalk } from './walk-pool.ts';

/** Who may slash for each network that is promised stake: its middleware, beside whether that is a contract. */
export function networkSets(walk: PoolWalk, answers: Answers): SetInfo[] {
  const burner = answers.word('poolBurner');
  const recipient: Reading<string> =
    burner.status === 'known' ? { ...burner, value: `0x${word(burner.value).slice(24)}` } : burner;
  return walk.pairs.flatMap(({ subnetwork, operator, now }) => {
    if (value0(now) === 0n) return [];
    const network = networkOf(subnetwork);
    const entry = walk.networks.find((one) => one.network === network);
    return [
      {
        avs: network,
        set: Number(BigInt(`0x${subnetwork.slice(40)}`)),
        operator,
        slasher: addressOf(entry?.middleware, answers),
        slasherHasCode: hasCode(entry?.code, answers),
        pendingSlasher: known(null, 'a network changes its middleware without notice', null),
        redistributionRecipient: recipient,
        slashCount: unknown('not-modelled', 'slashes of this network'),
      },
    ];
  });
}

function addressOf(raw: Raw | undefined, answers: Answers): Reading<string> {
  const data = dataOf(raw);
  const middleware = data === null ? null : addressAt(data, 0);
  if (middleware !== null) return known(middleware, 'NetworkMiddlewareService.middleware', answers.block);
  return unknown(raw?.status === 'failed' ? raw.reason : 'not-reached', 'middleware');
}

function hasCode(raw: Raw | undefined, answers: Answers): Reading<boolean> {
  const code = value0(raw);
  if (code !== null) return known(code === 1n, 'code of the middleware', answers.block);
  return unknown(raw?.status === 'failed' ? raw.reason : 'no-source', 'code of the middleware');
}
