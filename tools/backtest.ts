import { stdout } from 'node:process';

import { replayAll } from './backtest/replay.ts';
import { readSnapshots } from './backtest/snapshot.ts';
import { readIncidents } from './backtest/sources.ts';
import { tableOf } from './backtest/table.ts';

stdout.write(tableOf(replayAll(readIncidents(), readSnapshots())));
