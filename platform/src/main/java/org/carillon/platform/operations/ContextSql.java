package org.carillon.platform.operations;

import static org.carillon.platform.db.schema.Tables.AUDIT_ENTRY;

import java.time.Instant;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Parameter;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;

/** The values that every run of an operation can give to its statements. */
public final class ContextSql {

  private static final Parameter<String> ORGANIZATION = Parameter.of(AUDIT_ENTRY.ORGANIZATION_ID);
  private static final Parameter<Instant> NOW = Parameter.of(AUDIT_ENTRY.HAPPENED_AT);

  private ContextSql() {}

  /**
   * Returns the condition that rows belong to the context's {@link OperationContext#organization}.
   */
  public static Condition ofOrganization(Field<String> organizationId) {
    return organizationId.eq(ORGANIZATION.slot());
  }

  /** Returns the expression of the context's {@link OperationContext#instant}. */
  public static Param<Instant> now() {
    return NOW.slot();
  }

  static Argument organization(String organizationId) {
    return ORGANIZATION.is(organizationId);
  }

  static Argument now(Instant now) {
    return NOW.is(now);
  }
}
