/** What is not read beyond is said: wrappers inside wrappers, calls, bytes of calldata. */
export const bounds = { depth: 8, calls: 512, bytes: 262_144 } as const;
