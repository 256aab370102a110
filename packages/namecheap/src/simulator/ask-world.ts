import { isWorldRefusal, type RefusalReason } from '@registrar-kit/testing';
import type { CommandError } from './command-answer.js';

/** What the world made of an order: its value, or why it refused. */
export type WorldAnswer<Value> =
  | { readonly value: Value; readonly reason?: undefined }
  | { readonly value?: undefined; readonly reason: RefusalReason };

export function askWorld<Value>(act: () => Value): WorldAnswer<Value> {
  try {
    return { value: act() };
  } catch (error) {
    if (!isWorldRefusal(error)) throw error;
    return { reason: error.reason };
  }
}

/** What a command answers about a domain in a state that the registry lets nobody change. */
export const prohibited: CommandError = {
  number: '3031510',
  text: 'Error response from provider: object status prohibits operation',
};
