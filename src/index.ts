/** What the package exports. Everything else is private. */
export { loadHouse, openApp, type App, type House } from './app.ts';
export { startApp, type RunningApp, type StartOptions } from './start-app.ts';

export { createClient, type ClientOptions, type RepositoryClient } from './client/client.ts';
export { identify } from './client/identify.ts';
export { listRecords } from './client/list-records.ts';
export { harvestRepository, type HarvestOptions } from './harvest/harvest-repository.ts';
export type { HarvestDeps, HarvestEvent } from './harvest/deps.ts';
export type { HarvestSummary } from './harvest/outcome.ts';

export { loadMapping } from './mapping/load-mapping.ts';
export { loadMappings } from './mapping/load-mappings.ts';
export { mapRecord } from './mapping/map-record.ts';
export { createFormats } from './formats/formats.ts';
export { renderRecord } from './mapping/emit/render.ts';
export type { InputMapping, MappingSet, MapResult, MetadataFormat, RenderResult } from './mapping/mapping.ts';

export { openStorage } from './storage/open-storage.ts';
export type { Storage } from './storage/storage.ts';
export { handleRequest } from './provider/handle-request.ts';

export * from './model/canonical.ts';
export type * from './model/harvest.ts';
export type * from './model/job.ts';
export type * from './model/record.ts';
export type * from './model/stored-record.ts';

export { ListError, PageError } from './client/client-error.ts';
export { ConfigError } from './config/load-config.ts';
export { MappingError } from './mapping/mapping.ts';
export { OaiError } from './oai/oai-error.ts';
export { LeaseLostError, StorageError } from './storage/storage.ts';
export { XmlError } from './xml/xml-error.ts';
