/** Streams of objects ask of it only whether something is a Buffer; nothing here is. */
export const Buffer = { isBuffer: (): boolean => false };
