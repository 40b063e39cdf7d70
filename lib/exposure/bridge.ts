import { bridgesOf } from '../protocols/index.ts';

import type { Aside } from './asides.ts';
import { heldFigures, heldOf, verifierFigures, weakestOf } from './bridge-figures.ts';
import { pathsOf } from './bridge-paths.ts';
import { bridgeReads } from './bridge-reads.ts';
import { bridgeRemarks, verifierLabels } from './bridge-words.ts';

const NOTHING = { figures: {}, remarks: [], unread: [] } as const;

/** How the token crosses chains, and on how many operators' word (risk-model §3.9). */
export const bridge: Aside = {
  reads: (record) => {
    const bridges = bridgesOf(record.id);
    return bridges === null ? {} : bridgeReads(bridges);
  },
  findings: (reading) => {
    const bridges = bridgesOf(reading.record.id);
    if (bridges === null) return NOTHING;
    const { answers, block } = reading;
    const held = heldOf(bridges, answers);
    const paths = bridges.app === null ? [] : pathsOf(reading);
    const weakest = weakestOf(paths);
    return {
      figures: {
        ...verifierFigures(bridges, paths, held, block.number),
        ...heldFigures(bridges, held, answers),
      },
      remarks: bridgeRemarks(bridges, paths, weakest, held, answers),
      unread: [],
      labels: weakest === null ? {} : verifierLabels(weakest.way),
    };
  },
};
