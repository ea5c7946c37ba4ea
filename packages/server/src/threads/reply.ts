import { type Issue, OfficeError, ScenarioError } from "@praxis/engine";

/** What a thread sends back: a value, or what is wrong with what it was given. Classes of errors do not survive the way. */
export type Reply<Value> = { readonly value: Value } | { readonly issues: readonly Issue[] };

/** A task of a thread: what the user can mend is returned, what is our fault is thrown. */
export function answering<Input, Value>(work: (input: Input) => Value | Promise<Value>) {
  return async (input: Input): Promise<Reply<Value>> => {
    try {
      return { value: await work(input) };
    } catch (error) {
      if (error instanceof OfficeError) return { issues: issuesOf(error) };
      throw error;
    }
  };
}

/** What is wrong, as issues; of trouble without a place, the place is the whole. */
function issuesOf(error: OfficeError): readonly Issue[] {
  if (error instanceof ScenarioError) return error.issues;
  const [message = "", ...hints] = error.message.split("; ");
  return [{ code: "refused", path: "", message, hint: hints.join("; ") }];
}

/**
 * Says where in a request something stands, if it is wrong.
 *
 * @throws {ScenarioError} when it is
 */
export function within<Result>(place: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error;
    throw new ScenarioError(issuesOf(error).map((issue) => ({ ...issue, path: `${place}${issue.path}` })));
  }
}
