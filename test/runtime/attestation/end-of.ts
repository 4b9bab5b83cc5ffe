/** How appraisals end, in a form that tests compare. */

/** How an appraisal ended: `ok`, or the code and the check of its error. */
export async function endOf(appraisal: Promise<unknown>): Promise<string> {
  const ended: unknown = await appraisal.then(
    () => 'ok',
    (thrown: unknown) => thrown,
  );
  if (ended === 'ok') return 'ok';
  const { code, detail } = ended as { code?: string; detail?: string };
  if (code === undefined) throw ended;
  return `${code} ${detail ?? ''}`;
}
