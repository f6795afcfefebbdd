// Points in time as the pages write them.

/** `2024-01-15T10:30:00Z` */
export function timestamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** `2024-01-15` */
export function datestamp(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
