import type {
  AnyRegistrarError,
  Availability,
  OperationName,
  PagedList,
  Registrar,
} from '@registrar-kit/core';

/** What an operation is given: its input, where it has one, and the options. */
export type StubParameters<Operation extends OperationName> = Parameters<Registrar[Operation]>;

/** What can stand for the answer: the result, or for a list its rows. */
export type StubResult<Operation extends OperationName> =
  ReturnType<Registrar[Operation]> extends Promise<infer Result>
    ? Result
    : ReturnType<Registrar[Operation]> extends PagedList<infer Item>
      ? readonly Item[] | PagedList<Item>
      : readonly Availability[] | AsyncIterable<Availability>;

/** How an operation answers: always the same, with an error, or as a function says. */
export type StubAnswer<Operation extends OperationName> =
  | StubResult<Operation>
  | AnyRegistrarError
  | ((
      ...given: StubParameters<Operation>
    ) => StubResult<Operation> | AnyRegistrarError | Promise<StubResult<Operation>>);

/** The operations that are answered. */
export type StubAnswers = { readonly [Operation in OperationName]?: StubAnswer<Operation> };
