import { stdout } from 'node:process';

import { protocols } from '../lib/protocols/index.ts';
import { registryTable } from './registry/table.ts';

stdout.write(registryTable(protocols));
