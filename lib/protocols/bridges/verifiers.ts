import type { Address } from '../../core/index.ts';

/**
 * Verifiers (DVNs) on Ethereum and who runs them, by LayerZero's own package: the name is that of its deployment file
 * and may be short for something ("GCDA" is Google Cloud, from memory). Two with the same name are one operator. One
 * that is not here belongs to somebody we do not know. So "ABDB", 0x7E65BDd15C8Db8995F80aBf0D6593b57dc8BE437, is left
 * out: several public lists call it Animoca-Blockdaemon, and each of these two has one of its own below.
 * Source: `@layerzerolabs/lz-evm-sdk-v2@3.1.10:deployments/ethereum-mainnet`, read 2026-11-21, grade P.
 */
export const verifiers: readonly (readonly [Address, string])[] = [
  ['0xCE5B47FA5139fC5f3c8c5f4C278ad5F56A7b2016', 'Axelar adapter'],
  ['0x771D10D0C86E26eA8d3b778ad4d31B30533B9Cbf', 'CCIP adapter'],
  ['0x589dEDbD617e0CBcB916A9223F4d1300c294236b', 'LayerZero Labs'],
  ['0x58DfF8622759eA75910a08DBA5D060579271dcD7', '01Node'],
  ['0x395B14700812cccC38b8e64F0a06ce2045FE9bA3', 'Animoca'],
  ['0xe552485d02EDd3067FE7FCbD4dd56BB1D3A998D2', 'BCW'],
  ['0xB19A9370D404308040A9760678c8Ca28aFfbbb76', 'Blockdaemon'],
  ['0x6E70FCdc42D3d63748B7d8883399Dcb16BBB5c8c', 'Blockhunters'],
  ['0x7a23612F07d81F16B26cF0b5a4C3eca0E8668df2', 'Bware'],
  ['0xD56e4eAb23cb81f43168F9F45211Eb027b9aC7cc', 'GCDA'],
  ['0x38179D3BFa6Ef1d69A8A7b0b671BA3D8836B2AE8', 'Gitcoin'],
  ['0x380275805876Ff19055EA900CDb2B46a94ecF20D', 'Horizen'],
  ['0x95729Ea44326f8adD8A9b1d987279DBdC1DD3dFf', 'Lagrange'],
  ['0x58249a2Ec05c1978bF21DF1f5eC1847e42455CF4', 'Luganodes'],
  ['0x0Ae4e6a9a8B01EE22c6A49aF22B674A4E033A23D', 'MIM'],
  ['0xa59BA433ac34D2927232918Ef5B2eaAfcF130BA5', 'Nethermind'],
  ['0x04584d612802A3a26b160E3F90341E6443dDB76A', 'Nocturnal'],
  ['0x9F45834F0C8042e36935781b944443e906886a87', 'Nodesguru'],
  ['0xAf75bfD402f3d4EE84978179a6c87D16c4Bd1724', 'Omnix'],
  ['0x06559EE34D85a88317Bf0bfE307444116c631b67', 'P2P'],
  ['0x972ED7bd3d42D9C0bea3632992Ebf7e97186ea4A', 'Planetarium'],
  ['0x94AAfe0A92A8300f0A2100A7f3DE47d6845747A9', 'Pops'],
  ['0x5d93bb673d001498e515617ADe09904D71929334', 'LayerZero Labs'],
  ['0xA1Bc1B9af01A0ec78883AA5DC7DECDCe897E1E76', 'Republic'],
  ['0xE4193136B92bA91402313e95347c8e9FAD8d27d0', 'Restake'],
  ['0xCe97511db880571A7C31821eB026Ef12fCaC892e', 'Shrapnel'],
  ['0x5fddD320a1e29bB466Fa635661b125D51D976f92', 'Stablelab'],
  ['0xdEb742E71d57603D8F769cE36f4353468007fC02', 'Stakingcabin'],
  ['0x92ef4381a03372985985E70fb15E9F081E2e8D14', 'Superduper'],
  ['0x276e6B1138d2d49C0Cda86658765d12Ef84550c1', 'Switchboard'],
  ['0xD24972c11F91c1bB9eaEe97ec96bB9c33cF7af24', 'Tapioca'],
];

const operators = new Map(verifiers.map(([address, operator]) => [address.toLowerCase(), operator]));

/** Who runs a verifier, by bundled data; null where no source says it. */
export function verifierOperator(address: string): string | null {
  return operators.get(address.toLowerCase()) ?? null;
}
