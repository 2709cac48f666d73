package org.carillon.platform.pages;

import static java.util.Objects.requireNonNull;

import org.carillon.api.shape.OperationShape;
import org.carillon.api.shape.Pagination;
import org.carillon.platform.identity.Vault;
import org.carillon.platform.operations.OperationContext;

/**
 * Reads lists a page at a time. The page size, the token and the query that the token belongs to
 * are those of the model.
 */
public final class Pages {

  private final Vault vault;

  /** Seals tokens under that vault's key, which all nodes share. */
  public Pages(Vault vault) {
    this.vault = vault;
  }

  /** The page that a request of that operation asks for. */
  public <I> PageRequest of(OperationContext context, OperationShape<I, ?> shape, I input) {
    Pagination<I> pagination = requireNonNull(shape.pagination(), shape.name());
    return new PageRequest(
        new QueryTokens(vault, context, shape.name(), pagination.query().apply(input)),
        pagination.token().apply(input),
        pagination.pageSize().applyAsInt(input));
  }
}
