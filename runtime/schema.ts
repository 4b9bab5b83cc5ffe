/** The part of the Standard Schema interface (version 1) that the runtime uses, by structure alone. */

/** A schema of any library that speaks Standard Schema: what goes in, what comes out. */
export interface StandardSchema<Input, Output> {
  readonly '~standard': {
    readonly version: number;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

/** A validated value, or issues. Issues often quote the value, so they are never read. */
export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string }[] };

/** Validates in the schema's own way: the output, or undefined wrapped in nothing when there are issues. */
export async function validate<Output>(
  schema: StandardSchema<unknown, Output>,
  value: unknown,
): Promise<{ readonly value: Output } | undefined> {
  const result = await schema['~standard'].validate(value);
  return result.issues ? undefined : { value: result.value };
}
