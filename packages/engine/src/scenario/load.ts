export interface OfferedLoad {
  readonly resource: string;
}
export function offeredLoad(): OfferedLoad[] {
  return [];
}
