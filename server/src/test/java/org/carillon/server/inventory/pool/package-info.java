/** Tests of the operator's own pool. */
@NullMarked
package org.carillon.server.inventory.pool;

import org.jspecify.annotations.NullMarked;
