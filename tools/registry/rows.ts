import { chainNames } from '../../lib/protocols/chains.ts';
import type { DepositEntry, Protocol } from '../../lib/protocols/index.ts';

/** One protocol on one chain. */
export type Row = {
  readonly protocol: string;
  readonly chain: string;
  readonly routes: string;
  readonly exposure: string;
  readonly grade: string;
};

/** What a graver doubt is called by, from the best evidence to the weakest. */
const grades: Readonly<Record<DepositEntry['evidence']['address'], string>> = {
  'official-repo': 'A',
  standard: 'A',
  'partner-repo': 'B',
  'third-party': 'C',
  assumed: 'D',
  unsure: 'D',
};

const doings: readonly (readonly [DepositEntry['does'], string])[] = [
  ['deposit', 'in'],
  ['wrap', 'wrap'],
  ['delegate', 'delegate'],
  ['exposure-change', 'change'],
  ['withdrawals', 'back in'],
];

function routesOf(entries: readonly DepositEntry[], tokens: number): string {
  const counted = doings.flatMap(([does, word]) => {
    const count = entries.filter((entry) => entry.does === does).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return [...counted, ...(tokens === 0 ? [] : [`${tokens} bought`])].join(', ') || 'known only';
}

function exposureOf(protocol: Protocol, stakes: readonly (string | null)[]): string {
  const read = [...new Set(stakes.filter((stake) => stake !== null))];
  if (stakes.length === 0) return protocol.kind === 'not-restaking' ? 'no restaking' : 'nothing to read here';
  const rest = stakes.filter((stake) => stake === null).length;
  return [...read, ...(rest === 0 ? [] : [`${rest} not modelled`])].join(', ');
}

/** The weakest evidence of address and signature, and the best, as letters. */
function gradeOf(facts: readonly DepositEntry['evidence']['address'][]): string {
  const letters = facts.map((fact) => grades[fact]).toSorted();
  const best = letters[0];
  const worst = letters.at(-1);
  return best === undefined || worst === undefined ? '-' : best === worst ? best : `${best}-${worst}`;
}

function rowOf(protocol: Protocol, chainId: number): Row {
  const entries = protocol.deposits.filter((entry) => entry.chainId === chainId);
  const tokens = protocol.tokens.filter((token) => token.chainId === chainId && token.restaking);
  const contracts = protocol.contracts.filter((contract) => contract.chainId === chainId);
  const plain = protocol.tokens.filter((token) => token.chainId === chainId && !token.restaking);
  const restaking = [
    ...entries.flatMap(({ evidence }) => [evidence.address, evidence.signature]),
    ...tokens.map(({ evidence }) => evidence),
  ];
  const known = [...contracts, ...plain].map(({ evidence }) => evidence);
  return {
    protocol: protocol.id,
    chain: chainNames[chainId] ?? String(chainId),
    routes: routesOf(entries, tokens.length),
    exposure: exposureOf(
      protocol,
      [...entries, ...tokens].map(({ stake }) => stake),
    ),
    grade: gradeOf(restaking.length > 0 ? restaking : known),
  };
}

/** One row for each protocol and chain, Ethereum first, from the data alone. */
export function rowsOf(protocols: readonly Protocol[]): readonly Row[] {
  return protocols.flatMap((protocol) => {
    const chains = [...protocol.deposits, ...protocol.tokens, ...protocol.contracts].map(
      ({ chainId }) => chainId,
    );
    return [...new Set(chains)].toSorted((a, b) => a - b).map((chainId) => rowOf(protocol, chainId));
  });
}
