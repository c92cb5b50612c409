// biome-ignore lint/style/useNodejsImportProtocol: the package of this name, not Node's module.
export { Buffer } from 'buffer';
// biome-ignore lint/style/useNodejsImportProtocol: the same.
export * as process from 'process';
