/** Real code to measure on: packages that ship their TypeScript sources, and those whose types these need. */

export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
  /** The folder of its sources in the measured project. Others are installed for their types. */
  readonly folder?: string;
}

/** A folder of a package is its `src`. */
export const packages: readonly PinnedPackage[] = [
  {
    name: 'matrix-js-sdk',
    version: '37.5.0',
    integrity:
      'sha512-5tyuAi5hnKud1UkVq8Z2/3c22hWGELBZzErJPZkE6Hju2uGUfGtrIx6uj6puv0ZjvsUU3X6Qgm8vdReKO1PGig==',
    folder: 'matrix',
  },
  {
    name: 'puppeteer-core',
    version: '24.43.1',
    integrity:
      'sha512-T5ScUMAsmhdNbgDR41AGESYeS6V9MSgetkSnVhhW+gXvzC42VesKCn5ld87gAZDJ6vLHL9GkRvY9WtQWSnwFbw==',
    folder: 'puppeteer',
  },
  {
    name: 'rxjs',
    version: '7.8.2',
    integrity:
      'sha512-dhKf903U/PQZY6boNNtAGdWbG85WAbjT/1xYoZIC7FAY0yWapOBQVsVrDl58W86//e1VpMNBtRV4MaXfdMySFA==',
    folder: 'rxjs',
  },
  {
    name: '@trpc/server',
    version: '11.25.2',
    integrity:
      'sha512-zfFwyroSYSYlsAGo7yezGM+gAhHRBD9LyVMkXyCjWM2JuhorKGzl2fBzEUjHSKTtYlJ8l6DR3LHsBHBCTmAofQ==',
    folder: 'trpc',
  },
  {
    name: 'another-json',
    version: '0.2.0',
    integrity:
      'sha512-/Ndrl68UQLhnCdsAzEXLMFuOR546o2qbYRqCglaNHbjXrwG1ayTcdwr3zkSGOGtGXDyR5X9nCFfnyG2AFJIsqg==',
  },
  {
    name: 'base-x',
    version: '5.0.1',
    integrity:
      'sha512-M7uio8Zt++eg3jPj+rHMfCC+IuygQHHCOU+IYsVtik6FWjuYpVt/+MRKcgsAMHh8mMFAwnB+Bs+mTrFiXjMzKg==',
  },
  {
    name: 'bs58',
    version: '6.0.0',
    integrity:
      'sha512-PD0wEnEYg6ijszw/u8s+iI3H17cTymlrwkKhDhPZq+Sokl3AU4htyBFTjAeNAlCCmg0f53g6ih3jATyCKftTfw==',
  },
  {
    name: 'chromium-bidi',
    version: '14.0.0',
    integrity:
      'sha512-9gYlLtS6tStdRWzrtXaTMnqcM4dudNegMXJxkR0I/CXObHalYeYcAMPrL19eroNZHtJ8DQmu1E+ZNOYu/IXMXw==',
  },
  {
    name: 'devtools-protocol',
    version: '0.0.1608973',
    integrity:
      'sha512-Tpm17fxYzt+J7VrGdc1k8YdRqS3YV7se/M6KeemEqvUbq/n7At1rWVuXMxQgpWkdwSdIEKYbU//Bve+Shm4YNQ==',
  },
  {
    name: 'jwt-decode',
    version: '4.0.0',
    integrity:
      'sha512-+KJGIyHgkGuIq3IEBNftfhW/LfWhXUIY6OmyVWjliu5KH1y0fw7VQ8YndE2O4qZdMSd9SqbnC8GOcZEy0Om7sA==',
  },
  {
    name: 'loglevel',
    version: '1.9.2',
    integrity:
      'sha512-HgMmCqIJSAKqo68l0rS2AanEWfkxaZ5wNiEFb5ggm08lDs9Xl2KxBlX3PTcaD2chBM1gXAYf491/M2Rv8Jwayg==',
  },
  {
    name: 'matrix-events-sdk',
    version: '0.0.1',
    integrity:
      'sha512-1QEOsXO+bhyCroIe2/A5OwaxHvBm7EsSQ46DEDn8RBIfQwN5HWBpFvyWWR4QY0KHPPnnJdI99wgRiAl7Ad5qaA==',
  },
  {
    name: '@matrix-org/matrix-sdk-crypto-wasm',
    version: '14.2.1',
    integrity:
      'sha512-HDCaAnIxz/3jJTB2EUYKFgVaI+auS0piIZxPDXHhk1Kn7yZWwKvVvCHkFqBJgBhZOAazbDU7MVArvrtn8QFkoQ==',
  },
  {
    name: '@matrix-org/olm',
    version: '3.2.15',
    integrity:
      'sha512-S7lOrndAK9/8qOtaTq/WhttJC/o4GAzdfK0MUPpo8ApzsJEC0QjtwrkC3KBXdFP1cD1MXi/mlKR7aaoVMKgs6Q==',
  },
  {
    name: 'matrix-widget-api',
    version: '1.10.0',
    integrity:
      'sha512-rkAJ29briYV7TJnfBVLVSKtpeBrBju15JZFSDP6wj8YdbCu1bdmlplJayQ+vYaw1x4fzI49Q+Nz3E85s46sRDw==',
  },
  {
    name: 'oidc-client-ts',
    version: '3.0.1',
    integrity:
      'sha512-xX8unZNtmtw3sOz4FPSqDhkLFnxCDsdo2qhFEH2opgWnF/iXMFoYdBQzkwCxAZVgt3FT3DnuBY3k80EZHT0RYg==',
  },
  {
    name: 'p-retry',
    version: '4.6.2',
    integrity:
      'sha512-312Id396EbJdvRONlngUx0NydfrIQ5lsYu0znKVUzVvArzEIt08V1qhtyESbGVd1FGX7UKtiFp5uwKZdM8wIuQ==',
  },
  {
    name: '@puppeteer/browsers',
    version: '2.13.2',
    integrity:
      'sha512-5EUZSUIc37H6aIXyWO0Z4y8NlF8NnjgmqeQgOGiswAU7pY0HOo16ho4+alIWmSfdZnjqBRawMsP3I5YqLSn6kw==',
  },
  {
    name: 'typed-query-selector',
    version: '2.12.3',
    integrity:
      'sha512-/dtuMZyutHLlrxWhhC1uib00ELUr2dZ8C9B8YzZYsJmeE3V56OxRblrSM2UaF142pcMtak7ehZ6+poWGeehNIg==',
  },
  {
    name: '@types/content-type',
    version: '1.1.9',
    integrity:
      'sha512-Hq9IMnfekuOCsEmYl4QX2HBrT+XsfXiupfrLLY8Dcf3Puf4BkBOxSbWYTITSOQAhJoYPBez+b4MJRpIYL65z8A==',
  },
  {
    name: '@types/debug',
    version: '4.1.13',
    integrity:
      'sha512-KSVgmQmzMwPlmtljOomayoR89W4FynCAi3E8PPs7vmDVPe84hT+vGPKkJfThkmXs0x0jAaa9U8uW8bbfyS2fWw==',
  },
  {
    name: '@types/events',
    version: '3.0.3',
    integrity:
      'sha512-trOc4AAUThEz9hapPtSd7wf5tiQKvTtu5b371UxXdTuqzIh0ArcRspRP0i0Viu+LXstIQ1z96t1nsPxT9ol01g==',
  },
  {
    name: '@types/ms',
    version: '2.1.0',
    integrity:
      'sha512-GsCCIZDE/p3i96vtEqx+7dBUGXrc7zeSK3wwPHIaRThS+9OhWIXRqzs4d6k1SVU8g91DrNRWxWUGhp5KXQb2VA==',
  },
  {
    name: '@types/retry',
    version: '0.12.5',
    integrity:
      'sha512-3xSjTp3v03X/lSQLkczaN9UIEwJMoMCA1+Nb5HfbJEQWogdeQIyVtTvxPXDQjZ5zws8rFQfVfRdz03ARihPJgw==',
  },
  {
    name: '@types/sdp-transform',
    version: '2.15.0',
    integrity:
      'sha512-ikIFF0EaYt/2XetIYYVeMj6SB52oVXFasJUXDzWHgzNJS5ep2Pbsu7f8f3Za+dEie8HQtt3Zr9mHYBpWT0XgxQ==',
  },
  {
    name: '@types/uuid',
    version: '10.0.0',
    integrity:
      'sha512-7gqG38EyHgyP1S+7+xomFtL+ZNHcKv6DwNaCZmJmo1vgMugyF3TCnXVg4t1uk89mLNwnLtnY3TpOpCOyp1/xHQ==',
  },
  {
    name: '@types/ws',
    version: '8.18.2',
    integrity:
      'sha512-67MQl+fpWKVTT1NYdnmo3U4sc/xPo/zQBncVnI74qmQa0z/b+1g6iYqNmGCPbxO+zz2aklb08a0oHfegiVd0/w==',
  },
  {
    name: 'unhomoglyph',
    version: '1.0.6',
    integrity:
      'sha512-7uvcWI3hWshSADBu4JpnyYbTVc7YlhF5GDW/oPD5AxIxl34k4wXR3WDkPnzLxkN32LiTCTKMQLtKVZiwki3zGg==',
  },
  {
    name: 'uuid',
    version: '11.1.1',
    integrity:
      'sha512-vIYxrBCC/N/K+Js3qSN88go7kIfNPssr/hHCesKCQNAjmgvYS2oqr69kIufEG+O4+PfezOH4EbIeHCfFov8ZgQ==',
  },
  {
    name: 'webdriver-bidi-protocol',
    version: '0.4.1',
    integrity:
      'sha512-ARrjNjtWRRs2w4Tk7nqrf2gBI0QXWuOmMCx2hU+1jUt6d00MjMxURrhxhGbrsoiZKJrhTSTzbIrc554iKI10qw==',
  },
  {
    name: 'zod',
    version: '3.25.76',
    integrity:
      'sha512-gzUt/qt81nXsFGKIFcC3YnfEAx5NkunCfnDlvuBSSFS02bcXu4Lmea0AFIUwbLWxWPx3d9p8S5QoaujKcNQxcQ==',
  },
];

