import type { Address } from '../../../lib/core/index.ts';
import { bridgesOf, layerZero } from '../../../lib/protocols/index.ts';
import { made } from '../eigenlayer-state.ts';
import { type Answer, type ContractState, view } from '../stand-in.ts';
import type { World } from '../world-types.ts';
import { ADDRESS } from './parts.ts';

/** Two verifiers of two operators, as every path of these worlds asks for. Made; LayerZero's own are in tests. */
const VERIFIERS: readonly Address[] = [
  '0x589dEDbD617e0CBcB916A9223F4d1300c294236b',
  '0xa59BA433ac34D2927232918Ef5B2eaAfcF130BA5',
];
const CONFIG = '(uint64,uint8,uint8,uint8,address[],address[])';
const ZERO: Address = '0x0000000000000000000000000000000000000000';

const STAKES: Partial<Record<World['name'], string>> = {
  etherfi: 'etherfi',
  kelp: 'kelp-rseth',
  puffer: 'puffer-pufeth',
  mantle: 'mantle-cmeth',
};

/** What stands behind a token's way to other chains: LayerZero as stand-ins, and the token's own app with its peers. */
export function bridgeContracts(name: World['name']): ContractState[] {
  const app = bridgesOf(STAKES[name] ?? '')?.app ?? null;
  if (app === null) return [];
  const peers = 'function peers(uint32) view returns (bytes32)';
  const peer = `0x${'0'.repeat(24)}${made(`${name} on another chain`).slice(2)}`;
  return [
    {
      role: 'LayerZero app',
      address: app.address,
      answers: [
        view(`function endpoint() ${ADDRESS}`, layerZero.endpoint),
        view(peers, `0x${'0'.repeat(64)}`),
        ...app.listed.map((eid) => view(peers, peer, [eid])),
      ],
    },
    { role: 'LayerZero endpoint', address: layerZero.endpoint, answers: endpoint(name) },
    { role: 'LayerZero library', address: layerZero.receiveLibrary, answers: library() },
  ];
}

function endpoint(name: string): Answer[] {
  const pair = 'view returns (address,uint256)';
  return [
    view(`function delegates(address) ${ADDRESS}`, made(`${name} bridge Safe`)),
    view(`function blockedLibrary() ${ADDRESS}`, made('LayerZero blocked library')),
    view('function getReceiveLibrary(address,uint32) view returns (address,bool)', [
      layerZero.receiveLibrary,
      false,
    ]),
    view(`function receiveLibraryTimeout(address,uint32) ${pair}`, [ZERO, 0n]),
    view(`function defaultReceiveLibraryTimeout(uint32) ${pair}`, [ZERO, 0n]),
  ];
}

function library(): Answer[] {
  const config = [15n, VERIFIERS.length, 0, 0, VERIFIERS, []];
  return ['getUlnConfig', 'getAppUlnConfig'].map((name) =>
    view(`function ${name}(address,uint32) view returns (${CONFIG})`, config),
  );
}
