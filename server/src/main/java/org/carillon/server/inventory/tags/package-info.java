/** Tags: what people write on resources that have an ARN. */
@NullMarked
package org.carillon.server.inventory.tags;

import org.jspecify.annotations.NullMarked;