/** A type of the sources that is plaintext in a measurement. */
export interface TaggedType {
  readonly path: string;
  readonly name: string;
}

const some: readonly TaggedType[] = [
  { path: 'code/matrix/models/event.ts', name: 'IContent' },
  { path: 'code/matrix/models/ToDeviceMessage.ts', name: 'ToDevicePayload' },
  { path: 'code/matrix/@types/read_receipts.ts', name: 'Receipt' },
  { path: 'code/matrix/sync-accumulator.ts', name: 'IRoomEvent' },
  { path: 'code/puppeteer/common/Cookie.ts', name: 'Cookie' },
];

const many: readonly TaggedType[] = [
  ...some,
  { path: 'code/matrix/models/event.ts', name: 'MatrixEvent' },
  { path: 'code/matrix/models/room-member.ts', name: 'RoomMember' },
  { path: 'code/puppeteer/api/ElementHandle.ts', name: 'ElementHandle' },
  { path: 'code/puppeteer/api/JSHandle.ts', name: 'JSHandle' },
  { path: 'code/puppeteer/api/HTTPRequest.ts', name: 'HTTPRequest' },
  { path: 'code/puppeteer/api/HTTPResponse.ts', name: 'HTTPResponse' },
  { path: 'code/puppeteer/api/CDPSession.ts', name: 'CDPSession' },
  { path: 'code/puppeteer/api/Page.ts', name: 'Page' },
];

/** Types that are plaintext, by the share of files that mention one of them, in percent. */
export const taggedTypes: ReadonlyMap<number, readonly TaggedType[]> = new Map([
  [0, []],
  [5, some],
  [25, many],
]);
