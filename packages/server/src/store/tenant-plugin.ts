import {
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  type DeleteQueryNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  OperatorNode,
  ParensNode,
  type QueryId,
  ReferenceNode,
  type RootOperationNode,
  type SelectQueryNode,
  type UpdateQueryNode,
  ValueNode,
  WhereNode,
} from "kysely";

/**
 * Adds `tenant_id = …` to every query that reads, changes or deletes: so none can forget it.
 *
 * It is the first wall between tenants; the second are the policies of the database. What is inserted gets its tenant
 * from the database, which takes no other.
 */
export function forTenant(tenant: string): KyselyPlugin {
  const transformer = new TenantTransformer(tenant);
  return {
    transformQuery: ({ node, queryId }): RootOperationNode => transformer.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  };
}

type Filtered = { readonly where?: WhereNode };

class TenantTransformer extends OperationNodeTransformer {
  readonly #ours: BinaryOperationNode;

  constructor(tenant: string) {
    super();
    const column = ReferenceNode.create(ColumnNode.create("tenant_id"));
    this.#ours = BinaryOperationNode.create(column, OperatorNode.create("="), ValueNode.create(tenant));
  }

  protected override transformSelectQuery(node: SelectQueryNode, queryId?: QueryId): SelectQueryNode {
    const query = super.transformSelectQuery(node, queryId);
    return query.from === undefined ? query : this.#filtered(query);
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, queryId?: QueryId): UpdateQueryNode {
    return this.#filtered(super.transformUpdateQuery(node, queryId));
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, queryId?: QueryId): DeleteQueryNode {
    return this.#filtered(super.transformDeleteQuery(node, queryId));
  }

  #filtered<Node extends Filtered>(query: Node): Node {
    const { where } = query;
    const both = where === undefined ? this.#ours : AndNode.create(ParensNode.create(where.where), this.#ours);
    return { ...query, where: WhereNode.create(both) };
  }
}
