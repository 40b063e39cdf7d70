import { isAddress } from '../core/index.ts';
import { asObject, own, readRequest, type RequestContext } from '../request/index.ts';
import type { Deposit } from './deposit.ts';
import { detect } from './detect.ts';

/** One answer of the command line: amounts as decimal text, findings as entries of `notes`. */
export type AnswerLine = {
  readonly deposits: readonly DepositLine[];
  readonly notes: readonly { readonly id: string; readonly detail?: string }[];
  readonly error?: string;
};

/** A deposit in the words of the command line. */
type DepositLine = Pick<
  Deposit,
  | 'protocol'
  | 'kind'
  | 'chainId'
  | 'contract'
  | 'contractName'
  | 'signature'
  | 'asset'
  | 'assetSymbol'
  | 'amountUnit'
  | 'receiver'
  | 'gives'
  | 'token'
  | 'strategy'
  | 'operator'
  | 'stake'
> & { readonly amount: string | null; readonly shares: string | null };

/** A deposit as the command line prints it. */
export function depositLine(deposit: Deposit): DepositLine {
  const { caller: _caller, data: _data, via: _via, withdrawal: _withdrawal, ...said } = deposit;
  return { ...said, amount: deposit.amount?.toString() ?? null, shares: deposit.shares?.toString() ?? null };
}

function refuse(error: string): AnswerLine {
  return { deposits: [], notes: [], error };
}

/**
 * Detection alone for one input of the command line: `{ request, origin, chainId, account }`, plain JSON.
 * An input that cannot be read is answered with a short `error`; nothing is thrown.
 */
export function answerLine(input: unknown): AnswerLine {
  const fields = asObject(input);
  const request = fields === null ? null : asObject(own(fields, 'request'));
  if (fields === null || request === null) return refuse('There is no request.');
  const method = own(request, 'method');
  const chainId = own(fields, 'chainId');
  const origin = own(fields, 'origin');
  const account = own(fields, 'account') ?? null;
  if (typeof method !== 'string') return refuse('The request has no method.');
  if (typeof chainId !== 'number' || !Number.isSafeInteger(chainId) || chainId < 1)
    return refuse('chainId is not a chain id.');
  if (typeof origin !== 'string') return refuse('origin is not a text.');
  if (account !== null && !isAddress(account)) return refuse('account is not an address.');
  const context: RequestContext = { chainId, account };
  const found = detect(readRequest({ method, params: own(request, 'params') }, context), { origin }, context);
  return { deposits: found.deposits.map(depositLine), notes: found.notes };
}
