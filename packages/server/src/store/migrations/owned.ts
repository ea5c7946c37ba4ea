import { type Kysely, sql } from "kysely";

/** The column that says whose a row is; the database itself fills it in. */
export const owner =
  "tenant_id uuid not null default current_setting('praxis.tenant')::uuid references tenant on delete cascade";

/** The column by which rows are listed, in the order in which they were made. */
export const number = "number bigint generated always as identity";

/** What makes a column a moment: the present where nothing is given. */
export const now = "timestamptz not null default now()";

/** Lets whoever acts for a tenant see and change that tenant's rows of a table, and no others. */
export async function keepApart(db: Kysely<unknown>, table: string): Promise<void> {
  const ours = "tenant_id = current_setting('praxis.tenant')::uuid";
  for (const statement of [
    `alter table ${table} enable row level security`,
    `create policy tenant_alone on ${table} using (${ours}) with check (${ours})`,
    `grant select, insert, update, delete on ${table} to praxis_tenant`,
  ]) {
    await sql.raw(statement).execute(db);
  }
}
