import { expect, it } from 'vitest';

import { GuardError } from '../../lib/core/index.ts';
import { confirmVault, type NodePort, type RpcReply } from '../../lib/exposure/index.ts';
import { factoryVaults } from '../../lib/protocols/index.ts';

const VAULT = '0x007e0B8E99c6134E81A1eAAE754460E3202cB671';
const word = (value: number) => `0x${value.toString(16).padStart(64, '0')}`;
const result = (value: unknown): RpcReply => ({ ok: true, result: value });
const refused: RpcReply = { ok: false, code: 3, message: 'execution reverted' };

function node(...replies: readonly RpcReply[]): NodePort {
  return { name: 'made', batch: () => Promise.resolve(replies) };
}
const genuine = node(result('0x1'), result(word(1)), result(word(2)));
const silent: NodePort = {
  name: 'silent',
  batch: () => Promise.reject(new GuardError('rpc/timeout', 'No answer.', 'Try again.')),
};

it.each([
  ['a node that knows it, of the right version', [genuine], true],
  ['two that agree', [genuine, genuine], true],
  ['one, while the other does not answer', [silent, genuine], true],
  ['nobody', [], false],
  ['nobody who answers', [silent, silent], false],
  ['a factory that does not know it', [node(result('0x1'), result(word(0)), result(word(1)))], false],
  ['a vault of the other kind', [node(result('0x1'), result(word(1)), result(word(3)))], false],
  ['a node of another chain', [node(result('0xa'), result(word(1)), result(word(1)))], false],
  ['a factory that is not there', [node(result('0x1'), result('0x'), result(word(1)))], false],
  ['a contract without a version', [node(result('0x1'), result(word(1)), refused)], false],
  ['two of whom one says no', [genuine, node(result('0x1'), result(word(0)), result(word(1)))], false],
  ['something that is no word', [node(result('0x1'), result('yes'), result(null))], false],
] as const)('asks for the factory, and takes %s as %o', async (_, nodes, expected) => {
  const [first] = factoryVaults;
  if (first === undefined) throw new RangeError('no factory');
  expect(await confirmVault(VAULT, first, nodes, new AbortController().signal)).toBe(expected);
});
