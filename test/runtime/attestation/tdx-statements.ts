/** What Intel would say of the platform and of the quoting enclave that tests make up. */

const always = { issueDate: '2025-01-01T00:00:00Z', nextUpdate: '2035-01-01T00:00:00Z' } as const;
const zeros = (bytes: number): string => '00'.repeat(bytes);
const levels = [{ tcb: { isvsvn: 2 }, tcbStatus: 'UpToDate' }];

/** The statement on the platform family. */
export function tcbInfo(
  period: { readonly issueDate: string; readonly nextUpdate: string } = always,
): object {
  const components = (svn: number): object[] => Array.from({ length: 16 }, () => ({ svn }));
  const tdxModule = { mrsigner: zeros(48), attributes: zeros(8), attributesMask: zeros(8) };
  const tcb = { sgxtcbcomponents: components(3), pcesvn: 11, tdxtcbcomponents: components(0) };
  return {
    ...period,
    id: 'TDX',
    version: 3,
    fmspc: zeros(6),
    pceId: zeros(2),
    tdxModule,
    tdxModuleIdentities: [{ ...tdxModule, id: 'TDX_01', tcbLevels: levels }],
    tcbLevels: [{ tcb, tcbStatus: 'UpToDate' }],
  };
}

/** The statement on the quoting enclave. */
export function enclaveIdentity(
  period: { readonly issueDate: string; readonly nextUpdate: string } = always,
): object {
  return {
    ...period,
    id: 'TD_QE',
    version: 2,
    miscselect: zeros(4),
    miscselectMask: zeros(4),
    attributes: zeros(16),
    attributesMask: zeros(16),
    mrsigner: zeros(32),
    isvprodid: 2,
    tcbLevels: levels,
  };
}
